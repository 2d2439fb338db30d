/** `npm run bench:stall`: how long summaries, ticks, the morning's pages and an export hold a process that serves a large ledger. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { deliverer } from '../bot/deliver.ts'
import { hearing } from '../bot/hear.ts'
import type { Send } from '../bot/message.ts'
import { tick } from '../bot/tick.ts'
import { instantAt } from '../domain/time/day.ts'
import { openStore } from '../store/open.ts'
import { median } from './figures.ts'
import { held } from './held.ts'
import { layOffice, openOffice, speaking } from './large-office.ts'
import { layLedger, UNITS } from './ledger-laying.ts'
import { busyLine, lookAtMachine } from './machine.ts'
import { openingDay, planPages } from './morning.ts'
import { openPlaces } from './places.ts'

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    engine: { type: 'string', default: 'sqlite' },
    size: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    /** Keep the figures in docs/. */
    keep: { type: 'boolean', default: false },
  },
})

/** Milliseconds that nothing may hold the process longer (performance.md 2). */
const BAR = 50

interface Stall {
  name: string
  /** Of what is asked for again: the first time, when its statements are not prepared yet. */
  first?: number
  /** The longest stall of each round. */
  most: number[]
  took: number[]
}

async function main(): Promise<void> {
  const machine = await lookAtMachine()
  const now = Date.now()
  const size = Number(asked.size)
  const places = await openPlaces(asked.engine)
  try {
    const url = await places.open('stall')
    await layLedger(url, size, now)
    const stalls = await measured(url, size, now)
    const date = new Date(now).toISOString().slice(0, 10)
    const page = [
      '# What holds the process',
      '',
      `Written by \`npm run bench:stall\` on ${date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}, ${asked.engine}.`,
      `A ledger of ${size.toLocaleString('en')} open matters; the longest time that the event loop stood still, in milliseconds: the median of the rounds, and the worst; the first time of all stands apart. The bar is ${BAR}.`,
      '"Nothing" is the machine itself: what others did to it while we slept.',
      ...busyLine(machine),
      '',
      '| | stall, median | stall, worst | the first time | took |',
      '|---|---|---|---|---|',
      ...stalls.map(
        ({ name, most, first, took }) =>
          `| ${name} | ${median(most).toFixed(1)} | ${Math.max(...most).toFixed(1)} | ${first?.toFixed(1) ?? ''} | ${median(took).toFixed(0)} |`,
      ),
      '',
    ].join('\n')
    console.log(asked.json ? JSON.stringify({ date, machine, size, stalls }, null, 2) : page)
    if (asked.keep) writeFileSync('docs/bench-stall.md', page)
  } finally {
    await places.close()
  }
}

async function measured(url: string, size: number, now: number): Promise<Stall[]> {
  const day = openingDay(now)
  await layOffice(url, size, day)
  const store = await openStore(url)
  let at = instantAt(day, '8:00')
  const office = await openOffice(store, () => at)
  const says = speaking(office)
  const carried: Send = async ({ kind }) => ({ message: `om_${kind}_${performance.now()}` })
  const post = deliverer(office, carried, hearing(office), 'bench')
  const principal = Math.floor(size / 100)
  const stalls: Stall[] = []
  const measure = async (
    name: string,
    work: (round: number) => Promise<unknown>,
    rounds: number,
  ) => {
    const stall: Stall = { name, most: [], took: [] }
    if (rounds > 1) stall.first = (await held(() => work(rounds))).most
    for (let round = 0; round < rounds; round++) {
      const { most, took } = await held(() => work(round))
      stall.most.push(most)
      stall.took.push(took)
    }
    stalls.push(stall)
  }
  const sleep = () => new Promise((done) => setTimeout(done, 500))
  const rounds = Number(asked.rounds)
  await measure('nothing', sleep, rounds)
  await measure('台账 of the bureau', () => says(principal, '台账'), rounds)
  await measure(
    '简报: a leader asks for his page of the week',
    () => says(principal, '简报'),
    rounds,
  )
  await measure('简报 今天: of the day', () => says(principal, '简报 今天'), rounds)
  await measure(
    '待办 逾期 of a unit',
    (n) => says(principal, `待办 第${(n % UNITS) + 1}科 逾期`),
    rounds,
  )
  await post.deliver()
  const exports = (what: string) => async (n: number) => {
    await says(principal, `台账 导出 第${(n % UNITS) + 1}科${what}`)
    await post.deliver()
  }
  await measure('台账 导出: a unit’s overdue matters as a paper', exports(' 逾期'), rounds)
  await measure('台账 导出: all that a unit has open', exports(''), 1)
  await planPages(office, day)
  at = instantAt(day, '8:40')
  await measure('the pages of everybody', () => tick(office), 1)
  at = instantAt(day, '9:07')
  await measure('a tick with 100 reminders due', () => tick(office), 1)
  await store.close()
  return stalls
}

await main()
