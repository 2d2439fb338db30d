/** A ledger of any size, laid by the database itself: every person carries a hundred matters, every unit has twenty people. */
import { openStore } from '../store/open.ts'
import { inPlainSql } from './plain-sql.ts'

/** Matters of one person: what he has to look through does not grow with the ledger. */
const EACH = 100
/** Departments of the bureau, however large: the biggest lists are a unit's. */
export const UNITS = 12
/** One in so many has missed its date. */
const LATE = 50
const DAY = 86_400_000

/** Lays `count` open matters with duties, words, a line of history and a planned reminder each; gives the bytes of it all. */
export async function layLedger(url: string, count: number, now: number): Promise<number> {
  await (await openStore(url)).close()
  return inPlainSql(url, async (sql) => {
    await sql.run(...ledger(count, now, sql.sign))
    await sql.analyze()
    return sql.bytes()
  })
}

function ledger(count: number, now: number, sign: (code: string) => string): string[] {
  const each = `with recursive n(id) as (select cast(1 as bigint) union all select id + 1 from n where id < ${count})`
  // A date that has nothing to do with the number: neighbours in the table are no neighbours in time.
  const due = `(${now} + case when id % ${LATE} = 0 then -((id * 7919) % 90 + 1) else (id * 104729) % 180 + 1 end * ${DAY})`
  // A month of changes, each in a moment of its own; four in a hundred since yesterday.
  const changed = `(${now} - (id * 7919) % 2592000 * 1000 - id % 1000)`
  const title = `'报送第' || ${sign('19968 + id % 5000')} || ${sign('25000 + id / 5000 % 4000')} || '项目进度'`
  return [
    `insert into matters (id, formal, title, basis, source, origin, assigner, lead, handler, status, open,
       profile, level, start, next, due, first_due, provisional, returned, extended, reopened, round, created, changed,
       rev, head)
     ${each} select id, '2026-交办-' || id, ${title},
       null, case id % 5 when 0 then '批示' else '交办' end, 'office', 1, id % ${UNITS} + 1, (id - 1) / ${EACH} + 1,
       'in_progress', 1, '限期', '一般', ${now - 30 * DAY}, ${due}, ${due}, ${due}, 0, 0, 0, 0, 1, ${now - 30 * DAY},
       ${changed}, 1, 'h' from n`,
    `insert into duties (person, at, matter, kind) select handler, next, id, 'carry' from matters`,
    `insert into tallies (unit, open) select lead, count(*) from matters group by lead`,
    ...[1, 4, 5, 7].map(
      (at) =>
        `insert into grams (gram, matter) select substr(title, ${at}, 2), id from matters where true order by 1, 2
         on conflict do nothing`,
    ),
    `insert into journal (object, seq, at, actor, verb, text, way, turn, change, prev, hash)
     select 'matter:' || id, 1, created, 1, '交办', title, '消息', 't' || id, '{"before":null,"after":{}}', '', 'h'
     from matters order by 1`,
    `insert into occurrences (rule, subject, at, state)
     select 'reminder', 'matter:' || id, due + ${400 * DAY}, 'planned' from matters`,
    `insert into counters (name, value) values ('matter', ${count})`,
  ]
}
