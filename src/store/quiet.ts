/** 免打扰: the hours of the day in which a person wants no messages. */
import type { Quiet } from '../domain/remind/quiet.ts'
import { numbersIn } from './among.ts'
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

const findingAll = prepared((tx, { people }: { people: string }) =>
  tx
    .selectFrom('quiet')
    .select(['person', 'begins', 'ends'])
    .where('person', 'in', numbersIn(tx, people)),
)

/** The quiet hours of those of these persons who asked for some. */
export async function among(tx: Tx, people: readonly number[]): Promise<Map<number, Quiet>> {
  const { rows } = await findingAll(tx, { people: JSON.stringify(people) })
  return new Map(rows.map(({ person, ...quiet }) => [person, quiet]))
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
