/** The less travelled ways of a matter's life, spoken over the wire: 特急, 查重, 挂起 and its review, 归档, 撤项, 拟办. */
import { expect, test } from 'vitest'
import { openWorld } from '../world.ts'

test('特急 by a leader with a reason leaves outside the window; without either it is refused', async () => {
  const world = await openWorld()
  try {
    await world.turnsTo('2026-11-23 20:00')
    const say = '交办 预算科 报送缺口测算 11月25日12:00前'
    expect(await world.says('李明远', `${say} 特急`)).toContain('特急请写明理由')
    expect(await world.says('陈静', `${say} 特急 因省厅调度`)).toContain('特急由局领导确定')
    expect(world.received('杜建华')).toEqual([])
    expect(await world.says('李明远', `${say} 特急，因省厅调度`)).toContain('特急')
    expect(world.received('杜建华').join()).toContain('李明远交办1号')
    expect(await world.matter(1)).toMatchObject({ urgent: '省厅调度', title: '报送缺口测算' })
    // The word inside a title is no command, and others wait for the morning.
    await world.says('李明远', '交办 国库科 清理特急件办理台账 12月4日前')
    expect((await world.matter(2)).urgent).toBeNull()
    expect(world.received('熊国安')).toEqual([])
  } finally {
    await world.close()
  }
})

test('the same thing for the same unit is asked about first; another period or another unit is not the same', async () => {
  const world = await openWorld()
  try {
    await world.says('陈静', '交办 预算科 报送三季度预算绩效自评报告 12月15日前')
    const asked = await world.says('陈静', '交办 预算科 请报送三季度预算绩效自评报告。 12月16日前')
    expect(asked).toContain('1号“报送三季度预算绩效自评报告”')
    expect(asked).toContain('[仍要交办]')
    await world.says('陈静', '交办 预算科 报送四季度预算绩效自评报告 12月15日前')
    await world.says('陈静', '交办 国库科 报送三季度预算绩效自评报告 12月15日前')
    await world.taps('陈静', '仍要交办')
    expect(await world.matter(4)).toMatchObject({ title: '请报送三季度预算绩效自评报告。' })
    await world.says('陈静', '交办 预算科 清理往来款 12月15日前 依据 豫财办〔2026〕12号')
    expect(
      await world.says('陈静', '交办 预算科 核对暂付款 12月15日前 依据 豫财办[2026]12号'),
    ).toContain('5号“清理往来款”')
  } finally {
    await world.close()
  }
})

test('a suspended matter is silent, and goes on by itself on its review date where it had stopped', async () => {
  const world = await openWorld()
  try {
    await world.says('陈静', '交办 金融科 报送进度 12月4日前')
    expect(await world.says('陈静', '挂起 1 12月8日复核 等省厅批复')).toContain('由局领导使用')
    expect(await world.says('李明远', '挂起 1 12月8日复核 等省厅批复')).toContain('分管领导郑国栋')
    const asked = await world.says('郑国栋', '挂起 1 等省厅批复')
    expect(asked).toContain('最长一个月')
    expect(await world.says('郑国栋', '挂起 1 12月8日复核 等省厅批复')).toContain(
      '12月8日 周二复核',
    )
    expect(await world.says('李娜', '签收 1')).toContain('请分管领导恢复')
    world.received('李娜')
    await world.turnsTo('2026-12-07 12:00')
    const told = world.received('李娜').join()
    expect(told).not.toContain('到期')
    expect(told).toContain('1. 1号 报送进度 · 12月8日 周二（挂起）')
    await world.turnsTo('2026-12-08 09:00')
    expect((await world.matter(1)).status).toBe('assigned')
    expect(world.received('李娜').join()).toContain('已自动恢复办理')
    expect(await world.verbs(1)).toEqual(['交办', '挂起', '恢复'])
  } finally {
    await world.close()
  }
})

