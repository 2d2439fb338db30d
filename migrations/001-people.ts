import type { Kysely } from 'kysely'

/** Persons, units, the seats of task forces, and the one row that says which version of them is true. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('office')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tenant', 'text')
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('head', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('units')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('aliases', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('parent', 'integer')
    .addColumn('head', 'integer')
    .addColumn('charge', 'integer')
    .addColumn('ends', 'text')
    .execute()
  await db.schema
    .createTable('people')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addColumn('open_id', 'text', (c) => c.unique())
    .addColumn('union_id', 'text')
    .addColumn('mobile', 'text')
    .addColumn('left', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('seats')
    .addColumn('unit', 'integer', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('seats_pk', ['unit', 'person'])
    .execute()
  await db.schema
    .createTable('chats')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit', 'integer')
    .addColumn('series', 'integer')
    .addColumn('gone', 'integer', (c) => c.notNull())
    .execute()
}
