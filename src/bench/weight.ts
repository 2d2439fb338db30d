/** `npm run bench:weight`: what a matter weighs in the ledger: handed down, signed and handed out, reported on twice, with its reminders and its history. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { instantAt } from '../domain/time/day.ts'
import { openStore } from '../store/open.ts'
import { layOffice, openOffice, speaking } from './large-office.ts'
import { UNITS } from './ledger-laying.ts'
import { openingDay } from './morning.ts'
import { openPlaces } from './places.ts'

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    count: { type: 'string', default: '300' },
    /** Keep the figures in docs/. */
    keep: { type: 'boolean', default: false },
  },
})

const PEOPLE = 200
/** What belongs to a matter as long as it lives; letters and inbox keys are forgotten after a month. */
const TABLES = ['matters', 'duties', 'grams', 'journal', 'occurrences', 'messages', 'tallies']

/** Bytes of each table a matter, with its indexes, after so many have lived through real sentences. */
async function weigh(file: string, count: number, now: number): Promise<[string, number][]> {
  await (await openStore(file)).close()
  const day = openingDay(now)
  await layOffice(file, PEOPLE * 100, day)
  const empty = bytesOf(file)
  const store = await openStore(file)
  let at = instantAt(day, '9:00')
  const says = speaking(await openOffice(store, () => at))
  const said = async (person: number, text: string) => {
    at += 1000
    const outcome = await says(person, text)
    if (outcome !== 'acted') throw new Error(`${text}: ${outcome}`)
  }
  for (let id = 1; id <= count; id++) {
    const unit = (id % UNITS) + 1
    const handler = unit + 23
    const sign = (n: number) => String.fromCodePoint(19_968 + ((id * 7919 + n * 613) % 5000))
    const name = [1, 2, 3, 4, 5, 6].map(sign).join('')
    await said(PEOPLE, `交办 第${unit}科 报送${name}项目的资金拨付进度 12月${(id % 25) + 1}日前`)
    await said(unit, `签收并分办 ${id} 干部${handler}`)
    await said(handler, `报 ${id} 已走访${id % 40}家企业，与人行对接贴息口径，完成${id % 50}%`)
    await said(handler, `报 ${id} 资金已拨付到位，正在核对回单，完成${(id % 50) + 50}%`)
  }
  await store.close()
  const full = bytesOf(file)
  return TABLES.map((name) => [name, ((full.get(name) ?? 0) - (empty.get(name) ?? 0)) / count])
}

function bytesOf(file: string): Map<string, number> {
  const sql = new Database(file)
  const rows = sql
    .prepare<[], [string, number]>(
      `select tbl_name, sum(pgsize) from dbstat join sqlite_master using (name) group by tbl_name`,
    )
    .raw()
    .all()
  sql.close()
  return new Map(rows)
}

async function main(): Promise<void> {
  const count = Number(asked.count)
  const now = Date.now()
  const places = await openPlaces('sqlite')
  try {
    const tables = await weigh(await places.open('weight'), count, now)
    const whole = tables.reduce((sum, [, bytes]) => sum + bytes, 0)
    const page = [
      '# What a matter weighs',
      '',
      `Written by \`npm run bench:weight\` on ${new Date(now).toISOString().slice(0, 10)}, SQLite: ${count} matters, each handed down by the principal, signed and handed out, reported on twice, by real sentences.`,
      'Bytes a matter, indexes included, for as long as it is kept. Letters and inbox keys, forgotten after a month, are left out. The bar of performance.md 2 is 1,300.',
      '',
      '| table | bytes a matter |',
      '|---|---|',
      ...[...tables, ['all of them', whole] as const].map(
        ([name, bytes]) => `| ${name} | ${Math.round(bytes).toLocaleString('en')} |`,
      ),
      '',
    ].join('\n')
    console.log(asked.json ? JSON.stringify({ count, tables, whole }, null, 2) : page)
    if (asked.keep) writeFileSync('docs/bench-weight.md', page)
  } finally {
    await places.close()
  }
}

await main()
