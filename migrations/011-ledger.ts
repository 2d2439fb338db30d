import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** What lists are filtered and ordered by: when a matter was handed in, its next date, and how many a unit has open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('matters').addColumn('handed', 'bigint').execute()
  const at =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? sql`(closing::json->>'at')::bigint`
      : sql`json_extract(closing, '$.at')`
  await sql`update matters set handed = ${at}
    where status in ('close_requested', 'completed') and closing is not null`.execute(db)
  // As compareUrgency orders them: many fall due at the same moment, and 特急 goes first among those.
  const urgency = sql`next, (case when urgent is null then 1 else 0 end), id`
  await sql`create index matters_urgency on matters (open, ${urgency})`.execute(db)
  await sql`create index matters_unit_urgency on matters (lead, open, ${urgency})`.execute(db)
  await index(db, 'matters_source', ['source', 'open', 'next'])
  await index(db, 'matters_handler', ['handler', 'open', 'next'])
  await db.schema
    .createTable('tallies')
    .addColumn('unit', 'integer', (c) => c.primaryKey())
    .addColumn('open', 'integer', (c) => c.notNull())
    .execute()
  await sql`insert into tallies (unit, open)
    select lead, count(*) from matters where open = 1 group by lead`.execute(db)
}

function index(db: Kysely<unknown>, name: string, columns: string[]) {
  return db.schema.createIndex(name).on('matters').columns(columns).execute()
}
