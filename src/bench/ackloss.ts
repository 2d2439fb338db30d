/**
 * `npm run bench:ackloss`: the bot is killed under load, again and again, and everything is pushed once more: what was
 * acknowledged is there, nothing is there twice. And a burst of ten thousand events (performance.md 1, bar 3).
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { freePort } from '../free-port.ts'
import { writeSection } from './delivery-page.ts'
import { MEMORY } from './disk.ts'
import { openLine } from './load.ts'
import { layOffice } from './office.ts'
import { openPlatform } from './platform.ts'
import { push } from './push.ts'
import { pinGenerator, type Server, startServer } from './server.ts'

const KILLS = 5
const LINES = 32
const EVENTS = 3000
const BURST = 10_000
const BURST_LINES = 256

interface Losses {
  kills: number
  pushed: number
  /** Acknowledged before a kill, and acknowledged but not there after it. */
  acknowledged: number
  lost: number
  doubled: number
  missing: number
  burst: { events: number; acknowledged: number; kept: number; last: number }
}

const dir = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'duban-ackloss-'))
const platform = await openPlatform()
const pinned = pinGenerator()
const empty = join(dir, 'empty.db')
await layOffice(empty, Date.now())

/** The serials of what stands in the ledger: each report keeps the message it came by. */
function kept(file: string): Map<number, number> {
  const db = new Database(file, { readonly: true })
  const rows = db
    .prepare("select turn, count(*) as n from journal where verb = '报' group by turn")
    .all() as { turn: string; n: number }[]
  db.close()
  return new Map(rows.map(({ turn, n }) => [Number(turn.replace(/^\D+/, '')), n]))
}

const serve = (file: string, port: number): Promise<Server> =>
  startServer('bot', { file, platform: platform.url, port }, { pinned, env: {} })

/** Pushes the serials over so many connections; gives those that were answered with 200, and how long it took. */
async function pushAll(
  port: number,
  serials: number[],
  lines: number,
  acknowledged: number[] = [],
) {
  const bodies = serials.map((serial) => ({ serial, body: push(serial, Date.now()) })).reverse()
  const open = await Promise.all(Array.from({ length: lines }, () => openLine(port)))
  const from = performance.now()
  await Promise.all(
    open
      .map(async (line) => {
        for (let next = bodies.pop(); next; next = bodies.pop())
          if ((await line.ask(next.body)) === 200) acknowledged.push(next.serial)
      })
      .map((one) => one.catch(() => {})),
  )
  const ms = performance.now() - from
  for (const line of open) line.end()
  return { acknowledged, ms }
}

async function killed(): Promise<Omit<Losses, 'burst'>> {
  const file = join(dir, 'killed.db')
  copyFileSync(empty, file)
  const acknowledged = new Set<number>()
  let lost = 0
  for (let round = 0; round < KILLS; round++) {
    const port = await freePort()
    const server = await serve(file, port)
    const serials = Array.from({ length: EVENTS }, (_, i) => round * EVENTS + i)
    const now: number[] = []
    const underway = pushAll(port, serials, LINES, now)
    // In the middle of it: no connection knows what its next answer would have been.
    const enough = 300 + 137 * round
    while (now.length < enough) await new Promise((done) => setImmediate(done))
    await server.stop()
    await underway
    const there = kept(file)
    lost += now.filter((serial) => !there.has(serial)).length
    for (const serial of now) acknowledged.add(serial)
  }
  const pushed = KILLS * EVENTS
  const port = await freePort()
  const server = await serve(file, port)
  await pushAll(
    port,
    Array.from({ length: pushed }, (_, i) => i),
    LINES,
  )
  await server.stop()
  const there = kept(file)
  return {
    ...{ kills: KILLS, pushed, acknowledged: acknowledged.size, lost },
    doubled: [...there.values()].filter((n) => n > 1).length,
    missing: pushed - there.size,
  }
}

async function burst(): Promise<Losses['burst']> {
  const file = join(dir, 'burst.db')
  copyFileSync(empty, file)
  const port = await freePort()
  const server = await serve(file, port)
  // The first sentences are read by code that has not been compiled yet.
  await pushAll(
    port,
    Array.from({ length: 500 }, (_, i) => BURST + i),
    LINES,
  )
  const serials = Array.from({ length: BURST }, (_, i) => i)
  const { acknowledged, ms } = await pushAll(port, serials, BURST_LINES)
  await server.stop()
  const there = kept(file)
  const events = serials.filter((serial) => there.has(serial)).length
  return { events: BURST, acknowledged: acknowledged.length, kept: events, last: ms / 1000 }
}

try {
  const losses: Losses = { ...(await killed()), burst: await burst() }
  if (process.argv.includes('--json')) console.log(JSON.stringify(losses))
  else await report(losses)
} finally {
  platform.close()
  rmSync(dir, { recursive: true, force: true })
}

async function report({ burst, ...losses }: Losses): Promise<void> {
  await writeSection('Acknowledged means kept (`npm run bench:ackloss`)', [
    `The bot is killed with SIGKILL ${losses.kills} times while ${LINES} connections push reports, started again on the same file;`,
    `at the end all ${losses.pushed} are pushed once more. Then ${BURST} at once over ${BURST_LINES} connections.`,
    '',
    '| | |',
    '|---|---|',
    `| acknowledged before a kill | ${losses.acknowledged} |`,
    `| of these not in the ledger after it | ${losses.lost} |`,
    `| in the ledger twice after all were pushed again | ${losses.doubled} |`,
    `| missing then | ${losses.missing} |`,
    `| burst: acknowledged / in the ledger, of ${burst.events} | ${burst.acknowledged} / ${burst.kept} |`,
    `| burst: the last acknowledgement after | ${burst.last.toFixed(2)} s |`,
    '',
    'Bars: nothing lost, nothing doubled, the last within 3 s.',
  ])
}
