import type { Kysely } from 'kysely'

/** What kind a series is, what a rest day does to it, and the single meetings called off or added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns: [string, 'text' | 'integer', string | number][] = [
    ['kind', 'text', '周例会'],
    ['rest_day', 'text', '顺延'],
    ['study', 'integer', 0],
    ['off', 'text', '[]'],
    ['extra', 'text', '[]'],
  ]
  for (const [name, type, before] of columns)
    await db.schema
      .alterTable('series')
      .addColumn(name, type, (c) => c.notNull().defaultTo(before))
      .execute()
}
