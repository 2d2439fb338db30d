import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

describe('减负', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送进度 11月27日前')
    await world.says('李娜', '签收并分办 1')
  })
  afterAll(() => world.close())

  test('anybody sees what was really sent, by type; answers to himself and edits in place are no burden', async () => {
    const first = await world.says('赵敏', '减负')
    expect(first).toContain('机器人发出消息2条，其中请填报0份、请办理或答复0次')
    for (let n = 0; n < 3; n++) await world.says('赵敏', '待办')
    await world.says('王强', '报 1 完成20%')
    expect(await world.says('赵敏', '减负')).toContain('消息2条')
    await world.turnsTo('2026-11-24 09:00')
    await world.says('陈静', '催办 1')
    expect(await world.says('赵敏', '减负')).toMatch(/消息\d+条，其中请填报0份、请办理或答复1次/)
    await world.says('郑国栋', '日报 新建 村镇银行 至 12月4日 成员 金融科、金融风险防控科')
    expect(await world.says('赵敏', '减负')).toContain('请填报2份')
  })

  test('a unit’s figure is its head’s, a person’s is nobody’s', async () => {
    expect(await world.says('李娜', '减负 金融科')).toContain('减负 金融科')
    expect(await world.says('李娜', '减负 预算科')).toContain('（E-RIGHT-5）')
    expect(await world.says('王强', '减负 金融科')).toContain('（E-RIGHT-5）')
    expect(await world.says('李明远', '减负 @王强')).toContain('（E-BURDEN-3）')
    const card = await world.says('李明远', '减负')
    for (const name of ['王强', '李娜', '江晓辉']) expect(card).not.toContain(name)
  })

  test('who has reported today is not asked again; the answer is pointed to, and the 督查室 alone may insist, with a reason', async () => {
    await world.says('王强', '报 1 已完成初稿')
    await world.turnsTo('2026-11-25 10:00')
    await world.says('王强', '报 1 完成80%，待审')
    world.received('王强')
    const no = await world.says('陈静', '催办 1')
    expect(no).toContain('1号今天 10:00 已有进展：完成80%，待审')
    expect(no).toContain('（E-BURDEN-1）')
    expect(await world.says('李娜', '催办 1 仍需 要数')).not.toContain('已催办')
    expect(await world.says('陈静', '催办 1 仍需')).toContain('（E-TEXT-2）')
    expect(world.received('王强')).toEqual([])
    for (const paper of ['催办单 1 请报明细', '督办单 1 蓝']) {
      const refused = await world.says('陈静', paper)
      expect(refused).toContain('1号今天 10:00 已有进展：完成80%，待审')
      expect(refused).toContain('（E-BURDEN-1）')
    }
    expect(await world.says('陈静', '催办单 1 特急')).toContain('（E-TEXT-2）')
    expect((await world.matter(1)).papers).toEqual([])
    expect(world.received('王强')).toEqual([])
    expect(await world.says('陈静', '催办单 1 特急 省厅今晚要数')).toContain('催办单（催〔2026〕')
    expect((await world.matter(1)).papers).toMatchObject([{ urgent: '省厅今晚要数' }])
    // A leader's word is his own.
    expect(await world.says('李明远', '批示 1 请今晚报送')).toContain('已记1号批示')
    world.received('王强')
    expect(await world.says('陈静', '催办 1 仍需催办：省厅今天调度')).toContain('已催办1号')
    expect(world.received('王强').join()).toContain('省厅今天调度')
    const lines = await world.ground.bot.office.store.look((store) => store.journal.of('matter:1'))
    expect(lines.at(-1)).toMatchObject({
      verb: '催办',
      text: expect.stringContaining('省厅今天调度'),
    })
  })

  test('on the first working day the principal’s page and the 督查室’s tell the week in one line, others’ do not', async () => {
    await world.turnsTo('2026-11-27 09:00')
    await world.says('陈静', '交办 预算科 报送台账 12月2日前')
    await world.says('陈静', '交办 督查室 整理台账 11月30日前')
    await world.turnsTo('2026-11-30 08:50')
    const page = (who: string) => world.received(who).filter((one) => one.includes('减负：'))
    expect(page('李明远').join()).toMatch(/减负：上周机器人发出消息\d+条，其中请填报\d+份/)
    expect(page('陈静')).toHaveLength(1)
    for (const who of ['郑国栋', '韩立峰', '李娜', '杜建华']) expect(page(who)).toEqual([])
  })
})
