/** The store: opened, migrated, and handed out only inside a turn. */
import { Migrator } from 'kysely'
import { migrations } from '../../migrations/index.ts'
import type { Engine, Tx } from './engine.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import { type Bound, bind } from './store.ts'

export interface Store {
  dialect: Engine['dialect']
  /** One turn: all of it is kept, or none. Never call turn inside turn. */
  turn<T>(work: (store: Bound) => Promise<T>): Promise<T>
  /** A look without writing. */
  look<T>(work: (store: Bound) => Promise<T>): Promise<T>
  backup?(to: string): Promise<void>
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
  const engine = isServer ? openPostgres(url, patience) : openSqlite(url, alone)
  await migrate(engine)
  const store: Store = {
    dialect: engine.dialect,
    turn: (work) => engine.turn((tx: Tx) => work(bind(tx))),
    look: (work) => engine.read((tx: Tx) => work(bind(tx))),
    close: () => engine.close(),
  }
  if (engine.backup) store.backup = engine.backup
  return store
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
