/** The long connection: each event goes to one client at random, and counts as delivered when it is acknowledged. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Envelope } from './envelope.ts'
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame, header } from './frame.ts'
import type { Ids } from './ids.ts'
import type { Posted } from './webhook.ts'

/** What the endpoint tells a client about its rhythm, in seconds. */
export interface Rhythm {
  pingInterval: number
  reconnectInterval: number
  reconnectNonce: number
}

const MOST_CLIENTS = 50
const WHOLE = 2048
const PATH = '/ws/v2'

interface Client {
  socket: WebSocket
  /** Frames sent before the first ping get lost, so nothing is sent until then. */
  pinged: boolean
  /** Half open: the connection stands, and nothing comes through in either direction. */
  frozen: boolean
}

/** The clients connected, the tickets given out, and the acknowledgements awaited. */
export class Sockets {
  readonly #ids: Ids
  readonly #rhythm: Rhythm
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024 })
  readonly #tickets = new Set<string>()
  readonly #clients = new Set<Client>()
  readonly #awaited = new Map<string, (posted: Posted) => void>()
  #sequence = 0

  constructor(ids: Ids, rhythm: Rhythm) {
    this.#ids = ids
    this.#rhythm = rhythm
  }

  /** The address for one new connection, or undefined when 50 are open. `origin` is like ws://127.0.0.1:3001. */
  invite(origin: string): { URL: string; ClientConfig: Record<string, number> } | undefined {
    if (this.#clients.size >= MOST_CLIENTS) return undefined
    const ticket = this.#ids.hex()
    this.#tickets.add(ticket)
    const query = `device_id=${this.#ids.pick(2 ** 31)}&service_id=1&ticket=${ticket}`
    return { URL: `${origin}${PATH}?${query}`, ClientConfig: this.#config() }
  }

  /** Takes a connection that has a ticket; a ticket is good for one connection. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '', 'ws://127.0.0.1')
    if (url.pathname !== PATH || !this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nHandshake-Status: 514\r\nConnection: close\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      const client = { socket, pinged: false, frozen: false }
      this.#clients.add(client)
      socket.on('close', () => this.#clients.delete(client))
      socket.on('error', () => socket.terminate())
      socket.on('message', (data) => this.#heard(client, data))
    })
  }

  /** Sends an event or callback to one client. Status 200 or 500 as acknowledged, 0 when nobody did in time. */
  deliver(content: Envelope, patience: number): Promise<Posted> {
    const ready = [...this.#clients].filter(({ pinged }) => pinged)
    const client = ready[this.#ids.pick(ready.length)]
    if (!client) return Promise.resolve({ status: 0, body: '' })
    const id = this.#ids.hex()
    return new Promise((done) => {
      const finish = (posted: Posted) => {
        clearTimeout(timer)
        this.#awaited.delete(id)
        done(posted)
      }
      const timer = setTimeout(() => finish({ status: 0, body: '' }), patience)
      this.#awaited.set(id, finish)
      const frames = client.frozen ? [] : this.#frames(id, JSON.stringify(content))
      for (const frame of frames) client.socket.send(frame)
    })
  }

  /** How many clients are connected and have pinged. */
  ready(): number {
    return [...this.#clients].filter(({ pinged }) => pinged).length
  }

  /** Cuts every connection, as a network does: the clients come again by themselves. */
  cut(): void {
    for (const { socket } of this.#clients) socket.terminate()
  }

  /** Leaves every connection open and dead: pings stay unanswered, events do not arrive, nothing is said about it. */
  freeze(): void {
    for (const client of this.#clients) client.frozen = true
  }

  /** One frame, or for a large event half of the times two. */
  #frames(id: string, json: string): Uint8Array[] {
    const payload = Buffer.from(json)
    const split = payload.length > WHOLE && this.#ids.random() < 0.5
    const middle = payload.length >> 1
    const parts = split ? [payload.subarray(0, middle), payload.subarray(middle)] : [payload]
    const trace = this.#ids.hex()
    return parts.map((part, seq) =>
      this.#frame(DATA, part, {
        type: 'event',
        message_id: id,
        sum: String(parts.length),
        seq: String(seq),
        trace_id: trace,
      }),
    )
  }

  #frame(method: number, payload: Uint8Array, headers: Record<string, string>): Uint8Array {
    this.#sequence += 1
    const list = Object.entries(headers).map(([key, value]) => ({ key, value }))
    const SeqID = this.#sequence
    return encodeFrame({ SeqID, LogID: SeqID, service: 1, method, headers: list, payload })
  }

  #heard(client: Client, data: RawData): void {
    if (client.frozen) return
    let frame: Frame
    try {
      frame = decodeFrame(data as Buffer)
    } catch {
      client.socket.close(1002)
      return
    }
    if (frame.method === CONTROL && header(frame, 'type') === 'ping') {
      client.pinged = true
      const config = Buffer.from(JSON.stringify(this.#config()))
      client.socket.send(this.#frame(CONTROL, config, { type: 'pong' }))
    }
    if (frame.method === DATA) this.#awaited.get(header(frame, 'message_id'))?.(acknowledged(frame))
  }

  #config(): Record<string, number> {
    const { pingInterval, reconnectInterval, reconnectNonce } = this.#rhythm
    return {
      PingInterval: pingInterval,
      ReconnectCount: -1,
      ReconnectInterval: reconnectInterval,
      ReconnectNonce: reconnectNonce,
    }
  }
}

/** An acknowledgement is `{code, data}`; data is base64 of the handler's JSON, absent for a bare one. */
function acknowledged(frame: Frame): Posted {
  try {
    const { code, data } = JSON.parse(Buffer.from(frame.payload).toString())
    const body = data ? Buffer.from(data, 'base64').toString() : '{}'
    return { status: Number(code), body }
  } catch {
    return { status: 500, body: '' }
  }
}
