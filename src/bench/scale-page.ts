/** The figures of bench:scale as a page. */
import type { Ratio } from './figures.ts'
import { busyLine, type Machine } from './machine.ts'
import type { Morning } from './morning.ts'

export interface Figure {
  name: string
  bar: number
  small: number
  large: number
  ratio: Ratio
}

export interface ScaleRun {
  date: string
  engine: string
  machine: Machine
  sizes: number[]
  figures: Figure[]
  mornings: Morning[]
  /** Bytes of the large ledger for each of its matters, as laid. */
  bytes: number
}

/** The page of one engine. */
export function page({ date, engine, machine, sizes, figures, mornings, bytes }: ScaleRun): string {
  const [small, large] = sizes.map((size) => size.toLocaleString('en'))
  return [
    '# Growth with the ledger',
    '',
    `Written by \`npm run bench:scale\` on ${date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}, ${engine}.`,
    `The same question in a ledger of ${small} and of ${large} open matters, in turns; medians of round-by-round ratios of medians.`,
    'Each person carries a hundred matters; twelve units share the rest. Only the ratios mean something.',
    ...busyLine(machine),
    '',
    `| question | ${small}, ms | ${large}, ms | ratio (rounds) | bar |`,
    '|---|---|---|---|---|',
    ...figures.map(({ name, bar, small, large, ratio }) => {
      const { median, from, to } = ratio
      const said = `${median.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`
      return `| ${name} | ${small.toFixed(3)} | ${large.toFixed(3)} | ${said} | ≤ ${bar} |`
    }),
    '',
    `A matter as laid, with its step, its words, one line of history and one reminder, takes ${bytes.toFixed(0)} bytes.`,
    '',
    '## A morning',
    '',
    'The pages of 8:20 and 8:40 for everybody in slices of twenty people, a transaction each, and ticks of the clock; milliseconds.',
    '',
    `| | ${small} | ${large} | ratio | bar |`,
    '|---|---|---|---|---|',
    ...morningRows(mornings).map(
      ([name, these, those, digits, bar]) =>
        `| ${name} | ${these.toFixed(digits)} | ${those.toFixed(digits)} | ${(those / these).toFixed(2)} | ${bar} |`,
    ),
    '',
  ].join('\n')
}

/** Name, small, large, digits behind the point, and what the large one should stay below. */
function morningRows([small, large]: Morning[]): [string, number, number, number, string][] {
  if (!small || !large) return []
  const row = (name: string, of: (one: Morning) => number, digits = 2, bar = '') =>
    [name, of(small), of(large), digits, bar] as [string, number, number, number, string]
  return [
    row('people', (one) => one.people, 0),
    row('pages written', (one) => one.pages, 0),
    row('all pages together', (one) => one.total, 0, '≤ 5,000'),
    row('… of it the processor', (one) => one.cpu, 0),
    row('a page', (one) => one.total / Math.max(1, one.pages)),
    row('a slice, median', (one) => one.slice.median, 2, '≤ 20'),
    row('a slice, nine of ten below', (one) => one.slice.p90, 2, '≤ 20'),
    row('a slice, the longest', (one) => one.slice.most),
    row('a tick with nothing due', (one) => one.idle, 3, 'ratio ≤ 2'),
    row('a tick with 100 reminders due', (one) => one.hundred, 0, 'ratio ≤ 3'),
  ]
}
