/** The PostgreSQL engine: a pool, a transaction per turn, and another try when two turns met on one row. */
import { Kysely, PostgresDialect } from 'kysely'
import type { Engine, Work } from './engine.ts'
import { Overtaken } from './overtaken.ts'
import { openPool } from './pool.ts'
import type { Tables } from './tables.ts'
import { named } from './unkept.ts'

/** Serialization failure, deadlock, unique row met by another transaction: begin again. */
const AGAIN = new Set(['40001', '40P01', '23505'])
/** Of turns that meet on one row one gets through a round: more rounds than all instances have connections. */
const TRIES = 50

/** Opens a pool on a `postgres://` URL; `patience` as the pool takes it. */
export function openPostgres(url: string, patience: number | undefined): Engine {
  const pool = openPool(url, patience)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    db,
    turn: (work) => again((tx) => work(tx), db, TRIES),
    read: (work) => work(db).catch(inOurWords),
    survey: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(work)
        .catch(inOurWords),
    close: () => db.destroy(),
  }
}

async function again<T>(work: Work<T>, db: Kysely<Tables>, tries: number): Promise<T> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    const overtaken =
      error instanceof Overtaken || AGAIN.has((error as { code?: string }).code ?? '')
    if (!overtaken || tries <= 1) return inOurWords(error)
    return again(work, db, tries - 1)
  }
}

function inOurWords(error: unknown): never {
  throw named(error)
}
