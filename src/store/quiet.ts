/** 免打扰: the hours of the day in which a person wants no messages. */
import type { Quiet } from '../domain/remind/quiet.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

const finding = prepared((tx, { person }: { person: number }) =>
  tx.selectFrom('quiet').select(['begins', 'ends']).where('person', '=', person),
)

/** A person's quiet hours, if he asked for some. */
export async function of(tx: Tx, person: number): Promise<Quiet | undefined> {
  const { rows } = await finding(tx, { person })
  return rows[0]
}

/** Sets a person's quiet hours in place of those before; null takes them away. */
export async function set(tx: Tx, person: number, quiet: Quiet | null): Promise<void> {
  await tx.deleteFrom('quiet').where('person', '=', person).execute()
  if (quiet)
    await tx
      .insertInto('quiet')
      .values({ person, ...quiet })
      .execute()
}
