import type { Kysely } from 'kysely'

/** Weekly meetings, the topics queued for them, what people think of it all, and drafts to confirm. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('series')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('leader', 'text', (c) => c.notNull())
    .addColumn('unit', 'integer')
    .addColumn('support', 'text', (c) => c.notNull())
    .addColumn('secretary', 'integer', (c) => c.notNull())
    .addColumn('chat', 'text')
    .addColumn('held', 'integer', (c) => c.notNull())
    .addColumn('ended', 'integer', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('head', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('topics')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('series', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('carried', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('topics_series').on('topics').columns(['series', 'state']).execute()
  await db.schema
    .createTable('suggestions')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('person', 'integer')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
}
