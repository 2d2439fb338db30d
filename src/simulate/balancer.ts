/** The proxy before several instances: a push goes to one after the other, and past those that do not answer. */
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Balancer {
  port: number
  close(): Promise<void>
}

/** Forwards to these ports in turn; an instance that is silent for `patience` milliseconds is passed over. */
export async function openBalancer(ports: readonly number[], patience: number): Promise<Balancer> {
  let turn = 0
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', async () => {
      const body = Buffer.concat(chunks)
      const first = turn++
      for (let i = 0; i < ports.length; i++) {
        const port = ports[(first + i) % ports.length] ?? 0
        const given = await pass(port, asked.url ?? '/', asked.headers, body, patience)
        if (!given) continue
        answer.writeHead(given.status, { 'content-type': 'application/json' })
        return answer.end(given.body)
      }
      answer.writeHead(502)
      answer.end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

interface Given {
  status: number
  body: Buffer
}

/** One try; undefined where nobody answered. */
function pass(
  port: number,
  path: string,
  headers: Record<string, unknown>,
  body: Buffer,
  patience: number,
): Promise<Given | undefined> {
  return new Promise((done) => {
    const own = { ...(headers as Record<string, string>), connection: 'close' }
    const out = request({ host: '127.0.0.1', port, path, method: 'POST', headers: own })
    out.setTimeout(patience, () => out.destroy())
    out.on('error', () => done(undefined))
    out.on('close', () => done(undefined))
    out.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 502, body: Buffer.concat(chunks) }),
      )
      answer.on('error', () => done(undefined))
    })
    out.end(body)
  })
}
