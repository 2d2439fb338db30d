/** The platform's way out: every event and callback goes through here, by webhook or by the long connection. */
import { type Envelope, envelope, type Happening } from './envelope.ts'
import { EVENT_TITLES } from './events.ts'
import { Pushes, SCHEDULE } from './pushes.ts'
import type { Sockets } from './sockets.ts'
import { type Posted, postSealed } from './webhook.ts'
import type { World } from './world.ts'

/** How the bot is reached. */
export interface Ways {
  /** Addresses of the bot's webhook; absent: the long connection. */
  push?: { events: string; cards?: string }
  sockets: Sockets
  /** How long an answer is awaited, in milliseconds of real time: 3,000 on the platform. */
  patience: number
}

/** Tells the bot what happens. */
export class Outbound {
  readonly #world: World
  readonly #ways: Ways
  readonly pushes: Pushes

  constructor(world: World, ways: Ways) {
    this.#world = world
    this.#ways = ways
    this.pushes = new Pushes(
      (happening, attempt) => this.#carry(happening, attempt),
      () => world.clock.now(),
    )
  }

  /** Tells the bot of an event. Gives its status once it has answered; otherwise the event waits for its next time. */
  async event(type: string, event: Record<string, unknown>, message?: string): Promise<number> {
    const { ids, clock, faults } = this.#world
    const at = clock.now()
    const happening: Happening = { id: ids.hex(), type, at, event, ...(message ? { message } : {}) }
    if (faults.strikes('event-delay')) {
      this.pushes.later(happening, at + SCHEDULE[0])
      return 0
    }
    const status = await this.pushes.first(happening)
    if (faults.strikes('duplicate-event')) await this.pushes.first(happening)
    if (message !== undefined && faults.strikes('two-event-ids'))
      await this.pushes.first({ ...happening, id: ids.hex() })
    return status
  }

  /** Asks the bot for its answer to a tap: once, without another attempt. */
  async callback(event: Record<string, unknown>): Promise<Posted> {
    const { ids, clock } = this.#world
    const type = 'card.action.trigger'
    const happening = { id: ids.hex(), type, at: clock.now(), event }
    return this.#send(happening, this.#ways.push?.cards ?? this.#ways.push?.events, 1)
  }

  async #carry(happening: Happening, attempt: number): Promise<number> {
    const told = this.#emptied(happening)
    return (await this.#send(told, this.#ways.push?.events, attempt)).status
  }

  /** A message recalled before it was delivered arrives with empty content (im-v1/faq). */
  #emptied(happening: Happening): Happening {
    const message = this.#world.messages.get(happening.message ?? '')
    if (!message?.recalled) return happening
    const told = happening.event.message as Record<string, unknown>
    return { ...happening, event: { ...happening.event, message: { ...told, content: '' } } }
  }

  async #send(happening: Happening, url: string | undefined, attempt: number): Promise<Posted> {
    const { app, clock, inspector } = this.#world
    const { patience, sockets } = this.#ways
    const started = performance.now()
    const content: Envelope = envelope(
      happening,
      app,
      url === undefined ? '' : app.verificationToken,
    )
    const posted =
      url === undefined
        ? await sockets.deliver(content, patience)
        : await postSealed(this.#world, url, content, { patience, signed: true })
    const times = attempt > 1 ? `（第 ${attempt} 次）` : ''
    const callback = happening.type === 'card.action.trigger'
    inspector.note({
      at: clock.now(),
      way: url === undefined ? 'socket' : callback ? 'callback' : 'event',
      title: `${EVENT_TITLES[happening.type] ?? ''}${times} ${happening.type}`,
      status: posted.status,
      ms: Math.round(performance.now() - started),
      request: {
        ...content,
        header: { ...content.header, token: content.header.token && '（已隐去）' },
      },
      response: parsed(posted.body),
    })
    return posted
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
