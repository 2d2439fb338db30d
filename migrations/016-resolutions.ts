import type { Kysely } from 'kysely'

/** What a meeting settled, line by line, before and after it became a matter; what a topic is about and why it came back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('resolutions')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('series', 'integer', (c) => c.notNull())
    .addColumn('meeting', 'integer', (c) => c.notNull())
    .addColumn('item', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('matter', 'integer')
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('resolutions_item')
    .on('resolutions')
    .columns(['series', 'meeting', 'item'])
    .unique()
    .execute()
  await db.schema
    .createIndex('resolutions_open')
    .on('resolutions')
    .columns(['state', 'at'])
    .execute()
  await db.schema.alterTable('topics').addColumn('matter', 'integer').execute()
  await db.schema.alterTable('topics').addColumn('reason', 'text').execute()
}
