/** A morning of a large office: the pages of all its people, and ticks of the clock, on the ledger that scale.ts has laid. */
import Database from 'better-sqlite3'
import pino from 'pino'
import { envelopes } from '../bot/envelope.ts'
import { foresee } from '../bot/foresee.ts'
import { meters } from '../bot/meters.ts'
import { growingStamps, keptRecords, type Office } from '../bot/office.ts'
import { loadRegistry } from '../bot/registry.ts'
import { tick } from '../bot/tick.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import { type Day, dayOf, type Instant, instantAt } from '../domain/time/day.ts'
import { notices } from '../domain/time/notices.ts'
import { nextWorkday } from '../domain/time/workdays.ts'
import { opensWeek } from '../domain/week.ts'
import { openStore } from '../store/open.ts'
import { median } from './figures.ts'
import { UNITS } from './ledger-laying.ts'

export interface Morning {
  /** Matters and people of the office. */
  size: number
  people: number
  /** Pages written, and how long all slices took together, in milliseconds. */
  pages: number
  total: number
  /** The median and the longest slice: so long nobody else is heard. */
  slice: { median: number; most: number }
  /** A tick with nothing due, and one with a hundred reminders due. */
  idle: number
  hundred: number
}

const LEADERS = 6
const REMINDERS = 100
const TIMES = 50

/** Lays an office over the ledger, lives the morning of the next week's first working day, and measures it. */
export async function liveMorning(file: string, size: number, now: Instant): Promise<Morning> {
  const calendar = calendarOf(notices)
  let day = nextWorkday(dayOf(now), calendar)
  // The week's first working day: everybody has a page then.
  while (!opensWeek(day, calendar)) day = nextWorkday(day, calendar)
  const people = layOffice(file, size, day)
  const store = await openStore(file)
  let at = instantAt(day, '8:00')
  const slices: number[] = []
  let begun = 0
  const clock = () => at
  const office: Office = {
    store,
    registry: await loadRegistry(
      new URL('../../commands/', import.meta.url),
      new URL('../jobs/', import.meta.url),
    ),
    now: clock,
    stamp: growingStamps(clock),
    log: pino({ level: 'silent' }),
    meters: meters(),
    tenant: undefined,
    envelopes: envelopes('bench'),
    nudge: () => {},
    ...keptRecords(),
    foresee,
    step(name) {
      if (name === 'tick:taken') begun = performance.now()
      if (name === 'tick:committed') slices.push(performance.now() - begun)
    },
  }
  const timed = async () => {
    const from = performance.now()
    await tick(office)
    return performance.now() - from
  }
  const idle: number[] = []
  for (let n = 0; n < TIMES; n++) idle.push(await timed())
  await store.turn(async (bound) => {
    for (const [rule, clock] of [
      ['digest', '8:20'],
      ['morning', '8:40'],
    ] as const)
      await bound.occurrences.plan({ rule, subject: '', at: instantAt(day, clock) })
  })
  slices.length = 0
  at = instantAt(day, '8:40')
  const total = await timed()
  const most = Math.max(...slices)
  const middle = median(slices)
  const { ready: pages = 0 } = await store.look((bound) => bound.outbox.counts())
  at = instantAt(day, '9:07')
  const hundred = await timed()
  await store.close()
  return {
    ...{ size, people, pages, total, hundred },
    slice: { median: middle, most },
    idle: median(idle),
  }
}

/** Twelve units with a head each, leaders over them, and everybody who carries something; a hundred reminders for the day. */
function layOffice(file: string, size: number, day: Day): number {
  const sql = new Database(file)
  const people = Math.max(UNITS + LEADERS, Math.floor(size / 100))
  const due = instantAt(day, '18:00')
  sql.transaction(() => {
    const unit = sql.prepare(
      `insert into units (id, name, aliases, kind, parent, head, charge, ends) values (?, ?, '[]', 'department', null, ?, ?, null)`,
    )
    for (let n = 1; n <= UNITS; n++) unit.run(n, `第${n}科`, n, people - (n % LEADERS))
    sql
      .prepare(
        `with recursive n(id) as (select 1 union all select id + 1 from n where id < ?)
         insert into people (id, name, unit, title, post, roles, open_id, union_id, mobile, left)
         select id, '干部' || id, id % ${UNITS} + 1, '科员',
           case when id = ? then 'principal' when id > ? then 'leader' else 'staff' end,
           '[]', 'ou_' || id, null, null, 0 from n`,
      )
      .run(people, people, people - LEADERS)
    sql
      .prepare('update matters set due = ?, first_due = ?, next = ? where id % ? = 7 and id <= ?')
      .run(due, due, due, Math.floor(size / REMINDERS), size)
    const planned = sql.prepare(
      `insert into occurrences (rule, subject, at, state) select 'reminder', 'matter:' || id, ?, 'planned' from matters where due = ?`,
    )
    planned.run(instantAt(day, '9:07'), due)
    sql.exec('delete from duties')
    sql.exec(
      `insert into duties (person, at, matter, kind) select handler, next, id, 'carry' from matters`,
    )
  })()
  sql.exec('analyze')
  sql.close()
  return people
}
