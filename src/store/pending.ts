/** Whose step is next, kept beside the matters so that 待办 is one look into an index. */
import { sql } from 'kysely'
import { type Duty, type DutyKind, ownDated } from '../domain/matter/duties.ts'
import type { Instant } from '../domain/time/day.ts'
import { numbersIn } from './among.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

export interface Pending extends Duty {
  matter: number
}

/** Replaces the duties of a matter by those given, writing only what differs. */
export async function set(tx: Tx, matter: number, before: Duty[], after: Duty[]): Promise<void> {
  const gone = before.filter((duty) => !after.some((other) => same(duty, other)))
  const born = after.filter((duty) => !before.some((other) => same(duty, other)))
  for (const duty of gone)
    await tx
      .deleteFrom('duties')
      .where('person', '=', duty.person)
      .where('at', '=', duty.at)
      .where('matter', '=', matter)
      .where('kind', '=', duty.kind)
      .execute()
  if (born.length > 0)
    await tx
      .insertInto('duties')
      .values(born.map((duty) => ({ ...duty, matter })))
      .onConflict((oc) => oc.doNothing())
      .execute()
}

/** What waits for a person, nearest date first. */
export async function of(tx: Tx, person: number, limit = 100): Promise<Pending[]> {
  const rows = await tx
    .selectFrom('duties')
    .selectAll()
    .where('person', '=', person)
    .orderBy('at')
    .orderBy('matter')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DutyKind }))
}

/** What of these matters waits for any of these persons, by matter. */
export async function kindsOf(
  tx: Tx,
  people: readonly number[],
  matters: readonly number[],
): Promise<Map<number, Pick<Duty, 'person' | 'kind'>[]>> {
  const kinds = new Map<number, Pick<Duty, 'person' | 'kind'>[]>()
  if (matters.length === 0) return kinds
  const rows = await tx
    .selectFrom('duties')
    .select(['matter', 'person', 'kind'])
    .where('matter', 'in', matters)
    .where('person', 'in', people)
    .orderBy('kind')
    .execute()
  for (const { matter, person, kind } of rows)
    kinds.set(matter, [...(kinds.get(matter) ?? []), { person, kind: kind as DutyKind }])
  return kinds
}

/** Matters whose supporting part waits for one of these persons. */
export async function supportedBy(tx: Tx, people: readonly number[]): Promise<number[]> {
  if (people.length === 0) return []
  const rows = await tx
    .selectFrom('duties')
    .select('matter')
    .distinct()
    .where('person', 'in', people)
    .where('kind', '=', 'support')
    .execute()
  return rows.map((row) => row.matter)
}

/** An open matter with a step that waits for a person: just what a count and an order need. */
export interface Dated {
  person: number
  id: number
  lead: number
  next: Instant
  urgent: string | null
  handed: Instant | null
  status: string
}

// Of each person's steps the index gives those of the span; the plus keeps SQLite from walking all open matters instead.
const dating = prepared((tx, { people, from, to }: { people: string; from: number; to: number }) =>
  tx
    .selectFrom('duties')
    .innerJoin('matters', 'matters.id', 'duties.matter')
    .select(['duties.person', 'matters.id', 'matters.lead', 'matters.next'])
    .select(['matters.urgent', 'matters.handed', 'matters.status'])
    .distinct()
    .where('duties.person', 'in', numbersIn(tx, people))
    .where((eb) =>
      eb.or([
        eb.and([eb('duties.at', '>=', from), eb('duties.at', '<', to)]),
        eb('duties.kind', 'in', ownDated),
      ]),
    )
    .where(sql`+matters.open`, '=', 1)
    .where(sql`+matters.next`, '>=', from)
    .where(sql`+matters.next`, '<', to),
)

/** What waits for any of these persons with its next date in a span `[from, to)`, all of them in one question. */
export async function datedOf(
  tx: Tx,
  people: readonly number[],
  [from, to]: readonly [from: Instant, to: Instant],
): Promise<Dated[]> {
  const { rows } = await dating(tx, { people: JSON.stringify(people), from, to })
  return rows
}

/** All duties, for checks and for a change of roster. */
export async function all(tx: Tx): Promise<Pending[]> {
  const rows = await tx.selectFrom('duties').selectAll().execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DutyKind }))
}

const same = (a: Duty, b: Duty): boolean =>
  a.person === b.person && a.at === b.at && a.kind === b.kind
