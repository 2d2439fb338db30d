import type { Kysely } from 'kysely'

/** 周交办、月讲评: a week's batch is found by its name; a month's review, and what was objected to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('matters_batch').on('matters').columns(['batch', 'id']).execute()
  await db.schema
    .createTable('reviews')
    .addColumn('month', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('objections')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('answered_by', 'integer')
    .addColumn('answered', 'bigint')
    .execute()
  await db.schema.createIndex('objections_month').on('objections').columns(['month']).execute()
}
