/** A database of every schema that ever was, with a row in every table, goes on to the newest without losing a value. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, Migrator, PostgresDialect, SqliteDialect, type TableMetadata } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { Database } from '../../src/store/driver.ts'
import { openStore } from '../../src/store/open.ts'
import { freshDatabase } from '../world.ts'
import { engines } from './stores.ts'

type Any = Kysely<Record<string, Record<string, unknown>>>

const names = Object.keys(migrations).sort()
const dir = mkdtempSync(join(tmpdir(), 'duban-schemas-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Elsewhere than under `npm run prove` the first and the newest schemas stand for all on PostgreSQL. */
const tried = (engine: string) =>
  process.env.DUBAN_PROVE || engine === 'sqlite' ? names : [names[3] ?? '', names.at(-2) ?? '']

describe.each(engines)('on %s', (engine) => {
  test.each(tried(engine))('what was kept under %s is there afterwards', async (name) => {
    const made = engine === 'postgres' ? await freshDatabase(inject('pgUrl')) : undefined
    const url = made?.url ?? join(dir, `${name}.db`)
    try {
      const before = await withRows(url, name)
      expect(before.size).toBeGreaterThan(1)
      await (await openStore(url)).close()
      const db = plain(url)
      for (const [table, row] of before) {
        const [kept] = await db.selectFrom(table).select(Object.keys(row)).execute()
        expect([table, kept]).toEqual([table, row])
      }
      await db.destroy()
    } finally {
      await made?.drop()
    }
  })
})

function plain(url: string): Any {
  return new Kysely({
    dialect: url.startsWith('postgres')
      ? new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) })
      : new SqliteDialect({ database: new Database(url) }),
  })
}

/** Makes the schema as it was with that migration, and a row in every table; gives the rows as they were read back. */
async function withRows(url: string, upTo: string): Promise<Map<string, Record<string, unknown>>> {
  const db = plain(url)
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateTo(upTo)
  if (error) throw error
  const rows = new Map<string, Record<string, unknown>>()
  const tables = (await db.introspection.getTables()).filter(({ isView }) => !isView)
  for (const table of tables) {
    if (/^(kysely|sqlite)/.test(table.name)) continue
    await db
      .insertInto(table.name)
      .values(rowOf(table))
      .onConflict((oc) => oc.doNothing())
      .execute()
    const [row] = await db.selectFrom(table.name).selectAll().limit(1).execute()
    if (row) rows.set(table.name, row)
  }
  await db.destroy()
  return rows
}

/** A value for every column by its type. */
function rowOf({ columns }: TableMetadata): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, dataType }) => [name, sampleOf(dataType)]))
}

function sampleOf(dataType: string): string | number {
  if (/^_int/.test(dataType)) return '{1}'
  return /int|numeric|real/i.test(dataType) ? 1 : '"旧"'
}
