/** Minutes become matters: pasted, read, confirmed one by one or all, taken back; nothing by itself (F7). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

/** Twelve lines as a secretary has them, besides the head and the account of the meeting. */
const paper = (n: number) => `服务企业周例会第${n}次会议纪要
会议听取了金融科关于银企对接情况的汇报。
一、关于融资服务
1. 由金融科牵头，预算科、国库科配合，12月4日前拿出第${n}批企业融资方案。
2、资本市场科会同金融科摸排第${n}批上市后备企业，12月18日前
（3）@王强 走访第${n}批企业，本周五前报走访情况
④ 国库科：12月10日前兑付第${n}批贴息资金
5. 梳理第${n}批惠企政策（责任单位：法规监督科；完成时限：12月8日）
第六，预算科测算第${n}批缺口，三日内报局长办公会
- 农业农村科做好第${n}批涉农资金自评
• 推进第${n}批城市更新融资，12月15日前
9. 10月20日前报送第${n}批自评报告，由预算科负责
10. 张伟负责核对第${n}批参保数据，12月2日前
11. 报送第${n}批资金拨付进度，金融科，12月1日前
12. 资产管理科周一前报送第${n}批盘活资产`

let world: World
beforeAll(async () => {
  world = await openWorld()
  // The meeting is older than the bot: its secretary says so once.
  await world.says('刘洋', '纪要 服务企业周例会第146次 无误 国库科12月31日前归档会议材料')
  await world.says('刘洋', '不立项 服务企业周例会第146次·1')
})
afterAll(() => world.close())

/** Open matters of a meeting. */
const matters = async (meeting: number) => {
  const all = await world.ground.bot.office.store.look((store) =>
    store.matters.find({ limit: 500 }),
  )
  return all.filter((one) => one.basis?.startsWith(`服务企业周例会第${meeting}次·`))
}
const resolutions = (meeting: number) =>
  world.ground.bot.office.store.look((store) => store.resolutions.of({ series: 2, meeting }))

