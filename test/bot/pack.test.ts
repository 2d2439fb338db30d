import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardWords, chatNamed, onlyMeetings, openWorld, personNamed, type World } from '../world.ts'

const GROUP = '服务企业周例会群'

describe('the pack of a meeting', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
    await onlyMeetings(world)
    await world.says('陈静', '交办 金融科 报送贴息拨付进度 11月25日前')
    await world.says('陈静', '交办 国库科 清理财政专户 12月18日前')
    await world.says('陈静', '交办 预算科 编报部门预算 11月25日前')
    await world.says('李娜', '交办 @王强 整理会议纪要 11月25日前')
    await world.says('李娜', '报议题 服务企业周例会 鑫源公司用地')
    await world.says('李娜', '报议题 服务企业周例会 贴息政策调整')
    await world.says('李娜', '签收并分办 1 @王强')
    await world.says('熊国安', '签收并分办 2')
    await world.says('郑国栋', '请假 11月30日')
  })
  afterAll(() => world.close())

  /** The cards that a place shows now, the newest first. */
  const shown = (where: string): string[] => {
    const place = where.endsWith('群') ? chatNamed(where) : personNamed(where).openId
    return world.ground.street
      .cards(place)
      .map(({ card }) => cardWords(card as never))
      .reverse()
  }
  const packIn = (where: string, series = '服务企业周例会') =>
    shown(where).find((card) => new RegExp(`^${series} 第\\d+次 议程(?!（送审）)`).test(card))

  test('the secretary gets the draft with what is amiss, and arranges its topics by tap', async () => {
    world.received('刘洋')
    await world.turnsTo('2026-11-27 16:05')
    expect(await world.says('李娜', '报议题 服务企业周例会 迟到的议题')).toContain(
      '列入 12月7日 周一 10:30 的会议',
    )
    await world.turnsTo('2026-11-27 16:12')
    const draft = shown('刘洋').find((card) => card.includes('服务企业周例会 第1次 议程（送审）'))
    expect(draft).toContain('郑国栋当日请假，请确认由谁主持')
    expect(draft).toContain('1. 鑫源公司用地 · 李娜 · 10分钟\n2. 贴息政策调整')
    expect(draft).not.toContain('迟到的议题')
    const summaries = world.ground.street
      .cards(personNamed('刘洋').openId)
      .map(({ card }) => (card as { config: { summary?: { content: string } } }).config.summary)
    expect(summaries.map((one) => one?.content)).toContain(
      '服务企业周例会 第1次 议程（送审稿，待您核对）',
    )
    const idle = shown('刘洋').find((card) => card.includes('招商引资周例会 第1次 议程（送审）'))
    expect(idle).toContain('本次没有需要上会讨论的事项，建议停开')
    expect(idle).toContain('[停开本次]')
    expect(await world.says('刘洋', '议程 服务企业 前移 议题2')).toContain('1. 贴息政策调整')
    expect(await world.says('刘洋', '议程 服务企业 时长 议题2 20分钟')).toContain('合计30分钟')
    expect(await world.says('李娜', '议程 服务企业 暂缓')).toContain('由会议秘书或督查室安排')
  })

  test('held back it does not go out at 17:10; released it goes at once, in its order and of its field alone', async () => {
    await world.says('刘洋', '议程 服务企业 暂缓')
    world.inGroup(GROUP)
    await world.turnsTo('2026-11-27 17:15')
    expect(world.inGroup(GROUP)).toEqual([])
    expect(await world.says('刘洋', '议程 服务企业 发送')).toContain('服务企业周例会 第1次')
    await world.turnsTo('2026-11-27 17:17')
    const [card, paper] = world.inGroup(GROUP)
    expect(card).toMatchInlineSnapshot(`
      "服务企业周例会 第1次 议程
      时间：11月30日 周一 10:30
      牵头：郑国栋（当日请假，由李明远代）
      牵头单位：金融科
      配合单位：资本市场科、国库科、支持企业创新发展提升专班
      一、已逾期（1）
      🔴 1号 报送贴息拨付进度 · 金融科 · 办理中 · 11月25日 周三
      二、新交办（1）
      🟢 2号 清理财政专户 · 国库科 · 办理中 · 12月18日 周五
      三、议题（2，合计30分钟）
      1. 贴息政策调整 · 李娜 · 20分钟
      2. 鑫源公司用地 · 李娜 · 10分钟
      [导出]"
    `)
    expect(paper).toContain('服务企业周例会 第1次 议程_2026-11-30.docx')
    expect(await world.says('刘洋', '议程 服务企业 暂缓')).toContain('已经发出，不再改动')
  })

  test('what changes afterwards is marked on the card that was sent, and nothing else moves', async () => {
    const before = packIn(GROUP)
    await world.says('李娜', '报 1 已完成八成')
    await world.says('陈静', '交办 金融科 补报一件 12月1日前')
    expect(packIn(GROUP)).toBe(before)
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    await world.says('李娜', '报议题 服务企业周例会 又一个议题')
    await world.says('刘洋', '报议题 已议 服务企业周例会 鑫源公司用地')
    const after = packIn(GROUP) ?? ''
    expect(after).toContain('更新：1号 已销号')
    expect(after).toContain('更新：议题“鑫源公司用地”已议')
    expect(after).toContain('🔴 1号 报送贴息拨付进度 · 金融科 · 办理中')
    expect(after).not.toContain('又一个议题')
    expect(after).not.toContain('补报一件')
    expect(world.inGroup(GROUP)).toEqual([])
    expect(await world.says('李娜', '议程 服务企业')).toContain('更新：1号 已销号')
    await world.says('刘洋', '撤销')
    expect(packIn(GROUP)).not.toContain('更新：议题')
  })

  test('moved on the same day, the card tells the new time and those who have it hear once', async () => {
    await world.turnsTo('2026-11-30 08:40')
    world.inGroup(GROUP)
    const said = await world.says('刘洋', '改期 服务企业周例会 今天16:00 市领导调研')
    expect(said).toContain('由 11月30日 周一 10:30 改到 11月30日 周一 16:00')
    expect(packIn(GROUP)).toContain('时间：11月30日 周一 16:00（原定 11月30日 周一 10:30）')
    const told = world.inGroup(GROUP)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('服务企业周例会 本次改期')
    expect(told[0]).toContain('市领导调研')
    await world.turnsTo('2026-11-30 11:00')
    expect(await world.says('李娜', '议程 服务企业')).toContain('第1次 议程')
    expect(world.inGroup(GROUP)).toEqual([])
  })

  test('called off after its pack went out: told once, the card is marked, its number is free again', async () => {
    await world.says('刘洋', '停开 服务企业周例会 本次 市里统一开会')
    expect(packIn(GROUP)).toContain('第1次 议程（已停开）')
    const told = world.inGroup(GROUP)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('下次会议：12月7日 周一 10:30')
    await world.says('刘洋', '撤销')
    expect(packIn(GROUP)).not.toContain('已停开')
    expect(world.inGroup(GROUP).join()).toContain('服务企业周例会 本次照常召开')
    await world.says('刘洋', '停开 服务企业周例会 本次')
    await world.says('刘洋', '改例会 招商引资周例会 每周一16:30')
    await world.turnsTo('2026-12-04 16:15')
    expect(await world.says('刘洋', '议程 招商引资')).toContain('与“安全稳定周例会”同时，请留意')
    await world.turnsTo('2026-12-04 17:15')
    expect(packIn(GROUP)).toContain('服务企业周例会 第1次 议程\n')
    expect(packIn(GROUP)).toContain('贴息政策调整（第1次顺延）')
    expect(packIn(GROUP)).toContain('迟到的议题 ·')
  })

  test('without its 第一议题 a 党组会议 gets no pack; the secretary and the 督查室 hear it, and it goes once given', async () => {
    await world.turnsTo('2026-12-08 16:15')
    const draft = shown('周志刚').find((card) => card.includes('党组会议 第1次 议程（送审）'))
    expect(draft).toContain('尚缺第一议题')
    expect(await world.says('周志刚', '议程 党组会议 发送')).toContain('须有第一议题')
    await world.turnsTo('2026-12-08 17:20')
    expect(shown('陈静')[0]).toContain('党组会议 议程未发：缺第一议题')
    expect(packIn('李明远', '党组会议')).toBeUndefined()
    expect(await world.says('周志刚', '第一议题 党组会议 还没有定')).toContain('请写明学习内容')
    const toast = await world.taps('周志刚', '报第一议题', undefined, {
      text: '学习党的二十届四中全会精神',
    })
    expect(toast).toContain('议程随即发送')
    await world.turnsTo('2026-12-08 17:22')
    expect(packIn('李明远', '党组会议')).toContain(
      '一、第一议题\n学习党的二十届四中全会精神 · 10分钟',
    )
    expect(packIn('韩立峰', '党组会议')).toContain('第一议题')
  })

  test('the copies in private follow too', async () => {
    await world.says('陈静', '停开 党组会议 12月9日 主要领导外出')
    expect(packIn('李明远', '党组会议')).toContain('党组会议 第1次 议程（已停开）')
  })

  test('a day off proclaimed after the pack went out moves the meeting, and the card says so', async () => {
    await world.turnsTo('2026-12-11 17:30')
    expect(packIn(GROUP)).toContain('时间：12月14日 周一 10:30')
    world.inGroup(GROUP)
    await world.says('马晓东', '登记 调休 12月14日 休息 停电检修')
    expect(packIn(GROUP)).toContain('时间：12月15日 周二 10:30（原定 12月14日 周一 10:30')
    await world.turnsTo('2026-12-15 08:30')
    const told = world.inGroup(GROUP)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('服务企业周例会 本次改期')
    expect(told[0]).toContain('放假安排变动')
  })

  test('a study without a subject is silence', async () => {
    const { store } = world.ground.bot.office
    const skipped = await store.look(async (bound) => {
      const list = await bound.meetings.list()
      const study = list.find((one) => one.name === '周一集中学习')!
      return bound.occurrences.all('agenda', `series:${study.id}`)
    })
    expect(skipped.length).toBeGreaterThan(0)
    expect(skipped.map((one) => one.reason ?? '').filter(Boolean)).toEqual(
      skipped.filter((one) => one.state === 'skipped').map(() => '没有学习内容，不发议程'),
    )
  })
})
