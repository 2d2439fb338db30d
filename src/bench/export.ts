/** `npm run bench:export`: what a paper of many rows costs the process that writes it: memory, and how long nobody is heard. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pressBeside } from '../press.ts'
import type { Sheet } from '../views/sheet.ts'
import { median } from './figures.ts'
import { held } from './held.ts'
import { busyLine, lookAtMachine } from './machine.ts'

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    /** Keep the figures in docs/. */
    keep: { type: 'boolean', default: false },
    /** One paper, in this process: `rows x columns`. */
    one: { type: 'string' },
  },
})

/** The machine itself, the largest that is laid out for the printer, a year of ten thousand people, and what performance.md 4 asks for. */
const papers = [
  { name: 'nothing', rows: 0, columns: 0 },
  { name: 'the largest that is printed', rows: 2000, columns: 11 },
  { name: 'a year of a large bureau', rows: 25_000, columns: 12 },
  { name: 'performance.md 4', rows: 100_000, columns: 20 },
]
/** What the machine itself does to a process that sleeps for so many milliseconds. */
const ASLEEP = 5_000
/** Beyond the first the lines come as from a store, so many at a time. */
const PRINTED = 2000
const SLICE = 100

interface Cost {
  /** Milliseconds. */
  stall: number
  took: number
  /** MiB above what the process took before. */
  memory: number
  /** Bytes of the paper. */
  bytes: number
}

async function writeOne(rows: number, columns: number): Promise<Cost> {
  const sheet = {
    name: '台账',
    columns: Array.from({ length: columns }, (_, n) => ({ title: `第${n + 1}栏`, width: 14 })),
    freeze: 3,
  }
  global.gc?.()
  const before = process.memoryUsage.rss()
  let bytes = 0
  const { most, took } = await held(async () => {
    if (rows === 0) return new Promise((done) => setTimeout(done, ASLEEP))
    const file =
      rows > PRINTED
        ? await pressBeside.roll(sheet, slices(rows, columns), Number.POSITIVE_INFINITY)
        : await pressBeside.print([printedOf(sheet, rows, columns)], Date.now())
    bytes = file.length
    return file
  })
  const memory = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20
  return { stall: most, took, memory: Math.max(0, memory), bytes }
}

const lineOf = (r: number, columns: number) =>
  Array.from({ length: columns }, (_, c) => (c === 0 ? r + 1 : `第${r}行第${c}栏的进展情况`))

const printedOf = (sheet: Omit<Sheet, 'rows'>, rows: number, columns: number): Sheet => ({
  ...sheet,
  title: '督办台账',
  rows: Array.from({ length: rows }, (_, r) => lineOf(r, columns)),
  landscape: true,
})

async function* slices(rows: number, columns: number) {
  for (let from = 0; from < rows; from += SLICE)
    yield Array.from({ length: Math.min(SLICE, rows - from) }, (_, n) => lineOf(from + n, columns))
}

async function main(): Promise<void> {
  const machine = await lookAtMachine()
  const costs = papers.map((paper) => ({
    ...paper,
    runs: Array.from({ length: Number(asked.rounds) }, () => apart(paper.rows, paper.columns)),
  }))
  const date = new Date().toISOString().slice(0, 10)
  const page = [
    '# Papers',
    '',
    `Written by \`npm run bench:export\` on ${date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    'An .xlsx by the press that a serving process has beside it, each in a process of its own, medians. Bars (performance.md 4): 64 MiB above idle, a stall of 25 ms.',
    ...busyLine(machine),
    '',
    '| paper | rows × columns | longest stall, ms | took, ms | memory above idle, MiB | file, KB |',
    '|---|---|---|---|---|---|',
    ...costs.map(({ name, rows, columns, runs }) => {
      const of = (which: keyof Cost) => median(runs.map((one) => one[which]))
      const kb = (of('bytes') / 1024).toFixed(0)
      return `| ${name} | ${rows.toLocaleString('en')} × ${columns} | ${of('stall').toFixed(0)} | ${of('took').toFixed(0)} | ${of('memory').toFixed(0)} | ${kb} |`
    }),
    '',
  ].join('\n')
  console.log(asked.json ? JSON.stringify({ date, machine, costs }, null, 2) : page)
  if (asked.keep) writeFileSync('docs/bench-export.md', page)
}

/** One paper in a fresh process: what it takes is what the paper took. */
function apart(rows: number, columns: number): Cost {
  const args = ['--expose-gc', fileURLToPath(import.meta.url), '--one', `${rows}x${columns}`]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Cost
}

if (asked.one) {
  const [rows = 0, columns = 0] = asked.one.split('x').map(Number)
  console.log(JSON.stringify(await writeOne(rows, columns)))
} else await main()