describe('pasted minutes', () => {
  test('twelve lines become twelve drafts, each with unit and date or marked open; nothing is registered', async () => {
    await world.says('陈静', '交办 金融科 报送第147批资金拨付进度 12月4日前')
    const answer = await world.says('刘洋', `纪要 服务企业周例会\n${paper(147)}`)
    expect(answer).toContain('服务企业周例会第147次 议定事项（12条）')
    expect(answer).toContain('待确认12条，可立项7条，待补充4条，疑似重复1条')
    expect(answer).toContain(
      '1. 拿出第147批企业融资方案 · 金融科（协办 预算科、国库科） · 12月4日 周五',
    )
    expect(answer).toContain('3. 走访第147批企业，报走访情况 · 金融科王强 · 11月27日 周五')
    expect(answer).toContain('7. 做好第147批涉农资金自评 · 农业农村科 · 时限待定（不写则到下次例会')
    expect(answer).toContain('8. 推进第147批城市更新融资 · 承办单位待定 · 12月15日 周二')
    expect(answer).toContain('9. 报送第147批自评报告 · 预算科 · 时限待定')
    expect(answer).toContain('10月20日（周二）18:00已过')
    expect(answer).toContain('10. 核对第147批参保数据 · 承办人待定（2位张伟）')
    expect(answer).toContain('未列入（3行）')
    expect(answer).toContain('叙述：会议听取了金融科关于银企对接情况的汇报。')
    const second = await world.taps('刘洋', '下一页')
    expect(second).toContain('服务企业周例会第147次')
    const rows = await resolutions(147)
    expect(rows.map((one) => one.item)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    expect(await matters(147)).toEqual([])
  })

  test('全部立项 registers what is whole, tells the units, and 撤销 takes all of it back', async () => {
    await world.says('刘洋', `纪要 服务企业周例会\n${paper(148)}`)
    world.received('李娜')
    expect(await world.taps('刘洋', '全部立项（8条）')).toContain('已立项8条')
    const born = await matters(148)
    expect(born).toHaveLength(8)
    const first = born.find((one) => one.basis === '服务企业周例会第148次·1')!
    expect(first).toMatchObject({
      title: '拿出第148批企业融资方案',
      source: '例会',
      profile: '例会议定',
      series: 2,
      status: 'assigned',
      origin: 'instruction',
      due: Date.parse('2026-12-04T18:00:00+08:00'),
    })
    const { directory } = await office()
    expect(directory.name(first.assigner)).toBe('郑国栋')
    expect(first.supports.map((one) => directory.unitName(one.unit))).toEqual(['预算科', '国库科'])
    // What was given no date runs until the series meets next.
    const open = born.find((one) => one.basis === '服务企业周例会第148次·7')!
    expect(open.due).toBe(Date.parse('2026-11-30T10:30:00+08:00'))
    expect(world.received('李娜').join()).toContain('服务企业周例会第148次·1，交办')
    expect(await world.says('刘洋', '全部立项')).toContain('没有可以立项的草稿')
    expect(await world.says('刘洋', '撤销')).toContain('已撤销：纪要立项、议定（')
    expect(await matters(148)).toEqual([])
    expect(new Set((await resolutions(148)).map((one) => one.state))).toEqual(new Set(['draft']))
    expect(await world.says('刘洋', '查 服务企业周例会第148次·1')).toContain(
      '拿出第148批企业融资方案',
    )
  })

  test('one tap registers one; the same again changes nothing', async () => {
    await world.says('刘洋', `纪要 服务企业周例会\n${paper(149)}`)
    await world.taps('刘洋', '1. 拿出第149批企业融资方案')
    expect(await world.taps('刘洋', '立项')).toContain('已立项1条')
    expect(await world.says('刘洋', '议定 服务企业周例会第149次·1')).toMatch(/已立项，为\d+号/)
    expect(await matters(149)).toHaveLength(1)
    expect(await world.says('刘洋', '撤销')).toContain('已撤销')
    expect((await resolutions(149))[0]).toMatchObject({ state: 'draft', matter: null })
    expect(await world.says('刘洋', '立项第1条')).toContain('已立项1条')
    expect((await matters(149)).map((one) => one.basis)).toEqual(['服务企业周例会第149次·1'])
  })

  test('what is open is settled by a sentence or a tap, and only then registered', async () => {
    await world.says('刘洋', `纪要 服务企业周例会\n${paper(150)}`)
    expect(await world.says('刘洋', '议定 8')).toContain('还缺：承办单位')
    expect(await world.says('刘洋', '改议定 8 经济建设科 协办 资产管理科')).toContain(
      '经济建设科（协办 资产管理科）',
    )
    expect(await world.says('刘洋', '第9条改为12月11日前')).toContain('12月11日 周五')
    expect(await world.says('刘洋', '改第9条 10月1日前')).toMatch(/E-DATE/)
    expect(await world.says('刘洋', '纪要 第10条')).toContain('承办人待定')
    expect(await world.taps('刘洋', '社会保障科张伟')).toContain('已改')
    expect(await world.says('刘洋', '改议定 9 标题 补报第150批自评报告')).toContain(
      '补报第150批自评报告',
    )
    expect(await world.says('刘洋', '议定 8、9、10')).toContain('已立项3条')
    const born = await matters(150)
    const { directory } = await office()
    expect(born.map((one) => directory.unitName(one.lead)).sort()).toEqual(
      ['社会保障科', '经济建设科', '预算科'].sort(),
    )
    expect(await world.says('刘洋', '改议定 8 金融科')).toContain('已立项')
    expect(await world.says('刘洋', '改议定 12 好的')).toContain('E-MINUTES-7')
    expect(await world.says('刘洋', '议定 99')).toContain('没有第99条')
  })

  test('a draft that repeats an open matter is left out of all, and registered only when it is named', async () => {
    await world.says('陈静', '交办 金融科 报送第151批资金拨付进度 12月4日前')
    await world.says('刘洋', `纪要 服务企业周例会\n${paper(151)}`)
    await world.says('刘洋', '全部立项')
    expect((await resolutions(151))[10]).toMatchObject({ item: 11, state: 'draft' })
    expect(await world.says('刘洋', '纪要 第11条')).toMatch(
      /疑似重复：与\d+号“报送第151批资金拨付进度”/,
    )
    expect(await world.taps('刘洋', '仍要立项')).toContain('已立项1条')
  })

  test('pasted twice a line is kept once; a line that was dropped comes back', async () => {
    await world.says('刘洋', `纪要 服务企业周例会\n${paper(152)}`)
    expect(await world.says('刘洋', '不立项 2、3')).toContain('第2、3条不立项')
    expect(await world.says('刘洋', `纪要 服务企业周例会\n${paper(152)}`)).toContain(
      '另有10条本次会议已有',
    )
    expect((await resolutions(152)).map((one) => one.state)).toEqual(Array(12).fill('draft'))
    await world.says('刘洋', '撤销')
    expect((await resolutions(152)).filter((one) => one.state === 'dropped')).toHaveLength(2)
  })

  test('the paper itself is enough, and 撤销 takes the drafts away', async () => {
    expect(await world.says('刘洋', paper(153))).toContain('草稿12条')
    expect(await world.says('刘洋', '撤销')).toContain('已撤销：纪要')
    expect(await resolutions(153)).toEqual([])
    expect(await world.says('刘洋', '全部立项 服务企业第153次')).toContain('没有可以立项的草稿')
  })
})

/** As many lines as one paper has at most; proved whole, tried in small. */
const MANY = process.env.DUBAN_PROVE ? 100 : 30

describe('what must not be', () => {
  test('a marked line is refused alone, kept nowhere; a mark on a line of its own is the whole paper’s', async () => {
    const secret = '金融科 机密★ 报送某某底数 12月5日前'
    const answer = await world.says(
      '刘洋',
      `纪要 服务企业周例会\n${secret}\n国库科 12月5日前核对疑点`,
    )
    expect(answer).toContain('第1行：内容带有涉密或内部标识，未予记录')
    const rows = await resolutions(1)
    expect(rows.map((one) => one.title)).toEqual(['核对疑点'])
    expect(JSON.stringify(rows)).not.toContain('某某底数')
    expect(
      await world.says('刘洋', `纪要 服务企业周例会\n机密★5年\n金融科 12月5日前报送`),
    ).toContain('E-SECRET-1')
  })

  test('only those whose meeting it is: its secretary, the 督查室, the principal', async () => {
    const say = '纪要 服务企业周例会 由金融科牵头，12月5日前拿出方案'
    for (const who of ['李娜', '王强', '郑国栋'])
      expect(await world.says(who, say)).toContain('由会议秘书刘洋、督查室或主要领导办理')
    expect(await world.says('陈静', say)).toContain('草稿1条')
    expect(await world.says('李娜', '全部立项 服务企业周例会第1次')).toContain('E-RIGHT-1')
    expect(await world.says('李明远', '全部立项 服务企业周例会')).toContain('已立项')
  })

  test('in a group nothing of the drafts is told', async () => {
    await world.ground.street.addMember(chat('督办工作群'), openId('刘洋'))
    const answer = await world.says(
      '刘洋',
      '纪要 服务企业周例会\n由金融科牵头，12月5日前拿出方案',
      '督办工作群',
    )
    expect(answer).toBe('已私聊发给您。')
    expect(world.received('刘洋').join()).toContain('草稿1条')
  })

  test('hostile lines stay text, an empty or idle paper is declined, many lines are pages', async () => {
    const hostile = [
      '金融科 12月5日前 =HYPERLINK("http://x","点我")',
      '<at id=all></at> 预算科 12月5日前报送',
      `国库科 ${'长'.repeat(2000)}`,
    ].join('\n')
    const answer = await world.says('刘洋', `纪要 服务企业周例会\n${hostile}`)
    expect(answer).toContain('草稿2条')
    expect(answer).toContain('超过1000字')
    expect(await world.says('刘洋', '纪要 服务企业周例会 一、关于融资')).toContain('E-MINUTES-1')
    expect(await world.says('刘洋', '纪要 服务企业周例会 第5次')).toContain('没有')
    const many = Array.from(
      { length: MANY },
      (_, i) => `${i + 1}. 预算科12月${(i % 20) + 5}日前报送第${i + 1}批材料`,
    )
    const page = await world.says('刘洋', `纪要 服务企业周例会第9次\n${many.join('\n')}`)
    expect(page).toContain(`议定事项（${MANY}条）`)
    expect(page).toContain(`共${MANY / 10}页`)
    expect(await world.says('刘洋', '全部立项')).toContain(`已立项${MANY}条`)
    expect(await matters(9)).toHaveLength(MANY)
  })

  test('a paper of no meeting that is known is asked about first', async () => {
    const answer = await world.says('刘洋', '纪要\n由金融科牵头，12月24日前拿出方案')
    expect(answer).toContain('没有看出是哪个例会的')
    await world.taps('刘洋', '服务企业周例会')
    expect((await resolutions(1)).at(-1)).toMatchObject({ title: '拿出方案', state: 'draft' })
  })
})

const office = () =>
  world.ground.bot.office.store.look(async (store) => ({
    directory: await store.people.directory(),
  }))
const openId = (who: string) => personNamed(who).openId
const chat = chatNamed
