import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

const PHONE = '13900001234'

/** The number of the matter an answer speaks of. */
const numberIn = (said: string): number => Number(/已受理，(\d+)号/.exec(said)?.[1])

/** Everything that stands in a group or a person's chat, as JSON. */
const everythingIn = (world: World, place: string): string =>
  JSON.stringify(world.ground.street.messages(place))

describe('a client is taken in and followed', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  }, 60_000)
  afterAll(() => world.close())

  test('from the first word to the call-back', async () => {
    world.received('安玉梅')
    const said = await world.says('安玉梅', `受理 鑫源公司反映贴息未到账 电话${PHONE}`)
    const id = numberIn(said)
    expect(said).toContain('转金融科史丽萍（一般），承诺 下周一 11月30日 18:00 前办结')
    expect(world.received('安玉梅').join()).toContain(
      `【受理回执】鑫源公司：您的诉求“鑫源公司反映贴息未到账”已受理，编号2026-窗口-001。\n由金融科承办，承诺 11月30日 周一 18:00 前答复。\n首问责任人：安玉梅，电话${personNamed('安玉梅').mobile}。`,
    )
    const born = await world.matter(id)
    expect(born).toMatchObject({
      status: 'assigned',
      source: '窗口',
      follower: born.assigner,
      client: { name: '鑫源公司', phone: PHONE, satisfied: null },
    })
    expect(world.received('李娜').join()).toContain('安玉梅受理1号（窗口），请签收')
    const officer = world.received('史丽萍').join()
    expect(officer).toContain(PHONE)
    expect(await world.says('史丽萍', `已联系 ${id} 约明天补材料`)).toContain('联系了服务对象')
    expect(await world.says('史丽萍', `已联系 ${id}`)).toContain('已由史丽萍联系过')
    await world.says('李娜', `签收并分办 ${id}`)
    expect(await world.says('安玉梅', `查 ${id}`)).toContain('鑫源公司')
    expect(await world.says('安玉梅', `已答复 ${id} 已到账`)).toContain('还没有结果')
    await world.says('李娜', `办结 ${id} 贴息已拨付到账`)
    world.received('安玉梅')
    await world.says('陈静', `同意 ${id}`)
    expect(world.received('安玉梅').join()).toContain('审核通过（良好），请答复服务对象')
    expect(await world.says('陈静', `销号 ${id}`)).toContain('请先由首问责任人安玉梅答复')
    expect(await world.says('安玉梅', '待办')).toContain('待答复服务对象')
    await world.taps('安玉梅', '已答复', undefined, { text: '' })
    expect(await world.matter(id)).toMatchObject({
      follower: null,
      client: { answered: { text: '贴息已拨付到账' } },
    })
    expect(world.received('陈静').join()).toContain(
      '安玉梅已答复1号服务对象：贴息已拨付到账。待销号',
    )
    await world.says('陈静', `销号 ${id}`)
    expect(await world.says('史丽萍', `回访 ${id} 满意`)).toContain('承办的同志不自己回访')
    world.received('安玉梅')
    await world.turnsTo('2026-11-24 09:15')
    expect(world.received('安玉梅').join()).toContain('请回访服务对象鑫源公司')
    await world.taps('安玉梅', '不满意', undefined, { text: '利息少算一个月' })
    const again = await world.matter(id)
    expect(again).toMatchObject({
      status: 'in_progress',
      reopened: 1,
      follower: born.assigner,
      firstDue: born.firstDue,
      grade: null,
    })
    await world.says('李娜', `办结 ${id} 已补足利息`)
    await world.says('陈静', `同意 ${id}`)
    await world.says('安玉梅', `已答复 ${id}`)
    await world.says('陈静', `销号 ${id}`)
    expect(await world.says('安玉梅', `回访 ${id} 满意`)).toContain('回访满意')
    expect(await world.says('安玉梅', `回访 ${id} 满意`)).toContain('已回访')
    world.received('安玉梅')
    await world.turnsTo('2026-11-26 10:00')
    expect(world.received('安玉梅').join()).not.toContain('回访')
  })

  test('a hand-over keeps the first-asked person as follower', async () => {
    const id = numberIn(await world.says('安玉梅', '受理 李女士咨询创业担保贷款 简单'))
    expect(await world.matter(id)).toMatchObject({ title: '咨询创业担保贷款', level: '简单' })
    await world.says('李娜', `退签 ${id} 属资本市场科职责`)
    await world.says('陈静', `转办 ${id} 资本市场科`)
    const first = (await world.matter(id)).client?.firstAsked
    expect((await world.matter(id)).follower).toBe(first)
    expect(await world.says('安玉梅', `查 ${id}`)).toContain('资本市场科')
  })

  test('3, 5 and 10 working days, and the same day for the first call', async () => {
    const said = async (level: string) =>
      world.matter(numberIn(await world.says('安玉梅', `受理 张三咨询贴息 ${level} 转 金融科`)))
    const day = (at: number | undefined) => new Date((at ?? 0) + 8 * 3_600_000).toISOString()
    for (const [level, due] of [
      ['简单', '2026-12-01T18:00'],
      ['一般', '2026-12-03T18:00'],
      ['复杂', '2026-12-10T18:00'],
    ] as const) {
      const matter = await said(level)
      expect(day(matter.due)).toContain(due)
      const call = matter.steps.find((step) => step.ends === 'contact')
      expect(day(call?.due)).toContain('2026-11-26T18:00')
    }
  })

  test('where several units or none answer for it, the first-asked person chooses', async () => {
    const asked = await world.says('安玉梅', '受理 王五反映停车收费')
    expect(asked).toContain('没有登记谁管这件事，由哪个科室承办')
    expect(await world.taps('安玉梅', '办公室')).toContain('转办公室')
    const near = await world.says('安玉梅', '受理 王五反映贷款难')
    expect(near).toContain('有几个科室与此有关')
  })

  test('what courts and letters-and-visits decide is refused with where to go', async () => {
    expect(await world.says('安玉梅', '受理 赵六反映法院判决不执行诉讼费问题')).toContain(
      '人民法院',
    )
    expect(await world.says('安玉梅', '受理 赵六反映信访事项无人答复')).toContain('请到信访局反映')
  })

  test('a number given in a group is kept, and stands in nothing the group sees', async () => {
    const group = '金融科工作群'
    const chat = world.ground.street
    const said = await world.says('史丽萍', `受理 钱七反映贴息未到账 ${PHONE} 转 金融科`, group)
    const id = numberIn(said)
    expect((await world.matter(id)).client?.phone).toBe(PHONE)
    await world.says('史丽萍', `查 ${id}`, group)
    await world.says('史丽萍', `受理 钱七反映停车难 电话${PHONE}`, group)
    await world.says('史丽萍', `历史 ${id}`, group)
    const group_ = chat.messages(chatNamed(group)).filter((one) => one.from === 'bot')
    expect(group_.length).toBeGreaterThan(2)
    expect(JSON.stringify(group_)).not.toMatch(/139[- ]?0000/)
    expect(JSON.stringify(group_)).not.toContain('钱七')
    expect(everythingIn(world, personNamed('史丽萍').openId)).toContain(PHONE)
    await world.taps('史丽萍', '办公室')
  })
})

describe('不满意窗口', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  }, 60_000)
  afterAll(() => world.close())

  test('opens a matter of its own that names the other, on the counter’s clock', async () => {
    const id = numberIn(await world.says('安玉梅', '受理 鑫源公司反映贴息未到账'))
    const said = await world.says('安玉梅', `窗口 不满意 ${id} 三天没人联系`)
    const other = numberIn(said)
    expect(other).not.toBe(id)
    expect(await world.matter(other)).toMatchObject({
      source: '窗口',
      client: { name: '鑫源公司', complains: id },
      title: `鑫源公司：对${id}号办理不满意：三天没人联系`,
    })
    expect(await world.says('安玉梅', `查 ${other}`)).toContain(`对${id}号的办理`)
    expect(await world.says('安玉梅', `窗口 不满意 ${id} 要上访`)).toContain('请到信访局反映')
  })
})
