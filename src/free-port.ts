/** A port of this machine that nobody listens on. */
import { createServer } from 'node:net'

/** Below what systems give to outgoing connections: one of those cannot take the port before it is listened on. */
const FIRST = 20_000
const COUNT = 12_000

// Processes side by side begin to look far from each other: the golden section of the range apart.
let looked = (process.pid * 7417) % COUNT

/** A port free at this moment, another one each time; throws when all are taken. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < COUNT; tries++) {
    const port = FIRST + (looked++ % COUNT)
    if (await isFree(port)) return port
  }
  throw new Error('no free port')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((found) => {
    const probe = createServer()
    probe.once('error', () => found(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => found(true)))
  })
}
