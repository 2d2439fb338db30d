import { expect, test } from 'vitest'
import { chatNamed as group, openWorld, personNamed } from '../world.ts'

test('nobody reviews or strikes off what he carried himself, leaders neither', async () => {
  const world = await openWorld()
  try {
    await world.says('李娜', '交办 @王强 整理本科室合同台账 12月4日前')
    expect(await world.says('王强', '办结 1 已整理')).toContain('待李娜审核')
    expect(await world.says('王强', '同意 1')).toContain('由局领导、督查室、科室负责人使用')
    await world.says('李娜', '同意 1')
    expect(await world.says('李娜', '销号 1')).toContain('1号已销号')
    // A leader heads a task force: what it asks to close, he does not review.
    await world.says('郑国栋', '交办 支持企业创新发展提升专班 汇总技改需求 12月4日前')
    await world.says('郑国栋', '签收 2')
    await world.says('郑国栋', '分办 2 @郑国栋')
    await world.says('郑国栋', '办结 2 已汇总')
    expect(await world.says('郑国栋', '同意 2')).toContain('不能自己审核')
    await world.says('陈静', '同意 2')
    expect(await world.says('郑国栋', '销号 2')).toContain('不能自己审核')
    expect(await world.says('陈静', '销号 2')).toContain('2号已销号')
    expect(await world.says('郑国栋', '交办 @郑国栋 研究方案 12月4日前')).toContain(
      '不能交办给自己',
    )
  } finally {
    await world.close()
  }
})

test('a meeting made, taken back and made again is a new one; a bound meeting is unbound by 撤销', async () => {
  const world = await openWorld()
  const { store } = world.ground.bot.office
  try {
    const make = '例会 新建 重点项目调度会 每周三9:00 牵头 韩立峰'
    await world.says('刘洋', make)
    await world.says('刘洋', '撤销')
    expect(await world.says('刘洋', make)).toContain('已新建“重点项目调度会”')
    const bound = async () =>
      (await store.look((one) => one.meetings.list())).find((one) => one.name === '重点项目调度会')
        ?.chat
    await world.ground.street.addMember(group('督办工作群'), personNamed('马晓东').openId)
    await world.says('马晓东', '绑定 重点项目调度会', '督办工作群')
    expect(await bound()).toBe(group('督办工作群'))
    await world.says('马晓东', '撤销')
    expect(await bound()).toBeNull()
  } finally {
    await world.close()
  }
})

test('a pack that is late in the evening waits for the morning; topics carry over until they are taken off', async () => {
  const world = await openWorld()
  try {
    await world.turnsTo('2026-11-24 20:00')
    await world.says('刘洋', '例会 新建 重点项目调度会 每周三9:00 牵头单位 预算科 牵头 韩立峰')
    await world.says('刘洋', '报议题 重点项目调度会 债券支付')
    world.received('韩立峰')
    await world.turnsTo('2026-11-24 23:00')
    expect(world.received('韩立峰')).toEqual([])
    await world.turnsTo('2026-11-25 08:10')
    expect(world.received('韩立峰').join()).toContain('1. 债券支付 · 刘洋')
    await world.turnsTo('2026-12-01 17:11')
    expect(world.received('韩立峰').join()).toContain('1. 债券支付（第1次顺延） · 刘洋')
    expect(await world.says('刘洋', '报议题 已议 重点项目调度会 债券支付')).toContain('议题已销去')
    expect(await world.says('刘洋', '议程 重点项目调度会')).toContain('更新：议题“债券支付”已议')
    expect(await world.says('赵敏', '议程 重点项目调度会')).toContain('由参会单位查看')
  } finally {
    await world.close()
  }
})
