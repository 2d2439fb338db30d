import type { Kysely } from 'kysely'

/** Living cards by their age: those too old to edit soon are asked for every morning. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('messages_age').on('messages').columns(['state', 'at']).execute()
}
