/** `npm run bench:pg`: our turn on PostgreSQL beside four rows without rules, in six trips and in one statement. */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { writeSection } from './delivery-page.ts'
import { inTurns, median, ratioOf } from './figures.ts'
import { closedLoop } from './load.ts'
import { layOffice } from './office.ts'
import { openPlaces, type Places } from './places.ts'
import { openPlatform } from './platform.ts'
import { type Magazine, magazine, push } from './push.ts'
import { pinGenerator, type Server, startServer } from './server.ts'

const CONNECTIONS = 32
const WARM = 4000
const SPELL = 2000

const SAYS = {
  bot: '**our bot: command, journal, receipt**',
  trips: 'our door, four rows in six trips',
  grouped: 'our door, four rows of all who wait in one statement',
}
type Name = keyof typeof SAYS

interface Runner {
  name: Name
  url: string
  server: Server
  pushes: Magazine
  answers: number
  /** Answers a second, one figure a round. */
  rates: number[]
}

async function begin(name: Name, places: Places, platform: string): Promise<Runner> {
  const url = await places.open(`bench_${name}`)
  if (name === 'bot') await layOffice(url, Date.now())
  const pinned = pinGenerator()
  const server = await startServer(name, { file: url, platform, port: 0 }, { pinned, env: {} })
  const runner = { name, url, server, pushes: magazine(push, false), answers: 0, rates: [] }
  await loaded(runner, WARM)
  return runner
}

/** Keeps it busy for so many milliseconds; the others stand still. */
async function loaded(runner: Runner, ms: number): Promise<void> {
  const { server, pushes } = runner
  server.wake()
  pushes.fill(((runner.rates.at(-1) ?? 1000) * 1.3 * ms) / 1000)
  const { rate, answers, wrong } = await closedLoop(server.port, CONNECTIONS, ms, pushes.next)
  server.rest()
  if (wrong > 0) throw new Error(`${runner.name}: ${wrong} of ${answers} answers were not 200`)
  runner.answers += answers
  if (ms === SPELL) runner.rates.push(rate)
}

/** Lines of history that were kept. */
async function kept({ url }: Runner): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from journal')
  await client.end()
  return rows[0]?.n ?? 0
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
    },
  })
  const places = await openPlaces('postgres')
  const platform = await openPlatform()
  const runners: Runner[] = []
  try {
    for (const name of Object.keys(SAYS) as Name[])
      runners.push(await begin(name, places, platform.url))
    for (let round = 0; round < Number(values.rounds); round++)
      for (const runner of inTurns(runners, round)) await loaded(runner, SPELL)
    const yard = runners.find(({ name }) => name === 'trips')?.rates ?? []
    const figures = await Promise.all(
      runners.map(async (runner) => ({
        name: runner.name,
        rate: Math.round(median(runner.rates)),
        ratio: ratioOf(runner.rates, yard),
        answers: runner.answers,
        kept: await kept(runner),
      })),
    )
    if (values.json) console.log(JSON.stringify(figures))
    else await report(figures)
  } finally {
    for (const { server } of runners) await server.stop()
    platform.close()
    await places.close()
  }
}

type Figure = {
  name: Name
  rate: number
  ratio: ReturnType<typeof ratioOf>
  answers: number
  kept: number
}

const report = (figures: readonly Figure[]): Promise<void> =>
  writeSection('Turns on PostgreSQL (`npm run bench:pg`)', [
    `${CONNECTIONS} connections push reports; the server and PostgreSQL share the machine with the generator; candidates take turns,`,
    'medians of round-by-round ratios. PostgreSQL waits for no disk here: what is compared is trips and statements.',
    '',
    '| | answers/s | × six trips (rounds) | kept |',
    '|---|---|---|---|',
    ...figures.map(({ name, rate, ratio, answers, kept }) => {
      const times = `${ratio.median.toFixed(2)} (${ratio.from.toFixed(2)}–${ratio.to.toFixed(2)})`
      return `| ${SAYS[name]} | ${rate} | ${times} | ${kept} of ${answers} |`
    }),
    '',
    'Bar (performance.md 2): our turns in one statement a group, at least 3 × the six trips.',
  ])

await main()
