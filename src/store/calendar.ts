/** What the office knows of its days beyond the program's own notices: pasted ones, and the unit's overrides. */
import { type Calendar, calendarOf, type Override } from '../domain/time/calendar.ts'
import type { Day, Instant } from '../domain/time/day.ts'
import { type Notice, notices } from '../domain/time/notices.ts'
import type { Tx } from './engine.ts'
import { changed } from './office-version.ts'

/** Who entered something, and when. */
export interface Entered {
  person: number
  at: Instant
}

/** The calendar as it stands: overrides above pasted notices above those the program came with. */
export async function read(tx: Tx): Promise<Calendar> {
  return calendarOf([...notices, ...(await pasted(tx))], await overrides(tx))
}

/** The calendar as it was before the notice of a year, or of any later one, was out. */
export async function readBefore(tx: Tx, year: number): Promise<Calendar> {
  const out = [...notices, ...(await pasted(tx))].filter((one) => one.year < year)
  return calendarOf(out, await overrides(tx))
}

/** The pasted notices by year. */
export async function pasted(tx: Tx): Promise<(Notice & Entered)[]> {
  const rows = await tx.selectFrom('notices').selectAll().orderBy('year').execute()
  return rows.map((row) => ({ ...row, off: JSON.parse(row.off), work: JSON.parse(row.work) }))
}

/** The notice that counts for a year: the pasted one, else the program's own. */
export async function notice(tx: Tx, year: number): Promise<Notice | undefined> {
  const own = (await pasted(tx)).find((one) => one.year === year)
  return own ?? notices.find((one) => one.year === year)
}

/** Keeps a pasted notice in the place of an earlier one for its year. */
export async function keepNotice(tx: Tx, notice: Notice, { person, at }: Entered): Promise<void> {
  const { year, doc, dated } = notice
  const facts = { doc, dated, off: JSON.stringify(notice.off), work: JSON.stringify(notice.work) }
  await tx
    .insertInto('notices')
    .values({ year, ...facts, person, at })
    .onConflict((oc) => oc.column('year').doUpdateSet({ ...facts, person, at }))
    .execute()
  await changed(tx)
}

/** Takes a pasted notice out again. */
export async function dropNotice(tx: Tx, year: number): Promise<void> {
  await tx.deleteFrom('notices').where('year', '=', year).execute()
  await changed(tx)
}

/** The unit's own word on single days, in their order. */
export async function overrides(tx: Tx): Promise<(Override & Entered)[]> {
  const rows = await tx.selectFrom('overrides').selectAll().orderBy('day').execute()
  return rows.map(({ day, work, reason, person, at }) => ({
    day,
    work: work === 1,
    name: reason,
    person,
    at,
  }))
}

/** Sets the unit's word on a day. */
export async function override(tx: Tx, one: Override & Entered): Promise<void> {
  const { day, work, name = '', person, at } = one
  const facts = { work: work ? 1 : 0, reason: name, person, at }
  await tx
    .insertInto('overrides')
    .values({ day, ...facts })
    .onConflict((oc) => oc.column('day').doUpdateSet(facts))
    .execute()
  await changed(tx)
}

/** Takes the unit's word on a day back. */
export async function lift(tx: Tx, day: Day): Promise<void> {
  await tx.deleteFrom('overrides').where('day', '=', day).execute()
  await changed(tx)
}
