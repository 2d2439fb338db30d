/** Reads nothing, answers 200: what the generator itself can do. */
import { type AddressInfo, createServer } from 'node:net'
import type { Start } from './listening.ts'

const ANSWER = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')

export const start: Start = async ({ port }) => {
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('data', () => socket.write(ANSWER))
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}
