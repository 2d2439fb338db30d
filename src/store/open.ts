/** The store: opened, migrated, and handed out only inside a turn. */
import { Migrator } from 'kysely'
import { migrations } from '../../migrations/index.ts'
import type { Engine, Tx, Work } from './engine.ts'
import { type Asked, type Reserved, reserve } from './pace.ts'
import { openSqlite, takeLock } from './sqlite.ts'
import { type Bound, bind } from './store.ts'
import { named } from './unkept.ts'

export interface Store {
  dialect: Engine['dialect']
  /** One turn: all of it is kept, or none. Never call turn inside turn. */
  turn<T>(work: (store: Bound) => Promise<T>): Promise<T>
  /** A turn that is taken back once its answer is known; possible even where nothing can be written any more. */
  trial<T>(work: (store: Bound) => Promise<T>): Promise<T>
  /** A look without writing. */
  look<T>(work: (store: Bound) => Promise<T>): Promise<T>
  /** A long look: everything is seen as it stood when it began, while others go on writing. */
  survey<T>(work: (store: Bound) => Promise<T>): Promise<T>
  backup?(to: string): Promise<void>
  /** Reserves a call in the pace that several processes share; one that holds its file alone needs none. */
  pace?(asked: Asked): Promise<Reserved>
  /** What is wrong with the file, read from end to end; a server looks after its own. */
  damage(): Promise<string | undefined>
  close(): Promise<void>
}

export interface OpenOptions {
  /** A serving process: refuses a second one on the same SQLite file. */
  alone?: boolean
  /** Milliseconds after which a PostgreSQL that does not answer counts as gone; by default it is waited for. */
  patience?: number
}

/** Opens a file path or a `postgres://` URL and brings its tables up to date. */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const { alone = false, patience } = options
  const isServer = /^postgres(ql)?:\/\//.test(url)
  try {
    const engine = isServer ? await onServer(url, patience) : openSqlite(url, alone)
    return await opened(engine)
  } catch (error) {
    throw named(error)
  }
}

/** What speaks to a server is read only where there is one. */
async function onServer(url: string, patience: number | undefined): Promise<Engine> {
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url, patience)
}

/** Does some work while no other process serves a file. Throws Declined when one does. */
export async function heldAlone<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = takeLock(file)
  return work().finally(() => lock.close())
}

async function opened(engine: Engine): Promise<Store> {
  await migrate(engine).catch(async (error) => {
    await engine.close().catch(() => {})
    throw error
  })
  const store: Store = {
    dialect: engine.dialect,
    turn: (work) => engine.turn((tx: Tx) => work(bind(tx))),
    trial: (work) => takenBack(engine, (tx) => work(bind(tx))),
    look: (work) => engine.read((tx: Tx) => work(bind(tx))),
    survey: (work) => engine.survey((tx: Tx) => work(bind(tx))),
    damage: async () => engine.damage?.(),
    close: () => engine.close(),
  }
  if (engine.backup) store.backup = engine.backup
  if (engine.dialect === 'postgres') store.pace = (asked) => engine.read((tx) => reserve(tx, asked))
  return store
}

async function takenBack<T>(engine: Engine, work: Work<T>): Promise<T> {
  const back = new Error('taken back')
  let answer: { value: T } | undefined
  try {
    await engine.turn(async (tx) => {
      answer = { value: await work(tx) }
      throw back
    }, true)
  } catch (error) {
    if (error !== back || !answer) throw error
  }
  if (!answer) throw back
  return answer.value
}

async function migrate(engine: Engine): Promise<void> {
  const migrator = new Migrator({
    db: engine.db,
    provider: { getMigrations: async () => migrations },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await engine.db
    .insertInto('office')
    .values({ id: 1, version: 1, tenant: null, rev: 0, head: '' })
    .onConflict((oc) => oc.column('id').doNothing())
    .execute()
}
