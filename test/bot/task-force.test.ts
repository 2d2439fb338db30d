import { expect, test } from 'vitest'
import { chatNamed, openWorld } from '../world.ts'

test('a task force that ends sends its matters home, says goodbye with the list, and the bot leaves the group', async () => {
  const world = await openWorld()
  try {
    const group = '支持企业创新发展专班群'
    await world.says('郑国栋', '交办 @王强 梳理名单 12月4日前', group)
    await world.says('郑国栋', '签收并分办 1')
    await world.says('陈静', '交办 支持企业创新发展提升专班 走访企业 12月4日前')
    for (const who of ['李娜', '梁书航', group])
      who === group ? world.inGroup(who) : world.received(who)
    expect(await world.says('马晓东', '专班 结束 企业创新专班')).toContain(
      '未办结的2件事项转回科室',
    )
    const unit = (id: number) =>
      world.ground.bot.office.store.look(async (store) =>
        (await store.people.directory()).unitName(id),
      )
    const unitId = (await world.matter(2)).lead
    expect(await unit((await world.matter(1)).lead)).toBe('金融科')
    expect((await world.matter(1)).status).toBe('in_progress')
    expect((await world.matter(2)).status).toBe('registered')
    expect(await world.verbs(1)).toContain('移交')
    expect(world.received('李娜').join()).toContain('1号 梳理名单 → 金融科')
    await world.turnsTo('2026-11-23 09:12')
    const last = world.ground.street.messages(chatNamed(group)).filter((one) => one.from === 'bot')
    expect(JSON.stringify(last.at(-2)?.content)).toContain('督办就此退出本群')
    expect(last.at(-1)?.type).toBe('file')
    const shown = world.ground.street.messages(chatNamed(group)).length
    await world.says('郑国栋', '交办 @王强 再报名单 12月4日前', group)
    expect(world.ground.street.messages(chatNamed(group))).toHaveLength(shown + 1)
    expect(await world.says('陈静', '交办 企业创新专班 再报名单 12月4日前')).toContain('E-FORCE-1')
    // After a quarter the goodbye is forgotten; it is not said again where nobody hears it.
    const { store } = world.ground.bot.office
    await store.turn((bound) => bound.outbox.forget(Number.MAX_SAFE_INTEGER))
    await world.turnsTo('2026-11-24 09:00')
    const letters = await store.look((bound) =>
      bound.outbox.get(`force-end:${unitId}:2026-11-22:${chatNamed(group)}`),
    )
    expect(letters).toBeUndefined()
  } finally {
    await world.close()
  }
})

test('on its last day nothing happens, a week before the leader is warned, the day after it ends by itself, once', async () => {
  const world = await openWorld()
  try {
    await world.ground.bot.office.store.turn(async (store) => {
      const directory = await store.people.directory()
      const force = directory.unitNamed('企业创新专班')!
      await store.people.saveUnit({ ...force, ends: '2026-12-02' })
    })
    await world.says('陈静', '交办 支持企业创新发展提升专班 走访企业 12月25日前')
    world.received('郑国栋')
    await world.turnsTo('2026-11-25 09:00')
    expect(world.received('郑国栋').join()).toContain('将于12月2日 周三到期')
    await world.turnsTo('2026-12-02 17:00')
    expect((await world.matter(1)).status).toBe('assigned')
    await world.turnsTo('2026-12-03 09:00')
    expect((await world.matter(1)).status).toBe('registered')
    await world.turnsTo('2026-12-07 09:00')
    expect(await world.verbs(1)).toEqual(['交办', '移交'])
  } finally {
    await world.close()
  }
})
