/** What either engine gives; the dialect is chosen in open.ts and nowhere else. */
import { type Kysely, PostgresAdapter } from 'kysely'
import type { Tables } from './tables.ts'

/** The open transaction; every function of this room takes it first. */
export type Tx = Kysely<Tables>

export type Work<T> = (tx: Tx) => Promise<T>

export interface Engine {
  dialect: 'sqlite' | 'postgres'
  /** For migrations only: never used where a transaction is open. */
  db: Kysely<Tables>
  /** One turn: all of it is kept, or none. A damaged file takes only those that are `takenBack` in the end. */
  turn<T>(work: Work<T>, takenBack?: boolean): Promise<T>
  /** A look without writing. */
  read<T>(work: Work<T>): Promise<T>
  /** A long look: all of it as it stood when it began, whatever is written meanwhile; it holds up nobody. */
  survey<T>(work: Work<T>): Promise<T>
  /** A consistent copy while running (SQLite only). */
  backup?(to: string): Promise<void>
  /** What is wrong with the file, read from end to end (SQLite only). */
  damage?(): string | undefined
  close(): Promise<void>
}

/** Finds the statement of a text on an engine that lives in this process; it runs at once. */
export type Direct = (
  text: string,
) => (parameters: readonly unknown[]) => { rows: unknown[]; changes: number }

const directs = new WeakMap<Tx, Direct>()

/** From now on the hot queries of that transaction take the short way. */
export const goesDirectly = (tx: Tx, direct: Direct): void => void directs.set(tx, direct)

/** The short way of a transaction, where there is one. */
export const directOf = (tx: Tx): Direct | undefined => directs.get(tx)

/** Whether the transaction is on PostgreSQL, for the one query that must lock rows there. */
export const isPostgres = (tx: Tx): boolean => tx.getExecutor().adapter instanceof PostgresAdapter
