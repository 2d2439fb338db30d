/** The long connection: events without a public address, through the SDK's client, watched for silence. */
import type { Hear } from '../bot/message.ts'
import type { Instant } from '../domain/time/day.ts'
import { answerTo } from './answer.ts'
import { baseOf } from './domain.ts'
import { readEvent, type Wire } from './events.ts'
import { openLine } from './line.ts'
import { type Log, redacting } from './log.ts'
import { loadSdk, type SdkSocket } from './sdk.ts'
import type { Count } from './webhook.ts'

/** The connection's settings and ports. */
export interface SocketOptions {
  /** `feishu`, `lark` or a base address. */
  domain: string
  appId: string
  appSecret: string
  wire: () => Pick<Wire, 'bot' | 'tenant'>
  now: () => Instant
  hear: Hear
  log: Log
  count?: Count
  /** How often the platform wants a ping, in milliseconds; three of them without a sign mean silence. */
  interval?: number
  /** Calls a function every so many milliseconds until told to stop. */
  every?: (ms: number, look: () => void) => () => void
}

/** The state of the connection, for readiness and metrics. */
export interface SocketState {
  connected: boolean
  /** When the platform last gave a sign: a pong, an event, a new connection. */
  lastSeen: Instant
  restarts: number
}

/** The long connection. */
export interface LongConnection {
  state(): SocketState
  close(): void
}

const APP_ID = /^cli_[0-9a-fA-F]{16}$/
const INTERVAL = 120_000
const LOOKS_PER_INTERVAL = 4
const HANDSHAKE_MS = 10_000
const PONG_SECONDS = 20
const PONG = 'receive pong'
const LIMITS = { connect: 3000, answer: 10_000 }
const MOST_BYTES = 1024 * 1024

/**
 * Connects, and keeps connecting until closed. An event is acknowledged when `hear` has resolved; when it rejects the
 * platform sends it again. Throws at once when the app id cannot be one (the SDK would say nothing and do nothing).
 */
export function openSocket(options: SocketOptions): LongConnection {
  const { appId, appSecret, now, log, interval = INTERVAL, every = timer } = options
  if (!APP_ID.test(appId))
    throw new Error('FEISHU_APP_ID 格式有误：应为 cli_ 加 16 位字母或数字，请从飞书开放平台抄录')
  const base = baseOf(options.domain)
  const state: SocketState = { connected: false, lastSeen: now(), restarts: 0 }
  const line = openLine(LIMITS, MOST_BYTES)
  line.interceptors.response.use((response) => response.data)
  const logger = redacting(log, appSecret, (text) => {
    if (text.includes(PONG)) seen()
  })
  let failed = false
  let client = connect()
  const stop = every(interval / LOOKS_PER_INTERVAL, watch)
  return { state: () => ({ ...state }), close }

  function connect(): SdkSocket {
    const { WSClient, LoggerLevel } = loadSdk()
    const next = new WSClient({
      appId,
      appSecret,
      domain: base,
      httpInstance: line,
      logger,
      loggerLevel: LoggerLevel.trace,
      autoReconnect: true,
      handshakeTimeoutMs: HANDSHAKE_MS,
      wsConfig: { pingTimeout: PONG_SECONDS },
      onReady: () => turned(true),
      onReconnected: () => turned(true),
      onReconnecting: () => turned(false),
      onError: () => {
        turned(false)
        failed = true
      },
    })
    void next.start({ eventDispatcher: { invoke: (event) => receive(event, options, seen) } })
    return next
  }

  function turned(connected: boolean): void {
    state.connected = connected
    if (connected) seen()
    log('info', connected ? 'long connection stands' : 'long connection broken')
  }

  function seen(): void {
    state.lastSeen = now()
  }

  /** A connection that gave up, or one that stands but says nothing, is made anew. */
  function watch(): void {
    if (!failed && now() - state.lastSeen <= 3 * interval) return
    log('warn', 'long connection silent: made anew', { restarts: state.restarts })
    client.close({ force: true })
    failed = false
    state.connected = false
    state.restarts += 1
    seen()
    client = connect()
  }

  function close(): void {
    stop()
    client.close({ force: true })
    state.connected = false
  }
}

/** Nothing here carries the Verification Token: the connection itself was proved with the app's secret. */
async function receive(event: unknown, options: SocketOptions, seen: () => void): Promise<unknown> {
  const { wire, now, hear, count = () => {} } = options
  seen()
  try {
    const incoming = readEvent(event, { ...wire(), at: now() })
    if (incoming.kind === 'ignored') {
      count('ignored', incoming.type)
      return undefined
    }
    const heard = await hear(incoming)
    count('heard', incoming.kind)
    return incoming.kind === 'tapped' ? answerTo(incoming, heard) : undefined
  } catch (error) {
    count('fault', error instanceof Error ? error.name : 'fault')
    // The SDK logs what is thrown here: it gets no more than this.
    throw new Error('not kept')
  }
}

function timer(ms: number, look: () => void): () => void {
  const handle = setInterval(look, ms)
  return () => clearInterval(handle)
}
