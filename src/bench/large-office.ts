/** A large office over a ledger that was laid: twelve units with heads, leaders over them, and everybody who carries something. */
import pino from 'pino'
import { hearing } from '../bot/hear.ts'
import type { Office } from '../bot/office.ts'
import { type Day, type Instant, instantAt } from '../domain/time/day.ts'
import { furnished } from '../furnished.ts'
import { pressBeside } from '../press.ts'
import type { Store } from '../store/open.ts'
import { UNITS } from './ledger-laying.ts'
import { inPlainSql } from './plain-sql.ts'

const LEADERS = 6
const REMINDERS = 100
const tenant = 'tenant_bench'

/** Lays people and units over a ledger of `size` matters, and a hundred reminders for 9:07 of a day. */
export async function layOffice(url: string, size: number, day: Day): Promise<void> {
  const people = Math.max(UNITS + LEADERS, Math.floor(size / 100))
  const due = instantAt(day, '18:00')
  const units = Array.from(
    { length: UNITS },
    (_, n) =>
      `insert into units (id, name, aliases, kind, parent, head, charge, ends)
       values (${n + 1}, '第${n + 1}科', '[]', 'department', null, ${n + 1}, ${people - (n % LEADERS)}, null)`,
  )
  const texts = [
    `update office set tenant = '${tenant}', version = version + 1`,
    ...units,
    `with recursive n(id) as (select 1 union all select id + 1 from n where id < ${people})
     insert into people (id, name, unit, title, post, roles, open_id, union_id, mobile, "left")
     select id, '干部' || id, id % ${UNITS} + 1, '科员',
       case when id = ${people} then 'principal' when id > ${people - LEADERS} then 'leader' else 'staff' end,
       '[]', 'ou_' || id, null, null, 0 from n`,
    `update matters set due = ${due}, first_due = ${due}, next = ${due}
     where id % ${Math.max(1, Math.floor(size / REMINDERS))} = 7 and id <= ${size}`,
    `insert into occurrences (rule, subject, at, state)
     select 'reminder', 'matter:' || id, ${instantAt(day, '9:07')}, 'planned' from matters where due = ${due}`,
    'delete from duties',
    `insert into duties (person, at, matter, kind) select handler, next, id, 'carry' from matters`,
  ]
  await inPlainSql(url, async (sql) => {
    await sql.run(...texts)
    await sql.analyze()
  })
}

/** The office as it serves, on a clock of its own; nothing is carried to the platform. */
export async function openOffice(
  store: Store,
  now: () => Instant,
  step?: Office['step'],
): Promise<Office> {
  const log = pino({ level: 'silent' })
  const ports = { store, now, log, secret: 'bench', tenant, press: pressBeside }
  const office = await furnished({ ...ports, ...(step ? { step } : {}) })
  // A process that serves has read its roster long before the morning.
  await store.look((bound) => office.directory(bound))
  return office
}

/** How a person of that office says something in private: a whole turn, kept before it is answered. */
export function speaking(office: Office): (person: number, text: string) => Promise<string> {
  const hear = hearing(office)
  let n = 0
  return async (person, text) => {
    n += 1
    const message = `om_${office.now()}_${n}`
    const heard = await hear({
      kind: 'said',
      key: `msg:${message}`,
      at: office.now(),
      sender: { openId: `ou_${person}`, tenant },
      chat: { kind: 'private', id: `oc_${person}` },
      message,
      parents: [],
      text,
      mentions: [],
      addressed: true,
    })
    return heard.outcome
  }
}
