/** `npm run bench`: measures in one run, prints the tables, and keeps them in docs/. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileSlowly, MEMORY } from './disk.ts'
import { type Candidate, measure, type Plan } from './hotpath.ts'
import { lookAtMachine } from './machine.ts'
import { layOffice } from './office.ts'
import { picture } from './picture.ts'
import { openPlatform } from './platform.ts'
import { pinGenerator } from './server.ts'
import { measureStart, pageSize } from './start.ts'
import { page, type Run } from './table.ts'

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** One disk only: microseconds of every fsync. */
    'sync-us': { type: 'string' },
    rounds: { type: 'string', default: '5' },
    conns: { type: 'string', default: '32' },
    rate: { type: 'string', default: '500' },
    /** Candidates by name, comma between; all where not given. */
    only: { type: 'string' },
    /** A folder in which `npm install @slack/bolt koishi @koishijs/plugin-http @koishijs/plugin-server @satorijs/adapter-lark` was run. */
    peers: { type: 'string' },
  },
})

const peers: Candidate[] = asked.peers === undefined ? [] : ['bolt', 'koishi']
const everybody: Candidate[] = ['null', 'hono', 'door', 'storeless', 'bot', 'sdk', ...peers]
const writers: Candidate[] = ['bot', 'sdk']

interface Disk {
  name: string
  /** Microseconds of every fsync; undefined for the disk as it is. */
  us: number | undefined
  candidates: Candidate[]
}

const whole: Disk[] = [
  { name: 'Disk with a fixed fsync of 100 µs', us: 100, candidates: everybody },
  { name: 'Disk with a fixed fsync of 1 ms', us: 1000, candidates: writers },
  { name: 'The real disk', us: undefined, candidates: writers },
]

/** What was asked for: the three disks, or one. */
function disksAsked(): Disk[] {
  const us = asked['sync-us']
  const only = asked.only?.split(',') as Candidate[] | undefined
  if (us === undefined && !only) return whole
  const name = us === undefined ? 'The real disk' : `Disk with a fixed fsync of ${us} µs`
  return [{ name, us: us === undefined ? undefined : Number(us), candidates: only ?? everybody }]
}

async function main(): Promise<void> {
  const machine = await lookAtMachine()
  const pinned = machine.cores > 1 && pinGenerator()
  const dirs = [mkdtempSync(join(tmpdir(), 'duban-bench-'))]
  const [real = ''] = dirs
  const missing: string[] = []
  const slowly = compileSlowly(real)
  if (slowly) dirs.push(mkdtempSync(join(MEMORY, 'duban-bench-')))
  const platform = await openPlatform()
  try {
    const office = join(dirs.at(-1) ?? real, 'office.db')
    await layOffice(office, Date.now())
    const common = {
      office,
      platform: platform.url,
      peers: asked.peers,
      pinned,
      rounds: Number(asked.rounds),
      connections: Number(asked.conns),
      rate: Number(asked.rate),
    }
    const disks: Run['disks'] = []
    for (const { name, us, candidates } of disksAsked()) {
      if (us !== undefined && !slowly) {
        missing.push(`${name}: needs g++ and ${MEMORY}.`)
        continue
      }
      const where = us === undefined ? real : (dirs[1] ?? real)
      const dir = mkdtempSync(join(where, 'disk-'))
      const env = us === undefined ? {} : (slowly?.(us) ?? {})
      const plan: Plan = { ...common, candidates, dir, env }
      disks.push({ name, figures: await measure(plan) })
      rmSync(dir, { recursive: true })
    }
    const isWhole = asked['sync-us'] === undefined && !asked.only
    const start = isWhole ? await measureStart(real, platform.url, pinned) : undefined
    const { connections, rate } = common
    const date = new Date().toISOString().slice(0, 10)
    const facts = { date, machine, pinned, connections, rate, disks, start, missing }
    const run: Run = { ...facts, page: pageSize() }
    if (asked.json) console.log(JSON.stringify(run, null, 2))
    else console.log(page(run))
    if (isWhole) keep(run)
  } finally {
    platform.close()
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
  }
}

/** The last whole run stays in docs/. */
function keep(run: Run): void {
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/bench.md', page(run))
  writeFileSync('docs/bench.svg', picture(run))
}

await main()
