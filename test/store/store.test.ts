import { readdirSync, statSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { type NewMatter, untouched } from '../../src/domain/matter/matter.ts'
import { Database } from '../../src/store/driver.ts'
import { openStore } from '../../src/store/open.ts'
import type { Letter } from '../../src/store/outbox.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  key,
  turn: 't',
  n: 1,
  kind: 'send',
  place: 'p:1',
  body: { content: { lines: ['你好'] } },
  matter: null,
  rev: null,
  class: 'answer',
  nextTry: 1000,
  ...more,
})

const fresh: NewMatter = {
  ...untouched,
  title: '报送问题楼盘化解方案',
  basis: '局党组2026-18号',
  source: '交办',
  origin: 'office',
  assigner: 1,
  lead: 2,
  proposed: null,
  handler: null,
  status: 'assigned',
  start: 1000,
  due: 5000,
  firstDue: 5000,
  chat: null,
  created: 1000,
  changed: 1000,
}

describe.each(engines)('the store on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('a turn keeps all of it or none', async () => {
    const failing = world.store.turn(async (store) => {
      await store.inbox.take('msg:1', 1)
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    const taken = await world.store.turn((store) => store.inbox.take('msg:1', 2))
    expect(taken).toBe(true)
  })

  test('turns that arrive together do not disturb each other', async () => {
    const turns = Array.from({ length: 20 }, (_, i) =>
      world.store.turn(async (store) => {
        const number = await store.counters.next('together')
        if (i % 5 === 0) throw new Error('one of them fails')
        return number
      }),
    )
    const ended = await Promise.allSettled(turns)
    const numbers = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    expect(ended.filter((end) => end.status === 'rejected')).toHaveLength(4)
    expect(new Set(numbers).size).toBe(16)
  })

  test('a key is taken once, however many try', async () => {
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => world.store.turn((store) => store.inbox.take('msg:x', 1))),
    )
    expect(tries.filter((took) => took)).toHaveLength(1)
  })

  test('a matter is saved only over the version that was seen', async () => {
    const born = await world.store.turn(async (store) => {
      const matter = await store.matters.number(fresh, '2026')
      await store.matters.insert({ ...matter, rev: 1, head: 'a' })
      return { ...matter, rev: 1, head: 'a' }
    })
    expect(born.formal).toBe('2026-交办-001')
    await world.store.turn((store) =>
      store.matters.save(born, { ...born, status: 'signed', rev: 2, head: 'b' }),
    )
    const stale = world.store.turn((store) =>
      store.matters.save(born, { ...born, status: 'withdrawn', rev: 2, head: 'c' }),
    )
    await expect(stale).rejects.toThrow('overtaken')
    const kept = await world.store.look((store) => store.matters.get(born.id))
    expect(kept).toEqual({ ...born, status: 'signed', rev: 2, head: 'b' })
    const byName = await world.store.look((store) => store.matters.byFormal('2026-交办-001'))
    expect(byName?.id).toBe(born.id)
  })

  test('two characters suffice to find a matter; one is not indexed', async () => {
    await world.store.turn((store) => store.search.index(1, '报送问题楼盘化解方案 局党组2026-18号'))
    await world.store.turn((store) => store.search.index(2, '问题清单'))
    const find = (words: string) => world.store.look((store) => store.search.find(words))
    expect(await find('楼盘')).toEqual([1])
    expect(await find('问题')).toEqual([2, 1])
    expect(await find('问题 方案')).toEqual([1])
    expect(await find('没有的')).toEqual([])
    expect(await find('楼')).toEqual([])
  })

  test('history is chained, and the database itself refuses to change or delete it', async () => {
    const bare = { object: 'matter:900', actor: 1, verb: '报', text: '一', way: '消息', turn: 'k' }
    const change = { before: null, after: {} }
    const first = await world.store.turn((store) =>
      store.journal.append({ ...bare, seq: 1, at: 1, change }, ''),
    )
    await world.store.turn((store) =>
      store.journal.append({ ...bare, seq: 2, at: 2, change }, first),
    )
    const again = world.store.turn((store) =>
      store.journal.append({ ...bare, seq: 2, at: 3, change }, first),
    )
    await expect(again).rejects.toThrow()
    await expect(tamper(world.url, "update journal set text = '二'")).rejects.toThrow(/append-only/)
    await expect(tamper(world.url, 'delete from journal')).rejects.toThrow(/append-only/)
  })

  test('a letter is leased by one, fenced by its epoch, and sent once', async () => {
    const { store } = world
    expect(await store.turn((bound) => bound.outbox.put(letter('a'), 1000))).toBe(true)
    expect(await store.turn((bound) => bound.outbox.put(letter('a'), 1000))).toBe(false)
    const claim = (owner: string, now: number) =>
      store.turn((bound) => bound.outbox.claim(owner, now, 60_000, 10))
    expect(await claim('one', 999)).toEqual([])
    const [first] = await claim('one', 1000)
    expect(first).toMatchObject({ key: 'a', epoch: 1, attempts: 1 })
    expect(await claim('two', 1001)).toEqual([])
    await tamper(world.url, 'update outbox set lease_end = 1')
    const [second] = await claim('two', 1061)
    expect(second).toMatchObject({ key: 'a', epoch: 2, attempts: 2, firstTry: 1000 })
    const late = await store.turn((bound) =>
      bound.outbox.finish(first!, { state: 'sent', message: 'om_1', done: 1 }),
    )
    expect(late).toBe(false)
    const done = await store.turn((bound) =>
      bound.outbox.finish(second!, { state: 'sent', message: 'om_2', done: 1 }),
    )
    expect(done).toBe(true)
    expect(await claim('three', 9999)).toEqual([])
  })

  test('a moment is planned once, taken once, and may be planned again after it was taken back', async () => {
    const one = { rule: 'reminder', subject: 'matter:1', at: 10 }
    const { store } = world
    await store.turn((bound) => bound.occurrences.plan(one))
    await store.turn((bound) => bound.occurrences.plan(one))
    await store.turn((bound) => bound.occurrences.cancel(one, '事项已变动'))
    expect(await store.look((bound) => bound.occurrences.due(100))).toEqual([])
    await store.turn((bound) => bound.occurrences.plan(one))
    expect(await store.look((bound) => bound.occurrences.due(100))).toEqual([one])
    const took = [1, 2, 3].map(() => store.turn((bound) => bound.occurrences.take(one, 11)))
    expect((await Promise.all(took)).filter((yes) => yes)).toHaveLength(1)
    await store.turn((bound) => bound.occurrences.plan(one))
    expect(await store.look((bound) => bound.occurrences.due(100))).toEqual([])
  })

  test('opening it again migrates nothing and keeps everything', async () => {
    const second = await openStore(world.url)
    expect(await second.look((store) => store.matters.count({}))).toBe(1)
    await second.close()
  })
})

test('the registry of migrations is the folder', () => {
  const files = readdirSync('migrations').filter((name) => /^\d{3}-/.test(name))
  expect(Object.keys(migrations)).toEqual(files.map((name) => name.replace('.ts', '')).sort())
})

test('an SQLite file is readable by its owner only, and serves one process', async () => {
  const world = await scratch('sqlite')
  try {
    expect(statSync(world.url).mode & 0o077).toBe(0)
    const serving = await openStore(world.url, { alone: true })
    await expect(openStore(world.url, { alone: true })).rejects.toThrow(/另一个督办进程/)
    await serving.close()
    await (await openStore(world.url, { alone: true })).close()
  } finally {
    await world.drop()
  }
})

/** Somebody at the database behind the bot's back. */
async function tamper(url: string, statement: string): Promise<void> {
  if (!url.startsWith('postgres')) {
    const db = new Database(url)
    try {
      db.exec(statement)
    } finally {
      db.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
