/** A trial: what is done in it leaves no trace, though the turn around it goes on. */
import { sql } from 'kysely'
import type { Tx } from './engine.ts'

/** Does the work inside the open transaction and takes all of it back. */
export async function undone(tx: Tx, work: () => Promise<void>): Promise<void> {
  await sql`savepoint trial`.execute(tx)
  try {
    await work()
  } finally {
    await sql`rollback to savepoint trial`.execute(tx)
    await sql`release savepoint trial`.execute(tx)
  }
}
