/** The office's own settings, changed by a sentence and not by a file. */
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

const finding = prepared((tx, { name }: { name: string }) =>
  tx.selectFrom('settings').select('value').where('name', '=', name),
)

/** A setting's value; nothing where the office has not set it. */
export async function get(tx: Tx, name: string): Promise<string | undefined> {
  const { rows } = await finding(tx, { name })
  return rows[0]?.value
}

/** Sets a value; null goes back to the usual. */
export async function set(tx: Tx, name: string, value: string | null): Promise<void> {
  await tx.deleteFrom('settings').where('name', '=', name).execute()
  if (value !== null) await tx.insertInto('settings').values({ name, value }).execute()
}
