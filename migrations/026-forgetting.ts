import { type Kysely, sql } from 'kysely'

/** What ended long ago is forgotten every night; without an index that reads every letter of a quarter. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('outbox_done')
    .on('outbox')
    .column('done')
    .where(sql<boolean>`done is not null`)
    .execute()
}
