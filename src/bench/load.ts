/** The load generator: raw keep-alive connections, one request under way on each. */
import { connect, type Socket } from 'node:net'

/** One connection; a request at a time. */
interface Line {
  ask(request: Buffer): Promise<number>
  end(): void
}

export interface Closed {
  /** Answers per second. */
  rate: number
  answers: number
  /** Answers that were not 200. */
  wrong: number
}

export interface Open {
  /** Milliseconds from the moment a request was due until its answer. */
  p50: number
  p99: number
  answers: number
  /** Answers that were not 200. */
  wrong: number
}

/** Keeps `connections` busy for so many milliseconds. */
export async function closedLoop(
  port: number,
  connections: number,
  ms: number,
  next: () => Buffer,
): Promise<Closed> {
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(port)))
  const from = performance.now()
  const until = from + ms
  let answered = 0
  let wrong = 0
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < until) {
        if ((await line.ask(next())) !== 200) wrong += 1
        answered += 1
      }
    }),
  )
  const seconds = (performance.now() - from) / 1000
  for (const line of lines) line.end()
  return { rate: answered / seconds, answers: answered, wrong }
}

/** Sends at a fixed rate whatever the answers do; a request that finds no free connection opens one. */
export async function openLoop(
  port: number,
  rate: number,
  ms: number,
  next: () => Buffer,
): Promise<Open> {
  const free = await Promise.all(Array.from({ length: 16 }, () => openLine(port)))
  const lines = [...free]
  const waited: number[] = []
  const underway: Promise<void>[] = []
  let wrong = 0
  const send = async (due: number): Promise<void> => {
    let line = free.pop()
    if (!line) {
      line = await openLine(port)
      lines.push(line)
    }
    if ((await line.ask(next())) !== 200) wrong += 1
    waited.push(performance.now() - due)
    free.push(line)
  }
  const from = performance.now()
  for (let due = from; due < from + ms; due += 1000 / rate) {
    // Timers are a millisecond coarse, answers are faster: the generator has a core of its own to spin on.
    while (performance.now() < due) await new Promise((turn) => setImmediate(turn))
    underway.push(send(due))
  }
  await Promise.all(underway)
  for (const line of lines) line.end()
  waited.sort((a, b) => a - b)
  const at = (share: number) =>
    waited[Math.min(waited.length - 1, Math.floor(waited.length * share))]
  return { p50: at(0.5) ?? 0, p99: at(0.99) ?? 0, answers: waited.length, wrong }
}

/** Opens one connection. */
export function openLine(port: number): Promise<Line> {
  return new Promise((opened, failed) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.off('error', failed)
      opened(lineOn(socket))
    })
  })
}

function lineOn(socket: Socket): Line {
  let got = ''
  let asked: { done: (status: number) => void; failed: (error: Error) => void } | undefined
  const broken = () => asked?.failed(new Error('the server closed a connection under load'))
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => {
    got += text
    if (!isWhole(got)) return
    const status = Number(got.slice(9, 12))
    got = ''
    asked?.done(status)
  })
  socket.on('error', broken)
  socket.on('close', broken)
  return {
    ask: (request) =>
      new Promise((done, failed) => {
        asked = { done, failed }
        socket.write(request)
      }),
    end() {
      asked = undefined
      socket.destroy()
    },
  }
}

/** Whether an answer has arrived to its end, by its length or its last chunk. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  if (length === undefined) return answer.endsWith('0\r\n\r\n')
  return answer.length >= head + 4 + Number(length)
}
