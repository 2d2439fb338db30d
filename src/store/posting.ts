/** 投递: letters on their way into the outbox. */
import type { Instant } from '../domain/time/day.ts'
import { directOf, type Tx } from './engine.ts'
import type { Letter } from './letter.ts'
import { prepared } from './prepared.ts'

type Fresh = Omit<Letter, 'body' | 'nextTry'> & { text: string; now: Instant; nextTry: Instant }

const inserting = (tx: Tx, letters: readonly Fresh[]) =>
  tx
    .insertInto('outbox')
    .values(
      letters.map((fresh) => ({
        key: fresh.key,
        turn: fresh.turn,
        n: fresh.n,
        kind: fresh.kind,
        place: fresh.place,
        body: fresh.text,
        matter: fresh.matter,
        rev: fresh.rev,
        class: fresh.class,
        state: 'ready',
        created: fresh.now,
        next_try: fresh.nextTry,
        attempts: 0,
        spent: 0,
        epoch: 0,
      })),
    )
    .onConflict((oc) => oc.column('key').doNothing())

const putting = prepared((tx, fresh: Fresh) => inserting(tx, [fresh]))

/** Puts a letter into the box; one with the same key is there already: nothing happens. */
export async function put(tx: Tx, letter: Letter, now: Instant): Promise<boolean> {
  const { changes } = await putting(tx, { ...letter, text: JSON.stringify(letter.body), now })
  return changes > 0
}

/** Puts letters into the box: at once where a statement costs no trip, else all in one. */
export async function putAll(tx: Tx, letters: readonly Letter[], now: Instant): Promise<void> {
  const fresh = letters.map((letter) => ({ ...letter, text: JSON.stringify(letter.body), now }))
  if (directOf(tx)) for (const one of fresh) await putting(tx, one)
  else if (fresh.length > 0) await inserting(tx, fresh).execute()
}
