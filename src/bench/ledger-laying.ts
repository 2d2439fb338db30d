/** A ledger of any size, laid by the database itself: every person carries a hundred matters, every unit has twenty people. */
import Database from 'better-sqlite3'
import { openStore } from '../store/open.ts'

/** Matters of one person: what he has to look through does not grow with the ledger. */
const EACH = 100
/** Departments of the bureau, however large: the biggest lists are a unit's. */
export const UNITS = 12
/** One in so many has missed its date. */
const LATE = 50
const DAY = 86_400_000

/** Lays `count` open matters with duties, words and a line of history each. */
export async function layLedger(file: string, count: number, now: number): Promise<void> {
  await (await openStore(file)).close()
  const sql = new Database(file)
  sql.pragma('journal_mode = wal')
  sql.pragma('synchronous = off')
  const run = (text: string, ...values: number[]) => sql.prepare(text).run(...values)
  const each = `with recursive n(id) as (select 1 union all select id + 1 from n where id < ${count})`
  // A date that has nothing to do with the number: neighbours in the table are no neighbours in time.
  const due = `(? + case when id % ${LATE} = 0 then -((id * 7919) % 90 + 1) else (id * 104729) % 180 + 1 end * ${DAY})`
  sql.transaction(() => {
    run(
      `${each} insert into matters (id, formal, title, basis, source, origin, assigner, lead, handler, status, open,
         profile, level, start, next, due, first_due, provisional, returned, extended, reopened, round, created, changed,
         rev, head)
       select id, '2026-交办-' || id, '报送第' || char(19968 + id % 5000) || char(25000 + id / 5000 % 4000) || '项目进度',
         null, case id % 5 when 0 then '批示' else '交办' end, 'office', 1, id % ${UNITS} + 1, (id - 1) / ${EACH} + 1,
         'in_progress', 1, '限期', '一般', ? - ${30 * DAY}, ${due}, ${due}, ${due}, 0, 0, 0, 0, 1, ? - ${30 * DAY},
         ? - ${DAY}, 1, 'h' from n`,
      now,
      now,
      now,
      now,
      now,
      now,
    )
    run(
      `insert into duties (person, at, matter, kind) select handler, next, id, 'carry' from matters`,
    )
    run(`insert into tallies (unit, open) select lead, count(*) from matters group by lead`)
    for (const at of [1, 4, 5, 7])
      run(
        `insert or ignore into grams (gram, matter) select substr(title, ${at}, 2), id from matters order by 1, 2`,
      )
    run(`insert into journal (object, seq, at, actor, verb, text, way, turn, change, prev, hash)
       select 'matter:' || id, 1, created, 1, '交办', title, '消息', 't' || id, '{"before":null,"after":{}}', '', 'h'
       from matters order by 1`)
    run(`insert into counters (name, value) values ('matter', ${count})`)
  })()
  sql.exec('analyze')
  sql.close()
}
