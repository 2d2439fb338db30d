import type { Kysely } from 'kysely'

/** What moved and what was struck off in a unit, found without looking through the others' matters: the pages of a morning ask for both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on('matters').columns(columns).execute()
  await index('matters_unit_changed', ['lead', 'changed'])
  await index('matters_unit_closed', ['lead', 'closed'])
}
