import { type Kysely, sql } from 'kysely'

/**
 * The lists' indexes also hold what lights and dates are counted by, so that a count of a unit or of the bureau never
 * looks into the matters themselves; and what is kept back for a person is found among ten thousand people's letters.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index matters_urgency`.execute(db)
  await sql`drop index matters_unit_urgency`.execute(db)
  const urgency = sql`next, (case when urgent is null then 1 else 0 end), id, handed, status`
  await sql`create index matters_urgency on matters (open, ${urgency})`.execute(db)
  await sql`create index matters_unit_urgency on matters (lead, open, ${urgency})`.execute(db)
  await sql`drop index matters_unit`.execute(db)
  await sql`create index matters_unit on matters (lead, open, due, handed, status)`.execute(db)
  await sql`create index outbox_folded on outbox (place, created) where state = 'folded'`.execute(
    db,
  )
}
