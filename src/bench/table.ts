/** The figures as tables of text and markdown. */
import type { Ratio } from './figures.ts'
import { median, ratioOf } from './figures.ts'
import type { Candidate, Figures } from './hotpath.ts'
import { busyLine, type Machine } from './machine.ts'
import type { StartFigures } from './start.ts'

/** All that one run measured. */
export interface Run {
  date: string
  machine: Machine
  /** Whether servers and generator had a core each. */
  pinned: boolean
  connections: number
  rate: number
  disks: { name: string; figures: Figures[] }[]
  start: StartFigures | undefined
  /** KB, compressed. */
  page: number
  /** What could not be measured, and why. */
  missing: string[]
}

export const NAMES: Record<Candidate, string> = {
  null: 'the generator on a null server',
  hono: 'bare Hono, answers 200',
  door: 'our door alone: verify, decrypt, read',
  storeless: 'our bot with the store taken out',
  bot: '**our bot: command, journal, receipt**',
  sdk: "the SDK's adapter on node:http, one row",
  bolt: 'Slack Bolt, one row',
  koishi: 'Koishi with its Lark adapter, one row, kept after the answer',
}

/** The page `docs/bench.md`. */
export function page(run: Run): string {
  const { machine, connections, rate } = run
  const lines = [
    '# Speed',
    '',
    `Written by \`npm run bench\` on ${run.date}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    run.pinned
      ? 'Servers on one core, load generator on another; candidates take turns A B C … C B A; medians of round-by-round ratios.'
      : 'Servers and load generator shared the cores; candidates take turns A B C … C B A; medians of round-by-round ratios.',
    'Ratios of one run mean something, absolute figures only on this machine.',
    ...busyLine(machine),
    '',
    '![Answers a second, as multiples of the SDK adapter](bench.svg)',
    '',
    `Event of about 1.5 KB, encrypted and signed, to durable answer; ${connections} connections at once, then ${rate} a second. Receipts are kept within the answer's COMMIT; carrying them to the platform is left out.`,
  ]
  for (const { name, figures } of run.disks) lines.push('', `## ${name}`, '', ...tableOf(figures))
  if (run.start) lines.push('', '## Start and size', '', ...startTable(run.start, run.page))
  else lines.push('', `Practice page, first load: ${run.page.toFixed(0)} KB compressed.`)
  for (const one of run.missing) lines.push('', `Not measured: ${one}`)
  return `${lines.join('\n')}\n`
}

function tableOf(figures: Figures[]): string[] {
  const sdk = figures.find((one) => one.candidate === 'sdk')
  const storeless = figures.find((one) => one.candidate === 'storeless')
  const head = '| server | answers/s | × SDK (rounds) | CPU µs | p50 / p99 ms | kept |'
  const rows = figures.map((one) => {
    const ratio = sdk ? ratio3(ratioOf(one.rates, sdk.rates)) : '–'
    const { p50, p99 } = one.open
    const cost = Math.round(median(one.costs))
    const kept = one.kept ? `${one.kept.rows} of ${one.kept.answers}` : '–'
    const rate = Math.round(median(one.rates)).toLocaleString('en')
    return `| ${NAMES[one.candidate]} | ${rate} | ${ratio} | ${cost} | ${p50.toFixed(2)} / ${p99.toFixed(1)} | ${kept} |`
  })
  const bot = figures.find((one) => one.candidate === 'bot')
  const door = figures.find((one) => one.candidate === 'door')
  const shares = [
    bot && storeless && `${ratio3(ratioOf(bot.rates, storeless.rates))} of itself without a store`,
    bot && door && `${ratio3(ratioOf(bot.rates, door.rates))} of the door alone`,
  ].filter(Boolean)
  const share = shares.length > 0 ? ['', `Our bot reaches ${shares.join(', ')}.`] : []
  return [head, '|---|---|---|---|---|---|', ...rows, ...share]
}

function startTable({ ours, sdk, ratio, memory }: StartFigures, page: number): string[] {
  return [
    '| | ours | SDK on node:http |',
    '|---|---|---|',
    `| \`dist\` to listening, ms | ${ours.toFixed(0)} (${ratio3(ratio)} ×) | ${sdk.toFixed(0)} |`,
    `| resident after 5 s idle, MiB | ${memory.ours.toFixed(0)} | ${memory.sdk.toFixed(0)} |`,
    `| practice page, first load, KB compressed | ${page.toFixed(0)} | – |`,
  ]
}

const ratio3 = ({ median, from, to }: Ratio): string =>
  `${median.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`
