import type { Kysely } from 'kysely'

/** The office's own rules, and the way to what falls due next: a step comes before its matter's date. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('profiles')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('matters_next').on('matters').columns(['open', 'next']).execute()
  await db.schema
    .createIndex('matters_unit_next')
    .on('matters')
    .columns(['lead', 'open', 'next'])
    .execute()
}
