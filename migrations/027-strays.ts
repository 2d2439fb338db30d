import { type Kysely, sql } from 'kysely'

/** 未送达: what the keeper decides on; a letter that is sent once more remembers the tries it had before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    .addColumn('spent', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('strays')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('letter', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('whom', 'text', (c) => c.notNull())
    .addColumn('person', 'integer')
    .addColumn('matter', 'integer')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('first', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('verdict', 'text')
    .addColumn('keeper', 'integer')
    .addColumn('decided', 'bigint')
    .execute()
  await db.schema.createIndex('strays_place').on('strays').columns(['place', 'at']).execute()
  await db.schema.createIndex('strays_letter').on('strays').column('letter').execute()
  await sql`create index strays_open on strays (id) where verdict is null`.execute(db)
}
