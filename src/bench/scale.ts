/** `npm run bench:scale`: how much longer the same question takes in a ledger a hundred times as large. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { yellowBefore } from '../domain/matter/urgency.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import { notices } from '../domain/time/notices.ts'
import { openStore, type Store } from '../store/open.ts'
import type { Bound } from '../store/store.ts'
import { inTurns, median, type Ratio, ratioOf } from './figures.ts'
import { layLedger, UNITS } from './ledger-laying.ts'
import { BUSY, lookAtMachine } from './machine.ts'
import { liveMorning, type Morning } from './morning.ts'

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '9' },
    /** Keep the figures in docs/. */
    keep: { type: 'boolean', default: false },
  },
})

/** How often a question is asked of one ledger in one turn. */
const TIMES = 40
const PAGE = { limit: 10 }

interface Question {
  name: string
  /** The ratio it should stay below (performance.md 2). */
  bar: number
  ask(store: Bound, n: number, size: number): Promise<unknown>
}

const now = Date.now()
const light = { is: 'red', now, yellowBefore: yellowBefore(now, calendarOf(notices)) } as const
const person = (n: number, size: number) => ((n * 7919) % Math.max(1, Math.floor(size / 100))) + 1
const unit = (n: number) => (n % UNITS) + 1

const questions: Question[] = [
  {
    name: '待办 of a person: count and first page',
    bar: 3,
    ask: async ({ ledger }, n, size) => {
      const wanted = { waitsFor: [person(n, size)] }
      return [await ledger.count(wanted), await ledger.page(wanted, PAGE)]
    },
  },
  {
    name: '待办 逾期 of a person: count',
    bar: 2,
    ask: ({ ledger }, n, size) => ledger.count({ waitsFor: [person(n, size)], light }),
  },
  {
    name: '待办 of a unit: count and first page',
    bar: 5,
    ask: async ({ ledger }, n) => {
      const wanted = { leads: [unit(n)] }
      return [await ledger.count(wanted), await ledger.page(wanted, PAGE)]
    },
  },
  {
    name: '台账: count and first page',
    bar: 5,
    ask: async ({ ledger }) => [await ledger.count({}), await ledger.page({}, PAGE)],
  },
  {
    name: '台账 unit 批示 逾期: first page',
    bar: 5,
    ask: ({ ledger }, n) => ledger.page({ leads: [unit(n)], sources: ['批示'], light }, PAGE),
  },
  {
    name: '查 by words',
    bar: 3,
    ask: async ({ search, matters }, n, size) => {
      const id = ((n * 104_729) % size) + 1
      const sign = String.fromCodePoint(
        19_968 + (id % 5000),
        25_000 + (Math.floor(id / 5000) % 4000),
      )
      return matters.list(await search.find(`${sign} 项目`, 200))
    },
  },
  {
    name: '查 by number',
    bar: 2,
    ask: ({ matters }, n, size) => matters.get(((n * 104_729) % size) + 1),
  },
  {
    name: '历史',
    bar: 2,
    ask: ({ journal }, n, size) => journal.kept(`matter:${((n * 104_729) % size) + 1}`),
  },
]

interface Ledger {
  size: number
  store: Store
  /** Milliseconds of one asking, the median of each round, by question. */
  times: Map<string, number[]>
}

