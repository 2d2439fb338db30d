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

describe('协办: other units give their part to the lead unit', () => {
  test('several are asked in one sentence; each is told, the handler and the lead unit’s head too', async () => {
    const echo = await world.says('陈静', '协办 1 农业农村科、预算科 请提供涉农楼盘底数')
    expect(echo).toContain('1号已请农业农村科、预算科协办，时限 下周五 12月4日 18:00')
    expect(echo).toContain('撤销')
    expect((await world.matter(1)).supports.map((one) => one.state)).toEqual(['asked', 'asked'])
    for (const head of ['殷建业', '杜建华']) {
      const told = world.received(head).join()
      expect(told).toContain('协办1号：请提供涉农楼盘底数')
      expect(told).toContain('[反馈]')
      expect(await world.says(head, '待办')).toContain('待协办反馈')
    }
    expect(world.received('王强').join()).toContain('1号已请农业农村科、预算科协办')
    expect(world.received('李娜').join()).toContain('1号已请农业农村科、预算科协办')
  })

  test('its answer, typed or by the card’s form, goes to the lead unit and not to the assigner', async () => {
    await world.says('李娜', '协办 1 农业农村科')
    expect(await world.says('李娜', '协办 1 @国库科')).toContain('已请国库科协办')
    // A new day: what is told now has room in the day's few messages.
    await world.turnsTo('2026-11-24 09:20')
    world.received('陈静')
    world.received('王强')
    expect(await world.taps('殷建业', '反馈', undefined, { text: '底数23户已核对' })).toContain(
      '已记1号协办情况，已转告金融科',
    )
    expect(world.received('王强').join()).toContain('农业农村科已反馈1号协办情况：底数23户已核对')
    expect(world.received('陈静')).toEqual([])
    expect((await world.matter(1)).report).toBeNull()
    expect(await world.says('王强', '查 1')).toContain('农业农村科（已反馈）：底数23户已核对')
    const card = await world.says('陈静', '查 1')
    expect(card).toContain('农业农村科（已反馈）')
    expect(card).not.toContain('底数23户')
    expect(await world.says('殷建业', '待办')).toContain('我的待办（0件）')
  })

  test('a person is asked for his unit and answers himself; his head may hand the part to another', async () => {
    await world.says('陈静', '协办 1 @赵敏')
    expect(world.received('赵敏').join()).toContain('请赵敏协办1号')
    expect(await world.says('赵敏', '报 1 已提供清单')).toContain('已记1号协办情况')
    await world.says('陈静', '协办 1 预算科')
    expect(await world.says('杜建华', '协办 1 @石文涛')).toContain('已请石文涛协办')
    expect(await world.says('石文涛', '待办')).toContain('1号')
    expect(await world.says('杜建华', '待办')).toContain('我的待办（0件）')
    expect(await world.says('杜建华', '协办 1 国库科')).toContain('请由金融科负责人李娜')
  })

  test('办结 waits for a silent unit: it is named, and can be urged or waived with a reason', async () => {
    await world.says('陈静', '协办 1 农业农村科')
    const refused = await world.says('李娜', '办结 1 方案已报送')
    expect(refused).toContain('协办单位农业农村科还没有反馈，不能申请办结')
    expect(refused).toContain('[催办 1]')
    expect(refused).toContain('免协 1 农业农村科 已另行报送')
    world.received('殷建业')
    world.received('王强')
    expect(await world.taps('李娜', '催办 1')).toContain('已催办1号')
    expect(world.received('殷建业').join()).toContain('待农业农村科反馈协办情况')
    expect(world.received('王强')).toEqual([])
    expect(await world.says('李娜', '免协 1 农业农村科')).toContain('还缺：理由')
    expect(await world.says('王强', '免协 1 农业农村科 已另行报送')).toContain(
      '请由金融科负责人李娜',
    )
    await world.turnsTo('2026-11-24 09:20')
    expect(await world.says('李娜', '免协 1 农业农村科 已另行报送')).toContain(
      '已免去农业农村科协办',
    )
    expect(world.received('殷建业').join()).toContain('不再需要农业农村科协办：已另行报送')
    expect(await world.says('李娜', '办结 1 方案已报送')).toContain('已申请办结')
    expect(await world.says('殷建业', '报 1 补充材料')).toContain('现在不能反馈')
    expect(await world.verbs(1)).toContain('免协')
  })

  test('who may not ask, who leads already and who was asked before are refused in words', async () => {
    expect(await world.says('殷建业', '协办 1 预算科')).toMatch(/不在您的知悉范围|请由金融科/)
    expect(await world.says('陈静', '协办 1 金融科')).toContain('金融科是主办')
    await world.says('陈静', '协办 1 预算科')
    expect(await world.says('陈静', '协办 1 预算科')).toContain('已请预算科协办，请等待反馈')
    expect(await world.says('李娜', '免协 1 国库科 不需要')).toContain('国库科不是1号的协办单位')
    expect(await world.says('杜建华', '协办 1 国库科')).toContain('请由金融科负责人李娜')
    expect((await world.matter(1)).supports).toHaveLength(1)
  })

  test('a supporting unit may see the matter, in private and in its own group; a stranger may not', async () => {
    expect(await world.says('殷建业', '查 1')).toContain('不在您的知悉范围')
    await world.says('陈静', '协办 1 农业农村科')
    expect(await world.says('殷建业', '查 1')).toContain('报送问题楼盘化解方案')
    expect(await world.says('赵敏', '查 1', '农业农村科工作群')).toContain('报送问题楼盘化解方案')
    expect(await world.says('谭美玲', '查 1')).toContain('不在您的知悉范围')
  })
})

