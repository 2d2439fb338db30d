/** Cold start and idle memory: `dist` as it is served, beside the SDK's receiver on node:http. */
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort } from '../free-port.ts'
import { appAt } from './app.ts'
import { inTurns, median, type Ratio, ratioOf } from './figures.ts'
import { memoryOf, program, spawnPinned, stopped } from './server.ts'

export interface StartFigures {
  /** Milliseconds from the start of the process until its port answers. */
  ours: number
  sdk: number
  ratio: Ratio
  /** MiB resident, five seconds after the start. */
  memory: { ours: number; sdk: number }
}

const ROUNDS = 7
const IDLE = 5000
const main = new URL('../../served/src/main.js', import.meta.url).pathname

/** Starts both in turns; the database is there from the first, unmeasured start. */
export async function measureStart(
  dir: string,
  platform: string,
  pinned: boolean,
): Promise<StartFigures> {
  const ours: number[] = []
  const sdk: number[] = []
  const starts: [number[], () => Promise<{ ms: number; memory: number }>][] = []
  const idle = { ours: 0, sdk: 0 }
  starts.push([ours, () => once(dir, platform, pinned, 'ours', 0)])
  starts.push([sdk, () => once(dir, platform, pinned, 'sdk', 0)])
  idle.ours = (await once(dir, platform, pinned, 'ours', IDLE)).memory
  idle.sdk = (await once(dir, platform, pinned, 'sdk', IDLE)).memory
  for (let round = 0; round < ROUNDS; round++)
    for (const [times, start] of inTurns(starts, round)) times.push((await start()).ms)
  return { ours: median(ours), sdk: median(sdk), ratio: ratioOf(ours, sdk), memory: idle }
}

async function once(
  dir: string,
  platform: string,
  pinned: boolean,
  which: 'ours' | 'sdk',
  idle: number,
): Promise<{ ms: number; memory: number }> {
  const port = await freePort()
  const file = join(dir, `start-${which}.db`)
  const settings = JSON.stringify({ file, platform, port })
  const args = which === 'ours' ? [main] : [program, 'sdk', settings]
  const from = performance.now()
  const child = spawnPinned(pinned, args, which === 'ours' ? served(file, platform, port) : {})
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${which} ended with ${child.exitCode}`)
    await new Promise((turn) => setImmediate(turn))
  }
  const ms = performance.now() - from
  await new Promise((rested) => setTimeout(rested, idle))
  const memory = memoryOf(child.pid ?? 0)
  await stopped(child)
  return { ms, memory }
}

/** The settings of a real office, as `.env` would give them. */
function served(file: string, platform: string, port: number): Record<string, string> {
  const { appId, appSecret, encryptKey, verificationToken } = appAt(platform)
  return {
    DATABASE_URL: file,
    PORT: String(port),
    LOG_LEVEL: 'error',
    FEISHU_APP_ID: appId,
    FEISHU_APP_SECRET: appSecret,
    FEISHU_ENCRYPT_KEY: encryptKey,
    FEISHU_VERIFICATION_TOKEN: verificationToken,
    FEISHU_DOMAIN: platform,
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((known) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      known(true)
    })
    socket.once('error', () => known(false))
  })
}

/** What a browser loads for the practice page's first sight, compressed, in KB. */
export function pageSize(): number {
  const folder = new URL('../../served/page/', import.meta.url)
  const sizes = readdirSync(folder).map(
    (name) => gzipSync(readFileSync(new URL(name, folder))).length,
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
