/** The rules an office has made its own; all others are those the program came with. */
import type { Profile } from '../domain/matter/profile.ts'
import type { Entered } from './calendar.ts'
import type { Tx } from './engine.ts'
import { changed } from './office-version.ts'

/** The office's own rules, in the order of their names. */
export async function own(tx: Tx): Promise<Profile[]> {
  const rows = await tx.selectFrom('profiles').select('body').orderBy('name').execute()
  return rows.map((row) => JSON.parse(row.body) as Profile)
}

/** Keeps a rule in the place of an earlier one of its name. */
export async function keep(tx: Tx, profile: Profile, { person, at }: Entered): Promise<void> {
  const facts = { body: JSON.stringify(profile), person, at }
  await tx
    .insertInto('profiles')
    .values({ name: profile.name, ...facts })
    .onConflict((oc) => oc.column('name').doUpdateSet(facts))
    .execute()
  await changed(tx)
}

/** Takes an office's own rule out; the program's of that name counts again, if there is one. */
export async function drop(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('profiles').where('name', '=', name).execute()
  await changed(tx)
}
