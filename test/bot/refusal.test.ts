import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

/** 金融科: 李娜 heads it, 郑国栋 is in charge, 王强 carries; 李明远 is the principal. */
async function underWay(world: World): Promise<number> {
  // Each of its own kind: the same thing for the same unit would be asked about first.
  const title = titles[next++ % titles.length]
  const said = await world.says('陈静', `交办 @王强 ${title} 12月15日前`)
  const id = Number(/已交办.*?(\d+)号/.exec(said)?.[1])
  await world.says('李娜', `签收并分办 ${id}`)
  return id
}

const titles = ['兑付惠企贷款贴息', '筹备银企对接会', '核实担保基金用途', '梳理技改项目名单']
let next = 0

describe('a no goes up rung by rung', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  }, 60_000)
  afterAll(() => world.close())

  test('from the handler to the head, the leader and the principal, who alone ends it with ground and answer', async () => {
    const id = await underWay(world)
    world.received('李娜')
    const said = await world.says('王强', `说不 ${id} 需国土部门确权`)
    expect(said).toContain('请科室负责人李娜于 明天 11月24日 周二 12:00 前答复')
    expect(said).toContain('局内最迟 11月25日 周三 18:00 定')
    expect(said).toContain('撤销')
    expect(world.received('李娜').join()).toContain(
      '王强对1号说“不”，已提级，请您作为科室负责人答复：需国土部门确权',
    )
    expect(await world.says('王强', `提级 ${id} 还是办不了`)).toContain('正待科室负责人李娜答复')
    expect(
      await world.says('李娜', `不予办理 ${id} 依据《办法》第九条 答复 您的申请不在范围`),
    ).toContain('由主要领导李明远定')
    await world.taps('李娜', '提级', undefined, { text: '须局里与国土部门会商' })
    expect((await world.matter(id)).refusal).toMatchObject({ rung: 3, outcome: 'open' })
    await world.says('郑国栋', `说不 ${id} 市里尚无先例`)
    expect(await world.says('李明远', `说不 ${id} 不行`)).toContain('到您这里是最后一级')
    const half = await world.says('李明远', `不予办理 ${id} 按规定`)
    expect(half).toContain('还缺：依据（哪部法规或文件、第几条）、给服务对象的答复')
    const done = await world.taps('李明远', '不予办理', undefined, {
      ground: '《贴息资金管理办法》第九条',
      text: '贵公司不在贴息范围，可申请再贷款',
    })
    expect(done).toContain('定为不予办理')
    const after = await world.matter(id)
    expect(after).toMatchObject({ status: 'completed', refusal: { outcome: 'final' } })
    expect(after.refusal?.reasons.map((one) => one.rung)).toEqual([1, 2, 3])
    expect(await world.verbs(id)).toEqual([
      '交办',
      '签收',
      '分办',
      '说不',
      '说不',
      '说不',
      '不予办理',
    ])
    const list = await world.says('陈静', '说不清单')
    expect(list).toContain('依据：《贴息资金管理办法》第九条')
    expect(list).toContain('答复：贵公司不在贴息范围，可申请再贷款')
    expect(await world.says('陈静', '说不清单 10月')).toContain('没有定为不予办理')
    await world.says('陈静', `销号 ${id}`)
    expect(await world.says('陈静', '说不清单 11月')).toContain('（1件）')
  })

  test('whoever can do it ends the climb, and the matter goes on with its own date', async () => {
    const id = await underWay(world)
    await world.says('王强', `难办 ${id} 企业材料不全`)
    const { due } = await world.matter(id)
    expect(await world.says('李娜', `能办 ${id}`)).toContain('还缺')
    expect(await world.says('李娜', `能办 ${id} 由我科帮助补齐材料`)).toContain(
      '能办，由金融科王强',
    )
    expect(await world.matter(id)).toMatchObject({
      status: 'in_progress',
      due,
      refusal: { outcome: 'solved', reply: '由我科帮助补齐材料' },
    })
    expect(await world.says('郑国栋', `能办 ${id} 我来协调`)).toContain('没有待答复的说“不”')
  })

  test('asking to close answers the no as well', async () => {
    const id = await underWay(world)
    await world.says('王强', `说不 ${id} 名单未定`)
    await world.says('李娜', `办结 ${id} 名单已定，资金已拨付`)
    expect((await world.matter(id)).refusal).toMatchObject({
      outcome: 'solved',
      reply: '名单已定，资金已拨付',
    })
  })

  test('nobody off the chain says no, and none is said of what is handed in', async () => {
    const id = await underWay(world)
    expect(await world.says('刘洋', `说不 ${id} 不归我管`)).toContain('不在您的知悉范围')
    expect(await world.says('陈静', `说不 ${id} 不好办`)).toContain('逐级提出和答复')
    await world.says('李娜', `办结 ${id} 已办妥`)
    expect(await world.says('王强', `说不 ${id} 办不了`)).toContain('现在不能说“不”')
    expect((await world.matter(id)).refusal).toBeNull()
  })

  test('in a group the card names the rung and its time, and no person', async () => {
    const id = await underWay(world)
    await world.says('王强', `说不 ${id} 需外部门确权`)
    const card = await world.says('王强', `查 ${id}`, '金融科工作群')
    expect(card).toContain('已提级至科室负责人，11月24日 周二 12:00 前答复')
    expect(card).not.toContain('需外部门确权')
  })
})

describe('a rung that sleeps is passed over, up to the principal and no further', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  }, 60_000)
  afterAll(() => world.close())

  test('noon and evening of the first day, and the end of the second is only told', async () => {
    const id = await underWay(world)
    await world.says('王强', `说不 ${id} 需国土部门确权`)
    await world.turnsTo('2026-11-24 11:59')
    expect((await world.matter(id)).refusal).toMatchObject({ rung: 2 })
    await world.turnsTo('2026-11-24 12:10')
    expect((await world.matter(id)).refusal).toMatchObject({ rung: 3, outcome: 'open' })
    expect(world.received('郑国栋').join()).toContain('科室负责人逾时未答复，已提级')
    await world.turnsTo('2026-11-25 08:30')
    expect((await world.matter(id)).refusal).toMatchObject({ rung: 4, outcome: 'open' })
    expect(world.received('李明远').join()).toContain('分管领导逾时未答复')
    world.received('陈静')
    await world.turnsTo('2026-11-30 10:00')
    expect(await world.matter(id)).toMatchObject({
      status: 'in_progress',
      refusal: { rung: 4, outcome: 'open', ground: null },
    })
    expect(world.received('李明远').join()).toContain('已到局内答复时限')
    expect(world.received('陈静').join()).toContain('待主要领导定')
    expect((await world.verbs(id)).slice(3)).toEqual(['说不', '提级', '提级'])
    expect(await world.says('李明远', `能办 ${id} 由我协调国土部门`)).toContain('能办')
  })
})

test('while the head is away his stand-in is asked, and passes it up in his place', async () => {
  const world = await openWorld()
  try {
    const id = await underWay(world)
    expect(await world.says('李娜', '请假 今天 代办 @邱海峰')).toContain('邱海峰')
    world.received('邱海峰')
    await world.says('王强', `说不 ${id} 需外部门确权`)
    expect(world.received('邱海峰').join()).toContain('请您作为科室负责人答复')
    await world.taps('邱海峰', '提级', undefined, { text: '科里协调不动' })
    expect((await world.matter(id)).refusal).toMatchObject({ rung: 3, outcome: 'open' })
  } finally {
    await world.close()
  }
})