test('撤项 waits for a leader’s word; merged matters point to the one that goes on; after a quarter the end is final', async () => {
  const world = await openWorld()
  try {
    await world.says('陈静', '交办 金融科 报送进度 12月4日前')
    expect(await world.says('陈静', '撤项 1 上级已取消')).toContain('待领导同意')
    expect(world.received('郑国栋').join()).toContain('申请将1号撤项')
    await world.says('李娜', '签收 1')
    expect(await world.says('郑国栋', '同意 1')).toContain('没有待批的申请')
    await world.says('陈静', '交办 预算科 汇总情况 12月4日前')
    expect(await world.says('陈静', '并项 2 入 1')).toContain('2号已并入1号')
    expect(await world.says('杜建华', '签收 2')).toContain('请按1号办理')
    expect(await world.verbs(1)).toEqual(['交办', '申请撤项', '签收', '并项'])
    await world.says('李娜', '分办 1 @王强')
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    await world.turnsTo('2027-02-22 09:00')
    expect((await world.matter(1)).status).toBe('archived')
    expect(await world.says('陈静', '重办 1 未落实')).toContain('已归档')
    expect(
      (await world.ground.bot.office.store.look((one) => one.journal.verify())).broken,
    ).toEqual([])
  } finally {
    await world.close()
  }
})

test('a draft goes into the ledger by 立项; a leader’s word begins a matter, and asks for what it lacks', async () => {
  const world = await openWorld()
  try {
    await world.says('刘洋', '拟办 预算科 汇总编制问题 12月15日前')
    expect(await world.says('杜建华', '签收 1')).toContain('待督查室立项')
    expect(await world.says('陈静', '立项 1')).toContain('已立项并交办预算科')
    expect(await world.verbs(1)).toEqual(['拟办', '立项', '交办'])
    expect(await world.says('郑国栋', '批示 三日内拿出意见')).toContain('由哪个科室承办')
    expect(await world.taps('郑国栋', '金融科')).toContain('已按批示立项并交办金融科，2号')
    expect(await world.says('郑国栋', '批示 请金融科拿出意见')).toContain('还缺：办结时限')
    expect(await world.matter(2)).toMatchObject({ origin: 'instruction', source: '批示' })
    await world.says('李娜', '签收并分办 2 @王强')
    await world.says('李娜', '办结 2 意见已报')
    await world.says('陈静', '同意 2')
    const again = await world.says('郑国栋', '批示 2 请补充测算，12月11日前再报')
    expect(again).toContain('第2轮')
    expect(await world.matter(2)).toMatchObject({ status: 'in_progress', round: 2 })
    expect((await world.matter(2)).firstDue).toBe(Date.parse('2026-11-26T18:00:00+08:00'))
  } finally {
    await world.close()
  }
})

test('a card shows what its reader may do at this state, and what leaders have said', async () => {
  const world = await openWorld()
  try {
    await world.says('陈静', '交办 金融科 报送进度 12月4日前')
    await world.says('李娜', '签收并分办 1 @王强')
    const card = await world.says('郑国栋', '查 1')
    for (const label of ['批示', '挂起', '历史']) expect(card).toContain(`[${label}]`)
    expect(await world.says('沈慧敏', '查 1')).not.toContain('[挂起]')
    expect(await world.says('陈静', '查 1')).not.toMatch(/\[(批示|挂起|恢复|重办)\]/)
    const fields = { text: '由金融科办理完毕后撤销', due: '' }
    expect(await world.taps('郑国栋', '批示', undefined, fields)).toContain('已记1号批示')
    expect(await world.says('郑国栋', '查 1')).toContain('郑国栋：由金融科办理完毕后撤销')
    const rest = { text: '等省厅批复', due: '2026-12-08 +0800' }
    expect(await world.taps('郑国栋', '挂起', undefined, rest)).toContain('12月8日 周二复核')
    expect(await world.says('王强', '查 1')).toContain('12月8日 周二复核')
    expect(await world.says('郑国栋', '查 1')).toContain('[恢复]')
    expect(await world.taps('郑国栋', '恢复')).toContain('已恢复办理')
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    expect(await world.says('郑国栋', '查 1')).toContain('[销号]')
    await world.says('郑国栋', '销号 1')
    expect(await world.says('李娜', '查 1')).not.toContain('[重办]')
    await world.says('陈静', '查 1')
    expect(await world.taps('陈静', '重办', undefined, { text: '未落实' })).toContain('重新打开')
    expect(await world.says('陈静', '查 1')).toContain('1次')
    await world.says('刘洋', '拟办 预算科 汇总编制问题 12月15日前')
    await world.says('陈静', '查 2')
    expect(await world.taps('陈静', '立项并交办')).toContain('已立项并交办预算科')
    await world.says('陈静', '撤项 2 不再需要')
    expect(await world.taps('韩立峰', '同意撤项')).toContain('2号已撤项')
  } finally {
    await world.close()
  }
})
