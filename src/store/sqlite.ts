/** The SQLite engine: one file, one writer, COMMIT shared by turns that arrive together. */
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Declined } from '../domain/declined.ts'
import { Database } from './driver.ts'
import { type Direct, type Engine, goesDirectly, type Tx, type Work } from './engine.ts'
import type { Tables } from './tables.ts'
import { ailmentOf, named, Unkept } from './unkept.ts'

/** Opens the file, made readable by its owner only; `alone` refuses a second serving process. */
export function openSqlite(file: string, alone: boolean): Engine {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const lock = alone ? takeLock(file) : undefined
  const isUnclean = alone && (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const connection = new Database(file)
  chmodSync(file, 0o600)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('busy_timeout = 5000')
  // Every turn's savepoint keeps the pages it touched: in memory, not in a file of its own.
  connection.pragma('temp_store = MEMORY')
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: keepStatements(connection) }),
  })
  const { connection: reader, db: read } = openReader(file)
  const turns = sharedCommit(db, runningAtOnce(connection))
  // Once a page was found to be wrong nothing is written any more: what is whole can still be read and saved.
  let damage = isUnclean ? damageIn(connection) : undefined
  const noticed = (error: unknown): never => {
    if (error instanceof Unkept && error.ailment === 'damaged') damage ??= error
    throw error
  }
  return {
    dialect: 'sqlite',
    db,
    turn: (work, takenBack) =>
      damage && !takenBack ? Promise.reject(damage) : turns(work).catch(noticed),
    read: (work) => work(read).catch((error) => noticed(named(error))),
    survey: (work) => surveyed(file, work).catch((error) => noticed(named(error))),
    damage: () => wrongIn(reader, 'integrity_check'),
    backup: (to) => connection.backup(to).then(() => chmodSync(to, 0o600)),
    async close() {
      await read.destroy()
      await db.destroy()
      lock?.close()
    },
  }
}

/** A connection that writes nothing. */
function openReader(file: string) {
  const connection = new Database(file)
  connection.pragma('query_only = ON')
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: keepStatements(connection) }),
  })
  goesDirectly(db, runningAtOnce(connection))
  return { connection, db }
}

/** On a connection of its own: a transaction that stays open there is nobody else's, and ends with it. */
async function surveyed<T>(file: string, work: Work<T>): Promise<T> {
  const { connection, db } = openReader(file)
  try {
    connection.exec('begin')
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Where the last process did not end in good order the file is read through once. */
function damageIn(connection: BetterSqlite3.Database): Unkept | undefined {
  const found = wrongIn(connection, 'quick_check')
  return found === undefined ? undefined : new Unkept('damaged', new Error(found))
}

/** The first thing that SQLite's own check finds. */
function wrongIn(connection: BetterSqlite3.Database, check: 'quick_check' | 'integrity_check') {
  try {
    const found = connection.pragma(`${check}(1)`, { simple: true })
    return found === 'ok' ? undefined : String(found)
  } catch (error) {
    return (error as Error).message
  }
}

/** A lock that dies with its process: an exclusive transaction held on a file beside the database. */
export function takeLock(file: string): BetterSqlite3.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (!/^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')) throw error
    throw new Declined(
      'E-STORE-1',
      `数据库 ${file} 正由另一个督办进程使用。请先停止它；需要多个实例时请改用 PostgreSQL。`,
    )
  }
}

/** Kysely prepares anew for every query; a bureau asks the same few hundred, so they are kept. */
function keepStatements(connection: BetterSqlite3.Database) {
  const kept = new Map<string, BetterSqlite3.Statement>()
  return {
    prepare(text: string) {
      let statement = kept.get(text)
      if (!statement) {
        if (kept.size > 500) kept.clear()
        statement = connection.prepare(text)
        kept.set(text, statement)
      }
      return statement as never
    },
    close: () => void connection.close(),
  }
}

/** Without Kysely's queues: a statement of this file never has anything to wait for. The texts are few and fixed. */
function runningAtOnce(connection: BetterSqlite3.Database): Direct {
  const kept = new Map<string, ReturnType<Direct>>()
  const prepare = (text: string): ReturnType<Direct> => {
    const statement = connection.prepare(text)
    const { reader } = statement
    const run: ReturnType<Direct> = (parameters) =>
      reader
        ? { rows: statement.all(parameters), changes: 0 }
        : { rows: [], changes: statement.run(parameters).changes }
    kept.set(text, run)
    return run
  }
  return (text) => kept.get(text) ?? prepare(text)
}

interface Waiting {
  work: Work<unknown>
  done: (value: unknown) => void
  failed: (error: unknown) => void
}

/** Turns that arrive in the same moment share one COMMIT, each in a savepoint of its own; a lone turn waits for nobody. */
function sharedCommit(db: Kysely<Tables>, direct: Direct) {
  const queue: Waiting[] = []
  let running = false

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, 64)
      const settled: (() => void)[] = []
      try {
        await db.connection().execute(async (tx) => {
          goesDirectly(tx, direct)
          direct('begin immediate')([])
          try {
            let isKept = false
            for (const waiting of batch) {
              const taken = await takeTurn(tx, direct, waiting)
              settled.push(taken.settle)
              isKept ||= taken.isKept
            }
            // Where every turn was taken back there is nothing to write: not even a full disk stands in the way.
            direct(isKept ? 'commit' : 'rollback')([])
          } catch (error) {
            rollBack(direct)
            throw error
          }
        })
        for (const settle of settled) settle()
      } catch (error) {
        const why = named(error)
        for (const waiting of batch) waiting.failed(why)
      }
    }
    running = false
  }

  return <T>(work: Work<T>): Promise<T> =>
    new Promise<T>((done, failed) => {
      queue.push({ work, done: done as (value: unknown) => void, failed })
      if (running) return
      running = true
      setImmediate(drain)
    })
}

/** SQLite has already rolled back by itself after some errors (disk full, out of memory): then there is nothing to do. */
function rollBack(direct: Direct): void {
  try {
    direct('rollback')([])
  } catch {}
}

/** One turn inside the open transaction; what it resolves to is told only after the COMMIT. */
async function takeTurn(tx: Tx, direct: Direct, { work, done, failed }: Waiting) {
  direct('savepoint turn')([])
  try {
    const value = await work(tx)
    direct('release turn')([])
    return { settle: () => done(value), isKept: true }
  } catch (error) {
    // Where the store failed, SQLite may have taken the whole transaction back by itself: none of its turns is kept.
    if (ailmentOf(error) !== undefined) throw error
    direct('rollback to turn')([])
    direct('release turn')([])
    return { settle: () => failed(error), isKept: false }
  }
}
