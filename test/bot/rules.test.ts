/** 交办 by a rule: its dates are told, its steps taken as things happen, its source asked for. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextMeeting } from '../../src/domain/meeting/series.ts'
import { isoOf } from '../../src/domain/time/day.ts'
import { openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const steps = async (id: number) =>
  (await world.matter(id)).steps.map(
    (step) =>
      `${step.name} ${isoOf(step.due).slice(5, 16)} ${step.done === null ? '待办' : '已办'}`,
  )
const due = async (id: number) => isoOf((await world.matter(id)).due).slice(0, 16)

describe('按13710', () => {
  const SAID = '交办 金融科 拿出贴息兑付方案 按13710 依据 市政府批示2026-31号'

  test('no date is needed: every date of the rule is told, and stored', async () => {
    const told = await world.says('陈静', SAID)
    expect(told).toContain('按13710：研究部署 11月23日 周一 18:00')
    expect(told).toContain('首次反馈 11月26日 周四 18:00')
    expect(told).toContain('办结 11月30日 周一 18:00')
    expect(told).toContain('撤销')
    expect(await due(1)).toBe('2026-11-30T18:00')
    expect(await steps(1)).toEqual(['研究部署 11-23T18:00 待办', '首次反馈 11-26T18:00 待办'])
    expect(await world.matter(1)).toMatchObject({
      title: '拿出贴息兑付方案',
      basis: '市政府批示2026-31号',
      profile: '13710',
      level: '一般',
      source: '批转',
      formal: '2026-批转-001',
    })
  })

  test('分办 is the deployment, 报 the first feedback, and the card shows what is next', async () => {
    await world.says('陈静', SAID)
    await world.says('李娜', '签收 1')
    const card = await world.says('李娜', '查 1')
    expect(card).toMatch(/下一步\s*研究部署 11月23日 周一 18:00/)
    expect(card).toMatch(/规则\s*13710/)
    await world.says('李娜', '分办 1 @王强')
    expect(await world.says('李娜', '查 1')).toMatch(/下一步\s*首次反馈 11月26日 周四 18:00/)
    expect(await steps(1)).toEqual(['研究部署 11-23T18:00 已办', '首次反馈 11-26T18:00 待办'])
    await world.says('王强', '报 1 已摸底')
    expect(await world.says('王强', '查 1')).not.toContain('下一步')
    expect(await steps(1)).toEqual(['研究部署 11-23T18:00 已办', '首次反馈 11-26T18:00 已办'])
  })

  test('a return keeps the clock: no date moves, no step comes back', async () => {
    await world.says('陈静', SAID)
    await world.says('李娜', '签收 1')
    await world.says('李娜', '分办 1 @王强')
    await world.says('李娜', '办结 1 方案已报送')
    const before = await world.matter(1)
    await world.says('陈静', '退回 1 缺附件')
    const after = await world.matter(1)
    expect([after.due, after.steps, after.start]).toEqual([before.due, before.steps, before.start])
    expect(await steps(1)).toEqual(['研究部署 11-23T18:00 已办', '首次反馈 11-26T18:00 已办'])
  })

  test('重大复杂 has a month; the same day of the next one', async () => {
    const told = await world.says('陈静', `${SAID.replace('按13710', '按13710 重大复杂')}`)
    expect(told).toContain('按13710（重大复杂）')
    expect(await due(1)).toBe('2026-12-23T18:00')
    expect((await world.matter(1)).level).toBe('重大复杂')
  })

  test('without a source it is asked for, and a tap answers', async () => {
    const asked = await world.says('陈静', '交办 金融科 拿出贴息兑付方案 按13710')
    expect(asked).toContain('只用于上级批转和党组研究的事项')
    await world.taps('陈静', '党组研究')
    expect(await world.matter(1)).toMatchObject({ source: '党组', title: '拿出贴息兑付方案' })
  })

  test('the source alone decides when neither rule nor date is said, and this is told', async () => {
    const told = await world.says('陈静', '交办 金融科 拿出贴息方案 依据 局党组2026-18号')
    expect(told).toContain('来源为党组，按13710：')
    expect((await world.matter(1)).profile).toBe('13710')
  })

  test('a date that was said stands, whatever the source', async () => {
    await world.says('陈静', '交办 金融科 拿出贴息方案 12月18日前 依据 局党组2026-18号')
    expect(await world.matter(1)).toMatchObject({ profile: '限期', source: '交办' })
  })

  test.each([
    ['重大复杂，按所写时限', '2026-12-18T18:00', { profile: '13710', level: '重大复杂' }],
    ['按规则的时限', '2026-11-30T18:00', { profile: '13710', level: '一般' }],
    ['不按13710，按所写时限', '2026-12-18T18:00', { profile: '限期', title: '拿出贴息方案' }],
  ])('a date beyond the rule is asked about: %s', async (answer, date, stands) => {
    const said = '交办 金融科 拿出贴息方案 按13710 12月18日前 依据 市政府批示2026-31号'
    const asked = await world.says('陈静', said)
    expect(asked).toContain('应在 2026-11-30 18:00 前办结，所写时限更晚')
    await world.taps('陈静', answer)
    expect(await due(1)).toBe(date)
    expect(await world.matter(1)).toMatchObject(stands)
  })

  test('assigned in the evening it begins the next morning, and both are told', async () => {
    await world.turnsTo('2026-11-23 17:00')
    const told = await world.says('陈静', SAID)
    expect(told).toContain('自11月24日 周二起算，研究部署 11月24日 周二 18:00')
  })

  test('what moves off a rest day is shown with the day it was', async () => {
    await world.turnsTo('2026-11-25 10:00')
    const told = await world.says('陈静', SAID)
    expect(told).toContain('首次反馈 11月30日 周一 18:00（原11月28日 周六，逢休息日顺延）')
  })

  test('a year without a notice is told, not guessed', async () => {
    await world.turnsTo('2026-12-28 10:00')
    const told = await world.says('陈静', SAID)
    expect(told).toContain('放假安排尚未公布')
    expect((await world.matter(1)).provisional).toBe(true)
  })
})

describe('other rules', () => {
  test('立行立改 is due today, the handler asks, one word of the asker ends it', async () => {
    await world.says('陈静', '交办 @王强 更换窗口告示 立行立改')
    expect(await due(1)).toBe('2026-11-23T18:00')
    await world.says('李娜', '签收并分办 1')
    await world.says('王强', '办结 1 已更换')
    expect(await world.says('陈静', '同意 1')).toContain('销号')
    expect((await world.matter(1)).status).toBe('closed_out')
  })

  test('710 has a week, by calendar days', async () => {
    await world.says('陈静', '交办 金融科 报送方案 按710')
    expect(await due(1)).toBe('2026-11-30T18:00')
    expect((await world.matter(1)).steps.map((step) => step.name)).toEqual(['签收'])
  })

  test('周交办 in a meeting’s group is due when it meets next; elsewhere a date is asked for', async () => {
    expect(await world.says('陈静', '交办 金融科 报送方案 按周交办')).toContain('请写明办结时限')
  })

  test('a rule without a limit needs a date', async () => {
    expect(await world.says('陈静', '交办 金融科 报送方案 按督办单')).toContain('还缺：办结时限')
  })

  test('限期整改 is not taken before 四定 is complete; what is missing is named', async () => {
    const said = '整改窗口排队问题 12月4日前 按限期整改'
    expect(await world.says('陈静', `交办 金融科 ${said}`)).toContain(
      '还缺：责任（写明承办人）、标准',
    )
    expect(await world.says('陈静', `交办 @王强 ${said}`)).toContain('还缺：标准')
    const whole = '交办 @王强 整改窗口排队问题 标准：等候不超过10分钟 12月4日前 按限期整改'
    expect(await world.says('陈静', whole)).toContain('按限期整改')
    expect(await world.matter(1)).toMatchObject({ profile: '限期整改' })
  })

  test('周交办 in the group of a meeting is due when it meets next', async () => {
    const told = await world.says('陈静', '交办 金融科 报送方案 按周交办', '服务企业周例会群')
    expect(told).toContain('按周交办')
    const { due } = await world.matter(1)
    const meeting = await world.ground.bot.office.store.look(async (store) => {
      const series = (await store.meetings.list()).find((one) => one.name === '服务企业周例会')!
      return nextMeeting(series, world.ground.clock.now(), world.ground.bot.office.calendar())
    })
    expect(due).toBe(meeting)
  })

  test('words of the title that only sound like a rule stay words', async () => {
    await world.says('陈静', '交办 金融科 报送13710工作制度落实情况 12月5日前')
    await world.says('陈静', '交办 金融科 对窗口问题立行立改并报告 12月4日前')
    await world.says('陈静', '交办 金融科 报送“按13710”的执行情况 12月4日前')
    for (const id of [1, 2, 3]) expect((await world.matter(id)).profile).toBe('限期')
    expect((await world.matter(3)).title).toBe('报送“按13710”的执行情况')
  })

  test('转办 gives the new unit its own limit for signing and leaves every other date', async () => {
    await world.says('陈静', '交办 金融科 报送方案 按710')
    const before = await world.matter(1)
    await world.turnsTo('2026-11-25 10:00')
    await world.says('李娜', '退签 1 不属我科职责，建议预算科')
    await world.says('陈静', '转办 1 预算科')
    const after = await world.matter(1)
    expect([after.due, after.start]).toEqual([before.due, before.start])
    expect(await steps(1)).toEqual(['签收 11-26T18:00 待办'])
  })
})

test('a step that was missed turns the light red although the date is far', async () => {
  await world.says('陈静', '交办 金融科 拿出方案 按13710 重大复杂 党组研究')
  await world.turnsTo('2026-11-24 08:00')
  expect(await world.says('陈静', '查 1')).toContain('🔴')
  await world.says('李娜', '签收 1')
  await world.says('李娜', '分办 1 @王强')
  expect(await world.says('李娜', '查 1')).toContain('🟡')
})
