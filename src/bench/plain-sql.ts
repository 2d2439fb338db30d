/** A database of either engine, spoken to in plain SQL: a large ledger is laid by the database itself, in seconds. */
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'

interface PlainSql {
  /** Runs statements, all of them or none. */
  run(...texts: string[]): Promise<void>
  /** The sign of a code point, as an expression. */
  sign(code: string): string
  /** Gives the planner its figures. */
  analyze(): Promise<void>
  /** How large the database is, in bytes. */
  bytes(): Promise<number>
  close(): Promise<void>
}

/** Does some work on a file, or on a `postgres://` URL. */
export async function inPlainSql<T>(url: string, work: (sql: PlainSql) => Promise<T>): Promise<T> {
  const sql = url.startsWith('postgres') ? await openPostgres(url) : openSqlite(url)
  return work(sql).finally(() => sql.close())
}

function openSqlite(file: string): PlainSql {
  const sql = new Database(file)
  sql.pragma('journal_mode = wal')
  sql.pragma('synchronous = off')
  return {
    run: async (...texts) => void sql.exec(['begin', ...texts, 'commit'].join(';\n')),
    sign: (code) => `char(${code})`,
    analyze: async () => void sql.exec('analyze'),
    async bytes() {
      sql.pragma('wal_checkpoint(truncate)')
      return statSync(file).size
    },
    close: async () => void sql.close(),
  }
}

async function openPostgres(url: string): Promise<PlainSql> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    run: async (...texts) => {
      await client.query(['begin', ...texts, 'commit'].join(';\n'))
    },
    sign: (code) => `chr((${code})::int)`,
    // Pages that are all visible to everybody are what its counts are read from.
    analyze: async () => void (await client.query('vacuum analyze')),
    async bytes() {
      const { rows } = await client.query('select pg_database_size(current_database()) as n')
      return Number(rows[0]?.n)
    },
    close: () => client.end(),
  }
}
