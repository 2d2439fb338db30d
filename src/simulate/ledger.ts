/** The bot's database read by plain SQL, sharing no code with the product: what a recount counts from. */
import pg from 'pg'
import { Database } from '../store/driver.ts'

export interface Ledger {
  /** Rows of a question; whole numbers come as numbers. */
  rows<Row>(sql: string): Promise<Row[]>
  /** Every column of every table. */
  columns(): Promise<{ table: string; column: string }[]>
  close(): Promise<void>
}

/** Opens a file or a postgres:// address for reading. */
export function openLedger(databaseUrl: string): Ledger {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return openServer(databaseUrl)
  const db = new Database(databaseUrl, { readonly: true })
  return {
    rows: async (sql) => db.prepare(sql).all() as never,
    columns: async () =>
      db
        .prepare(
          `select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
           where m.type = 'table'`,
        )
        .all() as never,
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
  pool.on('error', () => {})
  const rows = async (sql: string, tries: number): Promise<never[]> => {
    try {
      return (await pool.query(sql)).rows as never[]
    } catch (error) {
      if (tries <= 1) throw error
      // The server is being restarted under it.
      await new Promise((done) => setTimeout(done, 250))
      return rows(sql, tries - 1)
    }
  }
  return {
    rows: (sql) => rows(sql, 40),
    columns: () =>
      rows(
        `select table_name as "table", column_name as "column" from information_schema.columns
         where table_schema = 'public'`,
        40,
      ),
    close: () => pool.end(),
  }
}
