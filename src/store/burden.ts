/** 减负: how many messages really went out to people that they did not ask for, by what wrote them. */
import { sql } from 'kysely'
import { BY_DEED, type Counts, kinds, PRESSING } from '../domain/burden.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'

const [ABOUT_MATTER, PRESSED, OTHER, FORMS] = BY_DEED

/** A letter may wait a holiday long for its window after the deed that wrote it. */
const WAITED = 14 * 86_400_000

/** What wrote a letter: a job of the clock, somebody's pressing, or another deed. */
const kindOf = (from: Instant, to: Instant) => sql<string>`case ${sql.join(
  kinds.flatMap(({ name, rules }) =>
    rules.map((rule) => sql`when turn like ${`due:${rule}:%`} then ${name}`),
  ),
  sql` `,
)} when key like 'brief-ask:%' then ${FORMS}
  when turn like 'due:%' then ${OTHER}
  when turn in (select j.turn from journal j where j.at >= ${from - WAITED} and j.at < ${to}
    and j.verb in (${sql.join([...PRESSING])})) then ${PRESSED}
  when matter is not null then ${ABOUT_MATTER} else ${OTHER} end`

/**
 * Letters that arrived in `[from, to)`, by type; `places` narrows it to those of a unit. What was folded into a page
 * counts as that page, an edit in place and an answer to the asker as nothing.
 */
export async function sent(
  tx: Tx,
  from: Instant,
  to: Instant,
  places?: readonly string[],
): Promise<Counts> {
  if (places?.length === 0) return new Map()
  const rows = await tx
    .selectFrom('outbox')
    .select((eb) => [kindOf(from, to).as('what'), eb.fn.countAll<number>().as('n')])
    // Spelled as in the index, which would not be used otherwise.
    .where(sql<boolean>`class in ('notice', 'scheduled')`)
    .where('done', '>=', from)
    .where('done', '<', to)
    .where('state', '=', 'sent')
    .where('kind', 'in', ['send', 'file'])
    .$if(places !== undefined, (query) => query.where('place', 'in', places ?? []))
    .groupBy('what')
    .execute()
  return new Map(rows.map(({ what, n }) => [what, Number(n)]))
}
