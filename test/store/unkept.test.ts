/** The store may fail under a turn: then nothing of it is kept, the error says so, and the next turn stands. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { layWire } from '../../src/simulate/wire.ts'
import { openStore } from '../../src/store/open.ts'
import { ailmentOf, Unkept } from '../../src/store/unkept.ts'
import { freshDatabase } from '../world.ts'

test.each([
  [{ code: 'SQLITE_FULL' }, 'full'],
  [{ code: '53100' }, 'full'],
  [{ code: 'SQLITE_CORRUPT_VTAB' }, 'damaged'],
  [{ code: 'SQLITE_NOTADB' }, 'damaged'],
  [{ code: 'XX001' }, 'damaged'],
  [{ code: 'SQLITE_IOERR_WRITE' }, 'lost'],
  [{ code: '57P01' }, 'lost'],
  [{ code: 'ENOENT', syscall: 'connect' }, 'lost'],
  [{ message: 'Connection terminated unexpectedly' }, 'lost'],
  [{ code: 'ENOENT', syscall: 'open' }, undefined],
  [{ code: 'E-DATE-2' }, undefined],
  [{ code: '23505' }, undefined],
  [{ message: 'a title with Connection terminated in it' }, undefined],
  [undefined, undefined],
])('%j is read as %s', (error, ailment) => {
  expect(ailmentOf(error)).toBe(ailment)
})

describe.runIf(inject('pgUrl'))('a PostgreSQL that goes away', () => {
  let base: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    base = await freshDatabase(inject('pgUrl'))
  })
  afterAll(() => base.drop())

  test('a connection that is ended under a turn ends the turn, not the process, and the next turn stands', async () => {
    const store = await openStore(base.url)
    const admin = new pg.Client({ connectionString: base.url })
    await admin.connect()
    try {
      const cut = store.turn(async (bound) => {
        await bound.inbox.take('msg:cut', 1)
        await admin.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
        return bound.inbox.take('msg:never', 1)
      })
      await expect(cut).rejects.toBeInstanceOf(Unkept)
      expect(await store.turn((bound) => bound.inbox.take('msg:cut', 2))).toBe(true)
    } finally {
      await admin.end()
      await store.close()
    }
  })

  test('a line that falls silent is given up, and not handed to the next turn', async () => {
    const wire = await layWire(base.url)
    const store = await openStore(wire.url, { patience: 300 })
    try {
      const silent = store.turn(async (bound) => {
        await bound.inbox.take('msg:silent', 1)
        wire.freeze()
        return bound.inbox.take('msg:unheard', 1)
      })
      await expect(silent).rejects.toMatchObject({ ailment: 'lost' })
      expect(await store.turn((bound) => bound.inbox.take('msg:after', 1))).toBe(true)
      // The server ends what stood still, so that the rows it held are free again.
      expect(await store.turn((bound) => bound.inbox.take('msg:silent', 2))).toBe(true)
    } finally {
      await store.close()
      await wire.close()
    }
  })
})
