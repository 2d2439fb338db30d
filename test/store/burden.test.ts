import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type Scratch, scratch } from './stores.ts'

describe.each(engines)('what was sent on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('is counted by what wrote it, once it arrived, in its week and at its places', async () => {
    const at = Date.parse('2026-11-23T09:00:00+08:00')
    let n = 0
    const letter = (turn: string, more: object = {}) => ({
      key: `k${++n}`,
      turn,
      n: 1,
      kind: 'send' as const,
      place: 'p:1',
      body: {},
      matter: null,
      rev: null,
      class: 'scheduled' as const,
      nextTry: at,
      ...more,
    })
    await world.store.turn(async (store) => {
      const letters = [
        letter('due:plan:unit:1'),
        letter('due:plan-page::1'),
        letter('due:reminder:matter:1:1', { matter: 1, place: 'p:2' }),
        letter('due:unknown::1'),
        letter('msg:1', { matter: 1, class: 'notice' }),
        letter('msg:2', { matter: 1, class: 'notice' }),
        letter('msg:3', { class: 'notice', place: 'g:chat' }),
        letter('msg:4', { class: 'answer' }),
        letter('msg:5', { kind: 'patch', class: 'notice' }),
      ]
      for (const one of letters) await store.outbox.put(one, at)
      const line = { object: 'matter:1', seq: 1, at, actor: 1, verb: '催办', text: '', way: '' }
      const change = { before: null, after: {} }
      await store.journal.append({ ...line, turn: 'msg:2', change }, '')
      for (const one of await store.outbox.claim('me', at, at + 1, 20))
        await store.outbox.finish(one, { state: 'sent', done: at })
      await store.outbox.put(letter('msg:6', { class: 'notice' }), at)
    })
    const sent = (from: number, to: number, places?: string[]) =>
      world.store.look((store) => store.burden.sent(from, to, places))
    expect(Object.fromEntries(await sent(at, at + 1))).toEqual({
      填报: 1,
      汇总: 1,
      到期提醒: 1,
      办件通知: 1,
      催办督办: 1,
      其他通知: 2,
    })
    expect(Object.fromEntries(await sent(at, at + 1, ['p:2']))).toEqual({ 到期提醒: 1 })
    expect((await sent(at, at + 1, [])).size).toBe(0)
    expect((await sent(at - 10, at)).size).toBe(0)
  })
})
