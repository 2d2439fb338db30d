import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await world.says('陈静', '交办 金融科 报送问题楼盘化解方案 12月4日前')
  await world.says('李娜', '签收 1')
  await world.says('李娜', '分办 1 @王强')
})
afterEach(() => world.close())

describe('风险报备: told in time and kept as evidence', () => {
  test('the leader in charge and the 督查室 get it; time, recipients and fingerprint stand on the card', async () => {
    const words = '拆迁可能延误，影响签约'
    const hash = createHash('sha256').update(words, 'utf8').digest('hex')
    for (const who of ['郑国栋', '陈静', '李娜', '韩立峰']) world.received(who)
    const echo = await world.says('王强', `风险报备 1 ${words}`)
    expect(echo).toContain('1号风险已于 11月23日 周一 09:00 报备郑国栋、陈静')
    expect(echo).toContain(hash.slice(0, 12))
    for (const who of ['郑国栋', '陈静', '李娜'])
      expect(world.received(who).join()).toContain(`王强就1号报备风险：${words}`)
    expect(world.received('韩立峰')).toEqual([])
    const [risk] = (await world.matter(1)).risks
    expect(risk).toMatchObject({ text: words, hash })
    expect(risk?.to.length).toBeGreaterThanOrEqual(2)
    expect(await world.says('王强', '查 1')).toContain(`指纹 ${hash.slice(0, 12)}`)
    expect(await world.says('王强', '历史 1')).toContain(`风险报备（消息）：${words}`)
  })

  test('a group’s card tells that it was told, not what', async () => {
    await world.says('王强', '风险报备 1 拆迁可能延误')
    const shown = await world.says('李娜', '查 1', '金融科工作群')
    expect(shown).toContain('已报备')
    expect(shown).not.toContain('拆迁可能延误')
  })

  test('a notice altered in the matter’s row is found, and the history keeps what was told', async () => {
    await world.says('王强', '风险报备 1 拆迁可能延误')
    const verify = () => world.ground.bot.office.store.look((store) => store.journal.verify())
    expect((await verify()).broken).toEqual([])
    await world.ground.bot.office.store.turn(async (store) => {
      const matter = await store.matters.get(1)
      const risks = matter!.risks.map((one) => ({ ...one, at: one.at - 86_400_000 }))
      await store.matters.save(matter!, { ...matter!, risks })
    })
    const { at } = (await world.matter(1)).risks[0]!
    const line = await world.ground.bot.office.store.look(async (store) =>
      (await store.journal.of('matter:1')).find((one) => one.verb === '风险报备'),
    )
    const told = line?.change.after.risks as { at: number }[]
    expect(told[0]?.at).toBe(at + 86_400_000)
    expect((await verify()).broken).toEqual([
      { object: 'matter:1', what: '本体的风险报备与历史不符' },
    ])
  })

  test('only those who carry it may, only while it is open, and not without words', async () => {
    expect(await world.says('陈静', '风险报备 1 可能延误')).toContain('请由承办人或金融科负责人')
    expect(await world.says('王强', '风险报备 1')).toContain('还缺：内容')
    expect(await world.says('王强', '没有风险报备 1')).not.toContain('已于')
    expect(await world.says('李娜', '报备风险 1 等批复')).toContain('1号风险已于')
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    expect(await world.says('李娜', '风险报备 1 补报')).toContain('已销号，现在不能风险报备')
    expect((await world.matter(1)).risks).toHaveLength(1)
  })
})

describe('感谢、案例、实绩: seen from closed matters, never counted', () => {
  const close = async () => {
    await world.says('李娜', '办结 1 方案已报送，盘活楼盘23个')
    await world.says('陈静', '同意 1 优秀')
    await world.says('陈静', '销号 1')
  }

  test('thanks reach the person alone, cite the matter, and stand in his own record only', async () => {
    for (const who of ['王强', '李娜']) world.received(who)
    const group = '金融科工作群'
    world.inGroup(group)
    expect(await world.says('李娜', '感谢 @王强 1 数据又快又准')).toContain(
      '已向王强转达谢意（1号）',
    )
    expect(world.received('王强').join()).toContain(
      '李娜就1号“报送问题楼盘化解方案”向您致谢：数据又快又准',
    )
    expect(world.inGroup(group)).toEqual([])
    expect(await world.says('王强', '实绩')).toContain('李娜就1号“报送问题楼盘化解方案”致谢')
    expect(await world.says('李娜', '实绩')).not.toContain('数据又快又准')
    expect(await world.says('李娜', '历史 1')).not.toContain('数据又快又准')
    expect(await world.says('李娜', '感谢 @李娜 1')).toContain('感谢的是别人')
    expect(await world.says('李娜', '感谢 @谭美玲 1')).toContain('谭美玲没有参与1号')
    expect(await world.says('李娜', '撤销')).toContain('已撤销：感谢')
    expect(await world.says('王强', '实绩')).not.toContain('致谢')
  })

  test('a case rests on a matter that was struck off and has figures; it goes to the 督查室’s list', async () => {
    expect(await world.says('王强', '推荐案例 1')).toContain('案例须以已销号的事项为依据')
    await close()
    world.received('陈静')
    expect(await world.says('王强', '推荐案例 1 银企联动')).toContain('1号已推荐为案例')
    expect(world.received('陈静').join()).toContain('王强推荐1号')
    const list = await world.says('陈静', '案例')
    expect(list).toContain('1号 报送问题楼盘化解方案 · 金融科')
    expect(list).toContain('办理结果：方案已报送，盘活楼盘23个')
    expect(await world.says('王强', '案例')).toContain('由局领导、督查室使用')
  })

  test('without figures of the outcome a case is asked for them', async () => {
    await world.says('李娜', '办结 1 方案已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    expect(await world.says('李娜', '推荐案例 1 做法很好')).toContain('请写明成效数据')
    expect(await world.says('李娜', '推荐案例 1 惠及1200户')).toContain('已推荐为案例')
  })

  test('a person sees what he closed and may put his own word to it; nothing is counted anywhere', async () => {
    expect(await world.says('王强', '更正 1 我只负责前期')).toContain('已在您的实绩1号下注明')
    await close()
    const record = await world.says('王强', '我的实绩')
    expect(record).toContain('1号 报送问题楼盘化解方案 · 2026-11-23销号 · 优秀')
    expect(record).toContain('本人说明：我只负责前期')
    expect(await world.says('谭美玲', '更正 1 与我无关')).toMatch(/不在您的知悉范围|没有1号/)
    for (const words of [record, await world.says('陈静', '案例')])
      expect(words).not.toMatch(/\d+\s*(?:次|件|篇|个感谢|条感谢|项)|第\d+名|排名|合计|共\d/)
  })
})
