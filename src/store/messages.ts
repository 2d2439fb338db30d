/** Which message shows which matter: replies and reactions find it, later changes edit it. */
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

export interface Shown {
  message: string
  /** `g:<chat id>` or `p:<person id>`. */
  place: string
  matter: number | null
  /** The matter's version it shows. */
  rev: number
  at: Instant
  /** living: edited with the matter. told: only a line about it. retired: replaced by a newer card. */
  state: 'living' | 'told' | 'retired'
}

const adding = prepared((tx, { message, place, matter, rev, at, state }: Shown) =>
  tx
    .insertInto('messages')
    .values({ message, place, matter, rev, at, state })
    .onConflict((oc) => oc.column('message').doNothing()),
)

const finding = prepared((tx, { message }: Pick<Shown, 'message'>) =>
  tx.selectFrom('messages').selectAll().where('message', '=', message),
)

const livingOf = (tx: Tx, matter: number) =>
  tx
    .selectFrom('messages')
    .selectAll()
    .where('matter', '=', matter)
    .where('state', '=', 'living')
    .orderBy('at')

const livingAnywhere = prepared((tx, { matter }: { matter: number }) => livingOf(tx, matter))

const livingThere = prepared((tx, { matter, place }: { matter: number; place: string }) =>
  livingOf(tx, matter).where('place', '=', place),
)

/** Notes a message that was sent. */
export async function add(tx: Tx, shown: Shown): Promise<void> {
  await adding(tx, shown)
}

/** The first of these messages that the bot knows to be about a matter. */
export async function about(tx: Tx, messages: string[]): Promise<Shown | undefined> {
  for (const message of messages) {
    const { rows } = await finding(tx, { message })
    if (rows[0]) return shownOf(rows[0])
  }
  return undefined
}

/** The living cards of a matter, in one place or in all. */
export async function living(tx: Tx, matter: number, place?: string): Promise<Shown[]> {
  const { rows } = await (place === undefined
    ? livingAnywhere(tx, { matter })
    : livingThere(tx, { matter, place }))
  return rows.map(shownOf)
}

/** The living cards sent before a moment, oldest first. */
export async function aged(tx: Tx, before: Instant, limit: number): Promise<Shown[]> {
  const rows = await tx
    .selectFrom('messages')
    .selectAll()
    .where('state', '=', 'living')
    .where('at', '<', before)
    .orderBy('at')
    .limit(limit)
    .execute()
  return rows.map(shownOf)
}

/** A card now shows this version. */
export async function shows(tx: Tx, message: string, rev: number): Promise<void> {
  await tx.updateTable('messages').set({ rev }).where('message', '=', message).execute()
}

/** A card lives no longer. */
export async function retire(tx: Tx, message: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ state: 'retired' })
    .where('message', '=', message)
    .execute()
}

const shownOf = (row: Omit<Shown, 'state'> & { state: string }): Shown => ({
  ...row,
  state: row.state as Shown['state'],
})
