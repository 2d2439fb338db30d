/** Which message shows which matter: replies and reactions find it, later changes edit it. */
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'

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

/** Notes a message that was sent. */
export async function add(tx: Tx, shown: Shown): Promise<void> {
  await tx
    .insertInto('messages')
    .values(shown)
    .onConflict((oc) => oc.column('message').doNothing())
    .execute()
}

/** The first of these messages that the bot knows to be about a matter. */
export async function about(tx: Tx, messages: string[]): Promise<Shown | undefined> {
  if (messages.length === 0) return undefined
  const rows = await tx
    .selectFrom('messages')
    .selectAll()
    .where('message', 'in', messages)
    .execute()
  const found = messages.flatMap((id) => rows.find((row) => row.message === id) ?? [])[0]
  return found && shownOf(found)
}

/** The living cards of a matter, in one place or in all. */
export async function living(tx: Tx, matter: number, place?: string): Promise<Shown[]> {
  let query = tx
    .selectFrom('messages')
    .selectAll()
    .where('matter', '=', matter)
    .where('state', '=', 'living')
  if (place !== undefined) query = query.where('place', '=', place)
  return (await query.orderBy('at').execute()).map(shownOf)
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