describe('several units at an assignment', () => {
  test.each([
    '交办 金融科 报送进度 12月4日前 协办 预算科、国库科',
    '交办 金融科、预算科、国库科 报送进度 12月4日前',
    '交办 金融科，预算科和国库科 报送进度 12月4日前',
    '交办 金融科 12月4日前报送进度，请预算科、国库科配合',
    '交办 金融科 报送进度，协办单位：预算科、国库科，12月4日前',
    '交办金融科、预算科、国库科报送进度 12月4日前',
  ])('%s: the first leads, the others support, and the echo says so', async (say) => {
    const echo = await world.says('陈静', say)
    expect(echo).toContain('已交办金融科（主办），预算科、国库科协办，2号')
    const matter = await world.matter(2)
    expect(matter.title).toBe('报送进度')
    expect(matter.supports).toHaveLength(2)
    expect(world.received('杜建华').join()).toContain('请预算科协办2号')
  })

  test('two mentions: the first leads, the other supports', async () => {
    await world.says('陈静', '交办 @王强 @赵敏 报送进度 12月4日前')
    const matter = await world.matter(2)
    expect(matter.title).toBe('报送进度')
    expect(matter.supports).toMatchObject([{ state: 'asked' }])
    expect(world.received('赵敏').join()).toContain('请赵敏协办2号')
  })

  test('a unit that only begins the title supports nothing', async () => {
    await world.says('陈静', '交办 金融科 预算科转来的函件请研究答复 12月4日前')
    expect(await world.matter(2)).toMatchObject({
      title: '预算科转来的函件请研究答复',
      supports: [],
    })
    await world.says('陈静', '交办 金融科 做好审计协办 12月4日前')
    expect(await world.matter(3)).toMatchObject({ title: '做好审计协办', supports: [] })
  })

  test('what goes to a supporting unit as the lead leaves its support', async () => {
    await world.says('陈静', '交办 国库科 核对账目 12月4日前 协办 预算科')
    await world.says('陈静', '转办 2 预算科')
    expect((await world.matter(2)).supports).toEqual([])
  })
})
