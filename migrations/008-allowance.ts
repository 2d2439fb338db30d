import { type Kysely, sql } from 'kysely'

/** What keeps messages few: the office's settings, each person's quiet hours, and an index that counts a person's day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('quiet')
    .addColumn('person', 'integer', (c) => c.primaryKey())
    .addColumn('begins', 'integer', (c) => c.notNull())
    .addColumn('ends', 'integer', (c) => c.notNull())
    .execute()
  // Answers, the most of all letters, are not counted and cost this index nothing.
  await db.schema
    .createIndex('outbox_counted')
    .on('outbox')
    .columns(['place', 'next_try'])
    .where(sql<boolean>`class in ('notice', 'scheduled')`)
    .execute()
}
