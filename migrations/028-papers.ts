import { type Kysely, sql } from 'kysely'

/** Papers are few: whether one waits is asked at every delivery, and must not read all that waits with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('outbox_papers')
    .on('outbox')
    .columns(['state', 'next_try', 'created', 'n'])
    .where(sql<boolean>`kind = 'paper'`)
    .execute()
}
