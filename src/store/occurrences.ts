/** What falls due: a row a moment, taken once; rows to come and rows that were are the same table. */
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

export interface Occurrence {
  rule: string
  subject: string
  at: Instant
}

const planning = prepared((tx, { rule, subject, at }: Occurrence) =>
  tx
    .insertInto('occurrences')
    .values({ rule, subject, at, state: 'planned', reason: null, done: null })
    .onConflict((oc) =>
      oc
        .columns(['rule', 'subject', 'at'])
        .doUpdateSet({ state: 'planned', reason: null, done: null })
        .where('occurrences.state', '=', 'cancelled'),
    ),
)

/** Plans a moment; false when it was planned before or has been, and then nothing happens. */
export async function plan(tx: Tx, moment: Occurrence): Promise<boolean> {
  return (await planning(tx, moment)).changes > 0
}

const dueBy = prepared<{ now: Instant; limit: number }, Occurrence>((tx, { now, limit }) =>
  tx
    .selectFrom('occurrences')
    .select(['rule', 'subject', 'at'])
    .where('state', '=', 'planned')
    .where('at', '<=', now)
    .orderBy('at')
    .orderBy('rule')
    .orderBy('subject')
    .limit(limit),
)

/** What is due at a moment, oldest first. */
export async function due(tx: Tx, now: Instant, limit = 100): Promise<Occurrence[]> {
  return (await dueBy(tx, { now, limit })).rows
}

const soonest = prepared<object, { at: Instant }>((tx) =>
  tx.selectFrom('occurrences').select('at').where('state', '=', 'planned').orderBy('at').limit(1),
)

/** When the next one falls due. */
export async function nextAt(tx: Tx): Promise<Instant | undefined> {
  return (await soonest(tx, {})).rows[0]?.at
}

/** Takes an occurrence; false when another tick was first. */
export async function take(tx: Tx, one: Occurrence, now: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('occurrences')
    .set({ state: 'done', done: now })
    .where('rule', '=', one.rule)
    .where('subject', '=', one.subject)
    .where('at', '=', one.at)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Notes that a taken occurrence sent nothing, and why. */
export async function skipped(tx: Tx, one: Occurrence, reason: string): Promise<void> {
  await tx
    .updateTable('occurrences')
    .set({ state: 'skipped', reason })
    .where('rule', '=', one.rule)
    .where('subject', '=', one.subject)
    .where('at', '=', one.at)
    .execute()
}

/** The planned moments of a rule and subject. */
export async function planned(tx: Tx, rule: string, subject: string): Promise<Occurrence[]> {
  return tx
    .selectFrom('occurrences')
    .select(['rule', 'subject', 'at'])
    .where('rule', '=', rule)
    .where('subject', '=', subject)
    .where('state', '=', 'planned')
    .orderBy('at')
    .execute()
}

/** What a rule has within a span `[from, to)`, taken or still to come, by subject. */
export async function within(
  tx: Tx,
  rule: string,
  from: Instant,
  to: Instant,
): Promise<Occurrence[]> {
  return tx
    .selectFrom('occurrences')
    .select(['rule', 'subject', 'at'])
    .where('state', 'in', ['planned', 'done', 'skipped'])
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('rule', '=', rule)
    .orderBy('at')
    .orderBy('subject')
    .execute()
}

/** All moments of a rule and subject, past and to come, with what became of them. */
export async function all(
  tx: Tx,
  rule: string,
  subject: string,
): Promise<(Occurrence & { state: string; reason: string | null })[]> {
  return tx
    .selectFrom('occurrences')
    .select(['rule', 'subject', 'at', 'state', 'reason'])
    .where('rule', '=', rule)
    .where('subject', '=', subject)
    .orderBy('at')
    .execute()
}

/** Takes back a planned moment, with the reason. */
export async function cancel(tx: Tx, one: Occurrence, reason: string): Promise<void> {
  await tx
    .updateTable('occurrences')
    .set({ state: 'cancelled', reason })
    .where('rule', '=', one.rule)
    .where('subject', '=', one.subject)
    .where('at', '=', one.at)
    .where('state', '=', 'planned')
    .execute()
}
