/** The street: a pretend Feishu speaking real HTTP and WebSocket on a port of this machine. */
import { type PeopleActs, peopleActs } from './acts.ts'
import type { StreetClock } from './clock.ts'
import type { Effect } from './effects.ts'
import { listen } from './listen.ts'
import { Outbound, type Ways } from './outbound.ts'
import type { Fault, State, Trace } from './protocol.ts'
import { restoreSnapshot, takeSnapshot } from './snapshot.ts'
import { type Rhythm, Sockets } from './sockets.ts'
import type { Hearing } from './speaking.ts'
import { type Town, town } from './town.ts'
import { type Turning, turning } from './turning.ts'
import { type Posted, postRaw, postSealed } from './webhook.ts'
import { newWorld, type StreetApp } from './world.ts'

/** What a street is opened with; all but the app and the clock may be left out. */
export interface StreetOptions {
  app: StreetApp
  clock: StreetClock
  /** Addresses of the bot's webhook; `cards` is by default the same as `events`. Absent: the long connection. */
  push?: { events: string; cards?: string }
  /** 0, the default, takes any free port. */
  port?: number
  /** A name of this machine; by default 127.0.0.1. */
  host?: string
  /** Folder with the built chat page, served at `/`. */
  page?: string
  /** Moves bot and street together when the page turns the clock; by default only the street moves. */
  turn?: (to: number) => Promise<void>
  tries?: State['tries']
  menu?: State['menu']
  /** Milliseconds that never go back, for the pace limits; by default real time. */
  paceClock?: () => number
  /** Which group messages the app hears: all of them (the default), or only those that mention it. */
  hearing?: Hearing
  /** Real time: whatever falls due is pushed again by itself, looked at every second. */
  live?: boolean
  /** Milliseconds an answer is awaited: 3,000 by default, as on the platform. */
  patience?: number
  /** Milliseconds of real time: how late a slow answer is, and how long a lost one hangs before the connection ends. */
  holding?: { slow?: number; lost?: number }
  /** The rhythm of the long connection in seconds. */
  rhythm?: Partial<Rhythm>
  /** The seed of ids and chance. */
  seed?: number
  /** How many traces the inspector keeps; 2,000 by default. */
  traces?: number
}

/** An open street: build it, act on it as people do, read its record, turn its clock, break it. */
export interface Street extends Town, PeopleActs, Omit<Turning, 'turnByPage'> {
  /** http://127.0.0.1:port, without a slash at the end: the `domain` of an SDK client. */
  url: string
  /** The bot's open_id and name. */
  bot: { openId: string; name: string }
  close(): Promise<void>
  /** Events pushed and calls made, oldest first. */
  calls(): Trace[]
  /** Every visible effect of the bot, in order. */
  effects(): Effect[]
  /** Switches a fault on for `times` times, off with 0, on for good with -1. */
  fault(kind: Fault['kind'], times: number): void
  /** Every fault and the times left. */
  faults(): Fault[]
  /** From now on the bot's webhook has this address, for one that is started after the street. */
  pushTo(events: string): void
  /** Asks the webhook to prove itself as when its address is saved; whether it answered the challenge within 1 s. */
  verifyUrl(): Promise<boolean>
  /** Posts bytes to the webhook as they are. */
  pushRaw(body: Uint8Array, headers: Record<string, string>): Promise<Posted>
  /** Clients on the long connection that are ready for events. */
  connections(): number
  /** Cuts every long connection, as a network does. */
  cutConnections(): void
  /** Makes every long connection half open: it stands, but nothing comes through. */
  freezeConnections(): void
  snapshot(): unknown
  /** Puts a snapshot onto an empty street. */
  restore(snapshot: unknown): void
}

/** Opens a street; it listens when the promise resolves. */
export async function openStreet(options: StreetOptions): Promise<Street> {
  const { app, clock, push, patience = 3000, tries = [], menu = [] } = options
  for (const url of Object.values(push ?? {})) demandHttp(url)
  const world = newWorld({
    app,
    clock,
    paceClock: options.paceClock ?? (() => performance.now()),
    seed: options.seed ?? 1,
    traces: options.traces ?? 2000,
  })
  const rhythm = {
    pingInterval: 120,
    reconnectInterval: 120,
    reconnectNonce: 30,
    ...options.rhythm,
  }
  const sockets = new Sockets(world.ids, rhythm)
  const ways: Ways = { sockets, patience, ...(push ? { push } : {}) }
  const outbound = new Outbound(world, ways)
  const acts = peopleActs(world, outbound, options.hearing ?? 'all')
  const { turnByPage, ...turns } = turning(world, outbound, options.turn)
  const fault = (kind: Fault['kind'], times: number) => world.faults.set(kind, times)
  const behind = {
    world,
    sockets,
    doings: { ...acts, turn: turnByPage, fault },
    suggestions: { tries, menu },
    holding: { slow: 2000, lost: 10_000, ...options.holding },
    page: options.page,
  }
  const door = await listen(behind, options.host ?? '127.0.0.1', options.port ?? 0)
  const live = options.live ? setInterval(() => void turns.runDue(), 1000) : undefined
  return {
    ...town(world),
    ...acts,
    ...turns,
    url: door.url,
    bot: world.bot,
    close: () => {
      clearInterval(live)
      return door.close()
    },
    calls: () => world.inspector.list(),
    effects: () => [...world.effects],
    fault,
    faults: () => world.faults.list(),
    pushTo(events) {
      demandHttp(events)
      ways.push = { events }
    },
    verifyUrl: async () => {
      const challenge = world.ids.hex()
      const content = { challenge, token: app.verificationToken, type: 'url_verification' }
      const posted = await postSealed(world, eventsUrl(ways), content, {
        patience: 1000,
        signed: false,
      })
      return posted.status === 200 && answers(posted.body, challenge)
    },
    pushRaw: (body, headers) => postRaw(eventsUrl(ways), body, headers, patience),
    connections: () => sockets.ready(),
    cutConnections: () => sockets.cut(),
    freezeConnections: () => sockets.freeze(),
    snapshot: () => takeSnapshot(world, outbound.pushes),
    restore: (snapshot) => restoreSnapshot(world, outbound.pushes, snapshot),
  }
}

function demandHttp(url: string): void {
  if (!/^http:\/\//.test(url)) throw new Error(`机器人的地址应以 http:// 开头：${url}`)
}

function eventsUrl({ push }: Ways): string {
  if (!push) throw new Error('没有填写机器人的事件地址')
  return push.events
}

function answers(body: string, challenge: string): boolean {
  try {
    return JSON.parse(body).challenge === challenge
  } catch {
    return false
  }
}
