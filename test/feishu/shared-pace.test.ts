/** One app, several processes, one database: together they keep the platform's pace (delivery.md 2). */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Undelivered } from '../../src/bot/message.ts'
import { openPace } from '../../src/feishu/pace.ts'
import { openSend, rateOf } from '../../src/feishu/send.ts'
import { sharedPace } from '../../src/feishu/shared-pace.ts'
import { openLedger } from '../../src/simulate/ledger.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { freshDatabase } from '../world.ts'
import { GROUP, meet } from './street.ts'

const own = () => openPace({ now: () => performance.now(), rate: rateOf })
const ports = {
  now: () => performance.now(),
  wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
}
/** Who reads it: five letters each. */
const READERS = Array.from({ length: 30 }, (_, i) => `ou_reader${String(i).padStart(26, '0')}`)

describe.runIf(inject('pgUrl'))('three processes on one database', () => {
  let base: Awaited<ReturnType<typeof freshDatabase>>
  let stores: Store[]
  beforeAll(async () => {
    base = await freshDatabase(inject('pgUrl'))
    stores = [await openStore(base.url)]
    stores.push(await openStore(base.url), await openStore(base.url))
  })
  afterAll(async () => {
    for (const store of stores) await store.close()
    await base.drop()
  })

  /** When calls of that name were reserved, in order. */
  const reserved = async (name: string): Promise<number[]> => {
    const ledger = openLedger(base.url)
    const rows = await ledger.rows<{ at: number }>(
      `select unnest(taken) as at from pace where name = '${name}'`,
    )
    await ledger.close()
    return rows.map(({ at }) => at)
  }

  test('reserve not more calls than the platform allows, in any stretch of time, for the app and for one reader', async () => {
    const ask = (i: number) =>
      stores[i % 3]!.pace!({
        // Another app than that of the burst below.
        windows: ['app', 'to one'].flatMap((name) =>
          rateOf(name).map((rate) => ({ ...rate, name: `${name} of another`, kept: 1000 })),
        ),
        furthest: 1_000_000,
        moved: [],
        speed: 1,
      })
    await Promise.all(Array.from({ length: 120 }, (_, i) => ask(i)))
    const times = await reserved('to one of another')
    expect(times).toHaveLength(120)
    expect(await reserved('app of another')).toEqual(times)
    for (const [n, at] of times.entries())
      if (n >= 5) expect(at - times[n - 5]!).toBeGreaterThan(1000)
  })

  /** A call counted against one window of two, three for answers, within a minute of a clock that stands still. */
  const ask = (most: number, moved: { moment: number; later: number }[] = []) => {
    const name = expect.getState().currentTestName!
    return stores[0]!.pace!({
      windows: [{ name, most, within: 60_000, kept: 3 }],
      furthest: 10_000,
      moved: moved.map((one) => ({ ...one, name })),
      speed: 0,
    })
  }

  test('leave what is kept for answers to answers, and reserve nothing that is too far away', async () => {
    for (const most of [2, 2]) expect(await ask(most)).toEqual({ due: 0, wait: 0 })
    expect(await ask(2)).toEqual({ due: 60_000, wait: 60_000 })
    // What was only told holds nobody up.
    expect(await ask(3)).toEqual({ due: 0, wait: 0 })
    expect(await ask(3)).toEqual({ due: 60_000, wait: 60_000 })
  })

  test('count a call that arrived late from when it arrived, and no other of the same moment', async () => {
    for (const most of [3, 3, 3]) await ask(most)
    const late = { moment: 0, later: 5000 }
    expect((await ask(3, [late])).due).toBe(60_000)
    expect((await ask(3, [late, late])).due).toBe(65_000)
  })

  test('a letter whose pace the database cannot say is tried later, not held as doubtful', async () => {
    const pace = sharedPace(own(), () => Promise.reject(new Error('gone')), ports)
    await expect(pace.turn(['app'])).rejects.toEqual(new Undelivered('later', 'store'))
    await expect(pace.turn(['app'])).rejects.toEqual(new Undelivered('later', 'store'))
  })

  test('what must wait for the minute holds up no answer', async () => {
    const asked: number[] = []
    const pace = sharedPace(
      own(),
      async ({ windows }) => {
        asked.push(windows[0]!.most)
        return { due: 0, wait: windows[0]!.most === 50 ? 0 : 60_000 }
      },
      ports,
    )
    await expect(pace.turn(['app'])).rejects.toEqual(new Undelivered('later', 'app-pace', 60_000))
    await pace.turn(['app'], true)
    expect(asked).toEqual([49, 50])
  })

  test.runIf(process.env.DUBAN_PROVE)(
    'send a burst to many and to one group without a single refusal',
    async () => {
      const { street, api } = await meet({ paceClock: () => performance.now() })
      READERS.forEach((openId, i) => {
        street.addPerson({ openId, name: `干部${i}`, mobile: `1390000${1000 + i}` })
      })
      const refused: string[] = []
      const sends = stores.map((store) =>
        openSend(
          api,
          sharedPace(own(), (asked) => store.pace!({ ...asked, speed: 1 }), ports),
        ),
      )
      await Promise.all(
        Array.from({ length: 180 }, (_, i) =>
          sends[i % 3]!({
            kind: 'send',
            to: i % 6 === 0 ? { chat: GROUP } : { person: READERS[i % 30]! },
            content: { lines: [`第${i}条`] },
            uuid: `burst-${i}`,
          }).catch(({ code }: Undelivered) => void refused.push(code)),
        ),
      )
      expect(refused).toEqual([])
      expect(street.effects()).toHaveLength(180)
    },
  )
})
