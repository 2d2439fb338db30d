import { type Kysely, sql } from 'kysely'

/** What comes round: a month's plans, incidents with a line a day, answers to 意见; and the count of what was sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plans')
    .addColumn('unit', 'integer', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('lines', 'text', (c) => c.notNull())
    .addColumn('dropped', 'text', (c) => c.notNull())
    .addColumn('asked', 'integer', (c) => c.notNull())
    .addColumn('person', 'integer')
    .addColumn('at', 'bigint')
    .addColumn('late', 'integer', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('plans_pk', ['unit', 'month'])
    .execute()
  await db.schema.createIndex('plans_month').on('plans').column('month').execute()
  await db.schema
    .createTable('incidents')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('units', 'text', (c) => c.notNull())
    .addColumn('first_day', 'text', (c) => c.notNull())
    .addColumn('last_day', 'text', (c) => c.notNull())
    .addColumn('rest_days', 'integer', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('rev', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('incidents_state').on('incidents').column('state').execute()
  await db.schema
    .createTable('briefs')
    .addColumn('incident', 'integer', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('unit', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('same', 'integer', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('late', 'text')
    .addPrimaryKeyConstraint('briefs_pk', ['incident', 'day', 'unit'])
    .execute()
  for (const [name, type] of [
    ['office', 'integer'],
    // Whom an anonymous word came from, sealed: only the running bot can open it.
    ['sealed', 'text'],
    ['answer', 'text'],
    ['answered_by', 'integer'],
    ['answered_at', 'bigint'],
  ] as const)
    await db.schema.alterTable('suggestions').addColumn(name, type).execute()
  await db.schema.createIndex('suggestions_state').on('suggestions').column('state').execute()
  // Answers, the most of all letters, are no burden and cost this index nothing.
  await db.schema
    .createIndex('outbox_told')
    .on('outbox')
    .column('done')
    .where(sql<boolean>`class in ('notice', 'scheduled')`)
    .execute()
}
