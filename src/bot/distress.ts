/** The store fails: its keeper hears of it past the outbox, and what only asks is answered all the same (promise 9). */
import type { Bound } from '../store/store.ts'
import { Unkept } from '../store/unkept.ts'
import { ailingLines, TAP_AGAIN, wellAgainLines } from '../views/ailing.ts'
import { hearing } from './hear.ts'
import { type Hear, type Heard, type Incoming, type Send, Undelivered } from './message.ts'
import type { Office } from './office.ts'
import { outgoing, uuidOf } from './outgoing.ts'

/** The keeper is not told the same twice within this time. */
const HOUR = 3_600_000

/** A database that is being restarted is back by then: nobody need get up for it. */
const BLINK = 60_000

export interface Distress {
  /** Hears as ever; while the store fails, answers what only asks, and rejects the rest so that it is sent again. */
  hear: Hear
  /** Feels a minute as ever, and tells the keeper when the store failed in it. */
  feel(minute: () => Promise<void>): Promise<void>
  /** What ails the store, until something is kept again. */
  ailing(): Unkept | undefined
}

/** Watches over an office; `send` reaches the platform without the outbox. */
export function distress(office: Office, send: Send): Distress {
  let ailing: { what: Unkept; since: number; told: boolean } | undefined
  const told = new Map<string, number>()

  async function cry(error: Unkept): Promise<void> {
    const now = office.now()
    const { since = now, told: before = false } = ailing ?? {}
    ailing = { what: error, since, told: before }
    office.meters.ailing.set({ ailment: error.ailment }, 1)
    office.log.fatal({ err: error, ailment: error.ailment }, 'the store fails')
    if (error.ailment === 'lost' && now - since < BLINK) return
    if (now - (told.get(error.ailment) ?? Number.NEGATIVE_INFINITY) < HOUR) return
    told.set(error.ailment, now)
    ailing.told = true
    await tell(ailingLines(error.ailment), `${error.ailment}:${now}`)
  }

  async function recovered(): Promise<void> {
    if (!ailing || !(await canWrite())) return
    // Two turns may find so at one time; the first has told it.
    if (!ailing) return
    const { what, since, told } = ailing
    ailing = undefined
    office.meters.ailing.set({ ailment: what.ailment }, 0)
    office.log.warn({ since }, 'the store is well again')
    if (told) await tell(wellAgainLines(since), `well:${since}`)
  }

  /** A turn that wrote nothing proves nothing. */
  const canWrite = () =>
    office.store
      .turn((store) => store.counters.next('probe'))
      .then(
        () => true,
        () => false,
      )

  async function tell(lines: string[], key: string): Promise<void> {
    const admins = office.roster()?.withRole('admin') ?? []
    for (const { openId } of admins) {
      if (openId === null) continue
      const uuid = `distress-${uuidOf(`${key}:${openId}`)}`
      await send({ kind: 'send', to: { person: openId }, content: { lines }, uuid }).catch(
        ({ message }: Error) => office.log.error({ cause: message }, 'the keeper was not reached'),
      )
    }
  }

  return {
    ailing: () => ailing?.what,
    async hear(incoming) {
      try {
        const heard = await hearing(office)(incoming)
        await recovered()
        return heard
      } catch (error) {
        if (!(error instanceof Unkept)) throw error
        await cry(error)
        const heard = await glance(office, send, incoming).catch(() => undefined)
        if (heard) return heard
        if (incoming.kind !== 'tapped') throw error
        return { outcome: 'fault', toast: { type: 'error', content: TAP_AGAIN } }
      }
    },
    async feel(minute) {
      try {
        await minute()
        await recovered()
      } catch (error) {
        if (error instanceof Unkept) await cry(error)
        throw error
      }
    },
  }
}

/** Answers what only asks, in a turn that is taken back; undefined where something would have changed. */
async function glance(office: Office, send: Send, incoming: Incoming): Promise<Heard | undefined> {
  const letters: Parameters<Bound['outbox']['put']>[0][] = []
  let changes = false
  const watched = (bound: Bound): Bound => {
    const journal: Bound['journal'] = Object.create(bound.journal)
    journal.append = async () => {
      changes = true
      return ''
    }
    const outbox: Bound['outbox'] = Object.create(bound.outbox)
    outbox.put = async (letter) => {
      letters.push(letter)
      return true
    }
    return { ...bound, journal, outbox }
  }
  const store: Office['store'] = {
    ...office.store,
    turn: (work) => office.store.trial((bound) => work(watched(bound))),
  }
  const heard = await hearing({ ...office, store, nudge: () => {}, step: () => {} })(incoming)
  const asked = heard.understood?.command
  const command = office.registry.commands
    .get(asked?.file ?? '')
    ?.find((one) => one.name === asked?.name)
  const directory = office.roster()
  if (!command || command.changes || changes || !directory) return undefined
  for (const letter of letters.filter((one) => one.class === 'answer')) {
    const out = outgoing(letter, directory)
    if (!(out instanceof Undelivered)) await send(out)
  }
  return heard
}
