/** `npm run bench:scale`: how much longer the same question takes in a ledger a hundred times as large. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openStore, type Store } from '../store/open.ts'
import { inTurns, median, ratioOf } from './figures.ts'
import { layOffice, openOffice, speaking } from './large-office.ts'
import { layLedger } from './ledger-laying.ts'
import { lookAtMachine } from './machine.ts'
import { liveMorning, type Morning, openingDay } from './morning.ts'
import { openPlaces } from './places.ts'
import { type Figure, page, type ScaleRun } from './scale-page.ts'
import { type Asked, type Question, questionsAt } from './scale-questions.ts'

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    engine: { type: 'string', default: 'sqlite' },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '9' },
    /** Keep the figures in docs/. */
    keep: { type: 'boolean', default: false },
  },
})

/** How often a question is asked of one ledger in one turn. */
const TIMES = 40

interface Ledger extends Asked {
  url: string
  store: Store
  /** Bytes of the database for each matter. */
  bytes: number
  /** Milliseconds of one asking, the median of each round, by question. */
  times: Map<string, number[]>
}

async function main(): Promise<void> {
  const machine = await lookAtMachine()
  const now = Date.now()
  const places = await openPlaces(asked.engine)
  const ledgers: Ledger[] = []
  try {
    for (const size of [Number(asked.small), Number(asked.large)])
      ledgers.push(await laid(await places.open(`ledger_${size}`), size, now))
    const questions = questionsAt(now)
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
    for (const { url, size, store } of ledgers) {
      await store.close()
      mornings.push(await liveMorning(url, size, openingDay(now)))
    }
    const run: ScaleRun = {
      ...{ machine, figures, mornings },
      date: new Date(now).toISOString().slice(0, 10),
      engine: asked.engine === 'postgres' ? 'PostgreSQL' : 'SQLite',
      sizes: ledgers.map(({ size }) => size),
      bytes: ledgers.at(-1)?.bytes ?? 0,
    }
    console.log(asked.json ? JSON.stringify(run, null, 2) : page(run))
    const name = asked.engine === 'postgres' ? 'bench-scale-postgres' : 'bench-scale'
    if (asked.keep) writeFileSync(`docs/${name}.md`, page(run))
  } finally {
    await places.close()
  }
}

async function laid(url: string, size: number, now: number): Promise<Ledger> {
  const bytes = (await layLedger(url, size, now)) / size
  await layOffice(url, size, openingDay(now))
  const store = await openStore(url)
  const office = await openOffice(store, () => Date.now())
  return { url, size, bytes, store, office, says: speaking(office), times: new Map() }
}

async function ask(ledger: Ledger, question: Question, round: number): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const begun = performance.now()
    await question.ask(ledger, (round + 1) * TIMES + n)
    times.push(performance.now() - begun)
  }
  return median(times)
}

function figureOf({ name, bar }: Question, [small, large]: Ledger[]): Figure {
  const these = large?.times.get(name) ?? []
  const those = small?.times.get(name) ?? []
  return { name, bar, small: median(those), large: median(these), ratio: ratioOf(these, those) }
}

await main()
