/** The bot's database read by plain SQL, sharing no code with the product: what a recount counts from. */
import pg from 'pg'
import { Database } from '../store/driver.ts'

export interface Ledger {
  /** Rows of a question; whole numbers come as numbers. */
  rows<Row>(sql: string): Promise<Row[]>
  close(): Promise<void>
}

/** Opens a file or a postgres:// address for reading. */
export function openLedger(databaseUrl: string): Ledger {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return openServer(databaseUrl)
  const db = new Database(databaseUrl, { readonly: true })
  return {
    rows: async (sql) => db.prepare(sql).all() as never,
    close: async () => void db.close(),
  }
}

function openServer(databaseUrl: string): Ledger {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    types: {
      getTypeParser: (oid, format) => (oid === 20 ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  return {
    rows: async (sql) => (await pool.query(sql)).rows,
    close: () => pool.end(),
  }
}