async function main(): Promise<void> {
  const machine = await lookAtMachine()
  const dir = mkdtempSync(join(tmpdir(), 'duban-scale-'))
  const ledgers: Ledger[] = []
  try {
    for (const size of [Number(asked.small), Number(asked.large)]) {
      const file = join(dir, `${size}.db`)
      await layLedger(file, size, now)
      ledgers.push({ size, store: await openStore(file), times: new Map() })
    }
    for (let round = -1; round < Number(asked.rounds); round++)
      for (const question of questions)
        for (const ledger of inTurns(ledgers, Math.abs(round))) {
          const took = await ask(ledger, question, round)
          // The first round warms both and is forgotten.
          if (round >= 0)
            ledger.times.set(question.name, [...(ledger.times.get(question.name) ?? []), took])
        }
    const figures = questions.map((question) => figureOf(question, ledgers))
    const mornings: Morning[] = []
    for (const { size, store } of ledgers) {
      await store.close()
      mornings.push(await liveMorning(join(dir, `${size}.db`), size, now))
    }
    const date = new Date(now).toISOString().slice(0, 10)
    const run = { date, machine, sizes: ledgers.map(({ size }) => size), figures, mornings }
    if (asked.json) console.log(JSON.stringify(run, null, 2))
    else console.log(page(run))
    if (asked.keep) writeFileSync('docs/bench-scale.md', page(run))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function ask({ store, size }: Ledger, question: Question, round: number): Promise<number> {
  const times: number[] = []
  await store.look(async (bound) => {
    for (let n = 0; n < TIMES; n++) {
      const begun = performance.now()
      await question.ask(bound, (round + 1) * TIMES + n, size)
      times.push(performance.now() - begun)
    }
  })
  return median(times)
}

interface Figure {
  name: string
  bar: number
  small: number
  large: number
  ratio: Ratio
}

function figureOf({ name, bar }: Question, [small, large]: Ledger[]): Figure {
  const these = large?.times.get(name) ?? []
  const those = small?.times.get(name) ?? []
  return { name, bar, small: median(those), large: median(these), ratio: ratioOf(these, those) }
}

interface Run {
  date: string
  machine: Awaited<ReturnType<typeof lookAtMachine>>
  sizes: number[]
  figures: Figure[]
  mornings: Morning[]
}

/** The page `docs/bench-scale.md`. */
function page({ date, machine, sizes, figures, mornings }: Run): string {
  const [small, large] = sizes.map((size) => size.toLocaleString('en'))
  return [
    '# Growth with the ledger',
    '',
    `Written by \`npm run bench:scale\` on ${date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}, SQLite.`,
    `The same question in a ledger of ${small} and of ${large} open matters, in turns; medians of round-by-round ratios of medians.`,
    'Each person carries a hundred matters; twelve units share the rest. Only the ratios mean something.',
    ...(machine.busy > BUSY
      ? [
          '',
          `**The machine was busy: others used ${Math.round(machine.busy * 100)} % of it before the run.**`,
        ]
      : []),
    '',
    `| question | ${small}, ms | ${large}, ms | ratio (rounds) | bar |`,
    '|---|---|---|---|---|',
    ...figures.map(({ name, bar, small, large, ratio }) => {
      const { median, from, to } = ratio
      const said = `${median.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`
      return `| ${name} | ${small.toFixed(3)} | ${large.toFixed(3)} | ${said} | ≤ ${bar} |`
    }),
    '',
    '## A morning',
    '',
    'The pages of 8:20 and 8:40 for everybody in slices of fifty people, a transaction each, and ticks of the clock; milliseconds.',
    '',
    `| | ${small} | ${large} | ratio |`,
    '|---|---|---|---|',
    ...morningRows(mornings).map(
      ([name, these, those, digits]) =>
        `| ${name} | ${these.toFixed(digits)} | ${those.toFixed(digits)} | ${(those / these).toFixed(2)} |`,
    ),
    '',
  ].join('\n')
}

/** Name, small, large, digits behind the point. */
function morningRows([small, large]: Morning[]): [string, number, number, number][] {
  if (!small || !large) return []
  const row = (name: string, of: (one: Morning) => number, digits = 2) =>
    [name, of(small), of(large), digits] as [string, number, number, number]
  return [
    row('people', (one) => one.people, 0),
    row('pages written', (one) => one.pages, 0),
    row('all pages together', (one) => one.total, 0),
    row('a page', (one) => one.total / Math.max(1, one.pages)),
    row('a slice, median', (one) => one.slice.median),
    row('a slice, the longest', (one) => one.slice.most),
    row('a tick with nothing due', (one) => one.idle, 3),
    row('a tick with 100 reminders due', (one) => one.hundred, 0),
  ]
}

await main()
