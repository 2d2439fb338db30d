import type { Kysely } from 'kysely'

/** 感谢、案例、更正: words about good work, each tied to a matter. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('praises')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('matter', 'integer', (c) => c.notNull())
    .addColumn('by', 'integer', (c) => c.notNull())
    .addColumn('to', 'integer')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('praises_to').on('praises').columns(['to', 'at']).execute()
  await db.schema.createIndex('praises_kind').on('praises').columns(['kind', 'at']).execute()
}
