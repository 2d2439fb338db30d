/** The PostgreSQL engine: a pool, a transaction per turn, and another try when two turns met on one row. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Engine, Work } from './engine.ts'
import { Overtaken } from './overtaken.ts'
import type { Tables } from './tables.ts'

/** Serialization failure, deadlock, unique row met by another transaction: begin again. */
const AGAIN = new Set(['40001', '40P01', '23505'])
/** Of turns that meet on one row one gets through a round: more rounds than all instances have connections. */
const TRIES = 50

/** Opens a pool on a `postgres://` URL. */
export function openPostgres(url: string): Engine {
  const types = { getTypeParser: numbersAsNumbers }
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    db,
    turn: (work) => again((tx) => work(tx), db, TRIES),
    read: (work) => work(db),
    close: () => db.destroy(),
  }
}

async function again<T>(work: Work<T>, db: Kysely<Tables>, tries: number): Promise<T> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    const overtaken =
      error instanceof Overtaken || AGAIN.has((error as { code?: string }).code ?? '')
    if (!overtaken || tries <= 1) throw error
    return again(work, db, tries - 1)
  }
}

/** count(*) and bigint come as text by default; ours are milliseconds and counts, far below 2^53. */
function numbersAsNumbers(oid: number, format?: string) {
  if (oid === 20 || oid === 1700) return Number
  return pg.types.getTypeParser(oid, format as 'text')
}
