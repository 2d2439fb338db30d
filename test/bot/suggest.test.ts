import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'

describe('意见', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const suggestion = (id: number) =>
    world.ground.bot.office.store.look((store) => store.suggestions.get(id))

  test('goes to the 督查室, or to the office named, and its answer comes back', async () => {
    expect(await world.says('何俊杰', '意见 周例会材料太多')).toContain('已转督查室（第1条）')
    expect(world.received('陈静').join()).toContain('何俊杰提意见（第1条）：周例会材料太多')
    expect(await world.says('何俊杰', '意见 给预算科 表格样式每月都换')).toContain(
      '已转预算科（第2条）',
    )
    expect(world.received('杜建华').join()).toContain('表格样式每月都换')
    expect(world.received('陈静').join()).not.toContain('表格样式')
    world.received('何俊杰')
    expect(await world.says('王强', '回复意见 1 随便')).toContain('（E-RIGHT-2）')
    expect(await world.says('陈静', '回复意见 1')).toContain('（E-TEXT-1）')
    expect(await world.says('陈静', '意见 答复 第1条：今后只报变化')).toContain(
      '将发给何俊杰：今后只报变化',
    )
    expect(world.received('何俊杰').join()).toContain('督查室答复：今后只报变化')
    expect(await world.says('梁书航', '回复意见 1 再答一次')).toContain('（E-SUGGEST-1）')
  })

  test('an anonymous one is handed over with the others of its day, and nobody’s name is anywhere', async () => {
    const { id } = await idOf('王强')
    expect(await world.says('王强', '意见 同一张表要了三次，请匿名')).toContain(
      '将匿名转督查室，不记您的姓名',
    )
    expect(world.received('陈静').join()).not.toContain('同一张表')
    await world.turnsTo('2026-11-23 16:50')
    const told = world.received('陈静').join()
    expect(told).toContain('有同志匿名提意见（第3条）：同一张表要了三次')
    expect(told).not.toContain('王强')
    const kept = await suggestion(3)
    expect(kept).toMatchObject({ person: null, at: Date.parse('2026-11-23T00:00:00+08:00') })
    await world.ground.bot.office.store.look(async (store) => {
      expect(await store.journal.lastTurn(id, 0)).toEqual([])
      expect(await store.allowance.newest(`p:${id}`, 5)).toEqual([])
      expect(await store.outbox.ofTurn(`msg:${lastOf('王强')}`)).toEqual([])
    })
  })

  test('its answer finds him all the same, and leaves no letter behind', async () => {
    const { id } = await idOf('王强')
    world.received('王强')
    expect(await world.says('陈静', '回复意见 3 已请各科室共用一张表')).toContain(
      '将发给匿名的提出人',
    )
    await world.turnsTo('2026-11-23 16:55')
    expect(world.received('王强').join()).toContain('督查室答复：已请各科室共用一张表')
    await world.ground.bot.office.store.look(async (store) => {
      expect(await store.allowance.newest(`p:${id}`, 5)).toEqual([])
    })
    expect(await world.says('陈静', '撤销')).toContain('已撤销：答复意见')
    await world.turnsTo('2026-11-23 17:00')
    expect(world.received('王强').join()).toContain('答复已收回')
    expect((await suggestion(3))?.state).toBe('open')
  })

  test('said in a group it is no secret, and is refused', async () => {
    const where = '督办工作群'
    expect(await world.says('梁书航', '匿名意见 太多', where)).toContain('（E-SUGGEST-3）')
  })

  test('the list is the office’s own', async () => {
    const list = await world.says('陈静', '意见清单')
    expect(list).toContain('督查室收到的意见（1条待答复）')
    expect(list).toContain('有同志匿名：同一张表要了三次')
    expect(list).not.toContain('表格样式')
    expect(await world.says('杜建华', '意见 清单')).toContain('第2条')
    for (const who of ['王强', '赵敏'])
      expect(await world.says(who, '意见清单')).toContain('（E-RIGHT-5）')
  })

  test('what nobody answers for five working days is told to the head of the office', async () => {
    for (const who of ['陈静', '杜建华', '任佳宁']) world.received(who)
    await world.turnsTo('2026-11-30 09:20')
    expect(world.received('杜建华').join()).not.toContain('没有答复')
    await world.turnsTo('2026-11-30 09:40')
    expect(world.received('杜建华').join()).toContain('第2条意见已5个工作日没有答复')
    expect(world.received('陈静').join()).toContain('第3条意见已5个工作日没有答复')
    expect(world.received('任佳宁').join()).not.toContain('没有答复')
  })

  test('the keeper sets who answers what is addressed to nobody', async () => {
    expect(await world.says('马晓东', '意见归口 办公室')).toContain('今后由办公室答复')
    expect(await world.says('赵敏', '意见 食堂太远')).toContain('已转办公室')
    expect(await world.says('陈静', '意见归口 预算科')).toContain('（E-RIGHT-1）')
  })

  async function idOf(name: string) {
    const directory = await world.ground.bot.office.store.look((store) => store.people.directory())
    return directory.named(name)[0]!
  }
  const lastOf = (name: string) =>
    world.ground.street
      .messages(personNamed(name).openId)
      .filter((one) => one.from !== 'bot')
      .at(-1)?.id
})
