import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practiceOn } from '../../src/admin/read/office.ts'
import { type Read, reading, type Said } from '../../src/admin/read/reader.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { desk, lasting } from '../admin/keeper.ts'
import { golden } from './sentences.golden.ts'

let store: Store
let read: (said: Said) => Promise<Read>

beforeAll(async () => {
  store = await openStore(join(lasting(), 'sentences.db'))
  read = await reading(await practiceOn(store, desk().desk))
})
afterAll(() => store.close())

describe('a sentence is taken as it was meant', () => {
  test('there are at least 300 of them, no two alike', () => {
    const all = golden.map(({ expect: _, ...said }) => JSON.stringify(said))
    expect(new Set(all).size).toBe(golden.length)
    expect(golden.length).toBeGreaterThanOrEqual(300)
  })

  test.each(golden)('$as in $in: $text', async ({ expect: expected, ...said }) => {
    const { command, outcome, slots } = await read(said)
    expect({ command, outcome, slots }).toEqual(expected)
  })
})
