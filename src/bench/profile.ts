/** `npm run bench:profile`: where the processor time of one sentence goes, by room; kept in docs/bench-profile.md. */
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MEMORY } from './disk.ts'
import type { Candidate } from './hotpath.ts'
import { closedLoop } from './load.ts'
import { busyLine, lookAtMachine, type Machine } from './machine.ts'
import { layOffice } from './office.ts'
import { openPlatform } from './platform.ts'
import { magazine, push } from './push.ts'
import { pinGenerator, type Server, startServer } from './server.ts'
import { type Profile, type Share, sharesOf } from './shares.ts'
import { NAMES } from './table.ts'

/** From the barest to the whole; the SDK's adapter beside them. */
const COSTED: readonly Candidate[] = ['hono', 'door', 'storeless', 'bot', 'sdk']
const CONNECTIONS = 32
const WARM = 5000
const LOOKED_AT = 5000

/** Processor time of an answer, microseconds, and where it went. */
interface Costs {
  us: number
  shares: Share[]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  const machine = await lookAtMachine()
  const pinned = pinGenerator()
  const dir = mkdtempSync(join(MEMORY, 'duban-profile-'))
  const platform = await openPlatform()
  try {
    const office = join(dir, 'office.db')
    await layOffice(office, Date.now())
    const costs = new Map<Candidate, Costs>()
    for (const candidate of COSTED) {
      const file = join(dir, `${candidate}.db`)
      if (candidate === 'bot' || candidate === 'storeless') copyFileSync(office, file)
      costs.set(candidate, await profiled(candidate, file, platform.url, pinned))
    }
    if (values.json) console.log(JSON.stringify({ machine, costs: Object.fromEntries(costs) }))
    else console.log(page(machine, costs))
    writeFileSync('docs/bench-profile.md', page(machine, costs))
  } finally {
    platform.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Loads one candidate until it is warm, counts what an answer costs, and reads its profile of that time. */
async function profiled(
  candidate: Candidate,
  file: string,
  platform: string,
  pinned: boolean,
): Promise<Costs> {
  const to = mkdtempSync(join(tmpdir(), 'duban-profile-'))
  const watched = ['--cpu-prof', `--cpu-prof-dir=${to}`, '--cpu-prof-interval=250']
  const settings = { file, platform, port: 0 }
  const server = await startServer(candidate, settings, { pinned, env: {}, watched })
  const pushes = magazine(push, false)
  await loaded(server, WARM, () => pushes.next())
  const from = server.used()
  const answers = await loaded(server, LOOKED_AT, () => pushes.next())
  const us = (server.used() - from) / answers
  await server.leave()
  const [name = ''] = readdirSync(to)
  const profile = JSON.parse(readFileSync(join(to, name), 'utf8')) as Profile
  rmSync(to, { recursive: true })
  return { us, shares: sharesOf(profile, LOOKED_AT / (WARM + LOOKED_AT)) }
}

async function loaded({ port }: Server, ms: number, next: () => Buffer): Promise<number> {
  const { answers, wrong } = await closedLoop(port, CONNECTIONS, ms, next)
  if (wrong > 0) throw new Error(`${wrong} of ${answers} answers were not 200`)
  return answers
}

/** A COMMIT that is waited for, as the bar has it, microseconds. */
const FSYNC = 100

function page(machine: Machine, costs: ReadonlyMap<Candidate, Costs>): string {
  const date = new Date().toISOString().slice(0, 10)
  const us = (candidate: Candidate) => Math.round(costs.get(candidate)?.us ?? Number.NaN)
  const left = Math.round((us('sdk') + FSYNC) / 3)
  return [
    '# Where the time of one sentence goes',
    '',
    `Written by \`npm run bench:profile\` on ${date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    `A report of the bench (\`报 N …\`, ${CONNECTIONS} connections, a file in memory, COMMIT without a wait), under the profiler of V8;`,
    'what the platform, a package or the language does is counted to the room that asked for it.',
    ...busyLine(machine),
    '',
    '| server | processor time of an answer, µs |',
    '|---|---|',
    ...COSTED.map((candidate) => `| ${NAMES[candidate]} | ${us(candidate)} |`),
    '',
    `Three times the SDK adapter's answers, as performance.md asks at an fsync of ${FSYNC} µs, leave (${us('sdk')} + ${FSYNC}) ÷ 3 = ${left} µs for one.`,
    `The door alone costs ${us('door')} µs, before a sentence is looked at; the sentence, its rules and its card another ${us('storeless') - us('door')} µs, the ledger ${us('bot') - us('storeless')} µs.`,
    '',
    '| room | share | µs an answer of our bot |',
    '|---|---|---|',
    ...(costs.get('bot')?.shares ?? []).map(
      ({ place, share }) =>
        `| ${place} | ${(share * 100).toFixed(1)} % | ${Math.round(share * us('bot'))} |`,
    ),
    '',
  ].join('\n')
}

await main()
