/** 延期 under a rule: how often, until when, and the plan beyond a month that a leader approves. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isoOf } from '../../src/domain/time/day.ts'
import { openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const due = async (id: number) => isoOf((await world.matter(id)).due).slice(0, 10)

async function underWay(said: string, by = '陈静') {
  await world.says(by, said)
  await world.says('李娜', '签收 1')
  await world.says('李娜', '分办 1 @王强')
}

describe('重大复杂 beyond a month', () => {
  beforeEach(() => underWay('交办 金融科 化解问题楼盘 按13710 重大复杂 党组研究'))

  test('without a plan, or with one that has no time node, it is refused with what is missing', async () => {
    expect(await world.says('李娜', '延期 1 到2027年3月5日 等省厅批复')).toContain(
      '须报有时间节点的方案',
    )
    const vague = '延期 1 到2027年3月5日 等批复 方案：进一步加强协调'
    expect(await world.says('李娜', vague)).toContain('须报有时间节点的方案')
    expect((await world.matter(1)).extension).toBeNull()
  })

  test('with a plan a leader approves, not the 督查室; then feedback falls due each month', async () => {
    await world.says('王强', '报 1 已摸底')
    const said = '延期 1 到2027年3月5日 等省厅批复 方案：1月15日前摸底，2月底前拿出初稿'
    expect(await world.says('李娜', said)).toContain('已申请延期到')
    expect((await world.matter(1)).extension).toMatchObject({
      reason: '等省厅批复',
      plan: { text: '1月15日前摸底，2月底前拿出初稿' },
    })
    expect(await world.says('陈静', '同意 1')).toContain('的延期请由')
    const { charge } = await leaders()
    expect(await world.says(charge, '同意 1')).toContain('准予延期')
    expect(await due(1)).toBe('2027-03-05')
    const { firstDue, steps } = await world.matter(1)
    expect(isoOf(firstDue).slice(0, 10)).toBe('2026-12-23')
    const open = steps.filter((step) => step.done === null)
    expect(open.map((step) => `${step.name} ${isoOf(step.due).slice(0, 10)}`)).toEqual([
      '月度反馈 2027-01-25',
      '月度反馈 2027-02-23',
    ])
  })

  test('the dates of a plan are not the sentence’s date', async () => {
    await world.says('李娜', '延期 1 到2027年1月29日 等批复 方案：12月20日前摸底，1月15日前出初稿')
    const { extension } = await world.matter(1)
    expect(isoOf(extension!.to).slice(0, 10)).toBe('2027-01-29')
  })
})

describe('一般', () => {
  test('up to a month it is an ordinary extension; steps already past do not move', async () => {
    await underWay('交办 金融科 报送方案 按13710 党组研究')
    const before = (await world.matter(1)).steps
    await world.says('李娜', '延期 1 到12月11日 等省厅批复')
    expect(await world.says('陈静', '同意 1')).toContain('准予延期')
    const after = await world.matter(1)
    expect(after.steps).toEqual(before)
    expect(await due(1)).toBe('2026-12-11')
    expect(isoOf(after.firstDue).slice(0, 10)).toBe('2026-11-30')
  })

  test('after the date it is refused, and more often than the rule allows too', async () => {
    await underWay('交办 金融科 报送方案 按13710 党组研究')
    for (const day of ['12月2日', '12月4日']) {
      await world.says('李娜', `延期 1 到${day} 等批复`)
      await world.says('陈静', '同意 1')
    }
    expect(await world.says('李娜', '延期 1 到12月8日 等批复')).toContain('已延期2次')
    await world.turnsTo('2026-12-04 18:01')
    expect(await world.says('李娜', '延期 1 到12月8日 等批复')).toContain('不能再申请延期')
  })

  test('立行立改 is not extended', async () => {
    await world.says('陈静', '交办 @王强 更换告示 立行立改')
    await world.says('李娜', '签收并分办 1')
    expect(await world.says('王强', '延期 1 到12月8日 等批复')).toContain('不能延期')
  })

  test('a rule may want it before an hour of the last day', async () => {
    await world.says('马晓东', '规则 改 13710 延期 17:00前')
    await world.taps('马晓东', '确认')
    await underWay('交办 金融科 报送方案 按13710 党组研究')
    await world.turnsTo('2026-11-30 17:01')
    expect(await world.says('李娜', '延期 1 到12月8日 等批复')).toContain('须在到期当天17:00前申请')
  })
})

/** The leader in charge of 金融科. */
async function leaders() {
  return world.ground.bot.office.store.look(async (store) => {
    const directory = await store.people.directory()
    const unit = directory.unitNamed('金融科')!
    return { charge: directory.name(unit.charge) }
  })
}
