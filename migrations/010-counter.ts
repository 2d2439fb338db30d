import type { Kysely } from 'kysely'

/** How a matter's no stands, to be found by; and who is responsible for what, in the words people ask by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('matters').addColumn('refusal', 'text').execute()
  await db.schema
    .createIndex('matters_refusal')
    .on('matters')
    .columns(['refusal', 'changed'])
    .execute()
  await db.schema
    .createTable('remits')
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('word', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('remits_pk', ['person', 'word'])
    .execute()
}
