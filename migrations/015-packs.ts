import type { Kysely } from 'kysely'

/** 议程包: what a meeting's agenda said when it was sent, which matters stand on it, and what is prepared for the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('series')
    .addColumn('prepared', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()
  await db.schema
    .createTable('packs')
    .addColumn('series', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('meets', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('agenda', 'text', (c) => c.notNull())
    .addColumn('places', 'text', (c) => c.notNull())
    .addColumn('sent', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('packs_key', ['series', 'at'])
    .execute()
  await db.schema.createIndex('packs_meets').on('packs').columns(['series', 'meets']).execute()
  await db.schema
    .createTable('pack_items')
    .addColumn('matter', 'integer', (c) => c.notNull())
    .addColumn('series', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('pack_items_key', ['matter', 'series', 'at'])
    .execute()
}
