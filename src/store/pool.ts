/** Connections to PostgreSQL that break or fall silent are thrown away, never handed to the next turn. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { ailmentOf } from './unkept.ts'

/** The pool as Kysely wants it. `patience`: milliseconds a statement may take before the line counts as dead. */
export function openPool(url: string, patience: number | undefined): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: { getTypeParser: numbersAsNumbers },
    keepAlive: true,
    ...(patience === undefined ? {} : impatient(patience)),
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return { connect: () => pool.connect().then(watched), end: () => pool.end() }
}

/** A process that stands still inside a transaction holds rows that others wait for: the server ends it. */
const impatient = (patience: number) => ({
  connectionTimeoutMillis: patience,
  query_timeout: patience,
  idle_in_transaction_session_timeout: patience,
})

/** After a query that the line did not survive, or that was not answered in time, the client is not used again. */
function watched(client: pg.PoolClient): PostgresPoolClient {
  let broken = false
  const breaks = () => {
    broken = true
  }
  client.on('error', breaks)
  const query = (...asked: [never]) => {
    if (broken) return Promise.reject(new Error('Connection terminated'))
    const answer = client.query(...asked) as unknown as Promise<unknown>
    // A cursor is not awaited and answers by itself.
    if (typeof answer?.catch !== 'function') return answer
    return answer.catch((error: unknown) => {
      if (ailmentOf(error) === 'lost') breaks()
      throw error
    })
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release() {
      client.off('error', breaks)
      client.release(broken)
    },
  }
}

/** count(*) and bigint come as text by default; ours are milliseconds and counts, far below 2^53. */
function numbersAsNumbers(oid: number, format?: string) {
  if (oid === 20 || oid === 1700) return Number
  return pg.types.getTypeParser(oid, format as 'text')
}
