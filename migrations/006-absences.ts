import type { Kysely } from 'kysely'

/** Who is away, from which day to which, and who stands in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('absences')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('first_day', 'text', (c) => c.notNull())
    .addColumn('last_day', 'text', (c) => c.notNull())
    .addColumn('stand_in', 'integer')
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('absences_state')
    .on('absences')
    .columns(['state', 'last_day'])
    .execute()
}
