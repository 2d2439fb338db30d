import { describe, expect, test } from 'vitest'
import type { Directory } from '../../src/domain/people/directory.ts'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

/** What each command changes, and how it is said. */
const deeds: { name: string; before: [string, string][]; who: string; say: string }[] = [
  { name: '交办', before: [], who: '陈静', say: '交办 金融科 报送进度 12月4日前' },
  {
    name: '登记 调休',
    before: [],
    who: '马晓东',
    say: '登记 调休 12月3日 休息 停电检修',
  },
  {
    name: '周交办',
    before: [['陈静', '周交办 服务企业周例会\n预算科 汇总项目']],
    who: '陈静',
    say: '周交办 确认 1',
  },
  {
    name: '专班新建',
    before: [],
    who: '马晓东',
    say: '专班新建 数据要素专班 牵头 @李娜 成员 @王强、@赵敏 截止 12月31日',
  },
  { name: '督办单', before: [], who: '陈静', say: '督办单 1 蓝' },
  { name: '改期', before: [], who: '刘洋', say: '改期 招商引资周例会 12月2日14:30' },
  { name: '停开', before: [], who: '刘洋', say: '停开 招商引资周例会 下周' },
  { name: '改例会', before: [], who: '刘洋', say: '改例会 招商引资周例会 配合单位 国库科' },
  {
    name: '提交例会',
    before: [],
    who: '李娜',
    say: '提交例会 1 服务企业周例会 需国土部门确权',
  },
  {
    name: '采纳议题',
    before: [['李娜', '报议题 服务企业周例会 鑫源公司用地']],
    who: '刘洋',
    say: '采纳议题 1',
  },
  {
    name: '退回议题',
    before: [['李娜', '报议题 服务企业周例会 鑫源公司用地']],
    who: '刘洋',
    say: '退回议题 1 材料不全',
  },
  { name: '第一议题', before: [], who: '周志刚', say: '第一议题 党组会议 学习党的二十大精神' },
  { name: '议程安排', before: [], who: '刘洋', say: '议程 党组会议 暂缓' },
  { name: '催办单', before: [], who: '陈静', say: '催办单 1 请报送明细' },
  { name: '签收', before: [], who: '李娜', say: '签收 1' },
  { name: '签收并分办', before: [], who: '李娜', say: '签收并分办 1' },
  { name: '退签', before: [], who: '李娜', say: '退签 1 不属我科职责，建议预算科' },
  { name: '转办', before: [], who: '陈静', say: '转办 1 预算科' },
  { name: '协办', before: [], who: '陈静', say: '协办 1 预算科、@赵敏 请提供底数' },
  {
    name: '反馈（协办）',
    before: [['陈静', '协办 1 预算科']],
    who: '杜建华',
    say: '报 1 底数已报送',
  },
  {
    name: '免协',
    before: [['陈静', '协办 1 预算科']],
    who: '李娜',
    say: '免协 1 预算科 已另行报送',
  },
  {
    name: '催办（协办）',
    before: [['陈静', '协办 1 预算科']],
    who: '李娜',
    say: '催办 1',
  },
  { name: '分办', before: [['李娜', '签收 1']], who: '李娜', say: '分办 1 @王强' },
  {
    name: '报',
    before: [['李娜', '签收并分办 1']],
    who: '王强',
    say: '报 1 完成60%',
  },
  {
    name: '风险报备',
    before: [['李娜', '签收并分办 1']],
    who: '王强',
    say: '风险报备 1 拆迁可能延误',
  },
  {
    name: '延期',
    before: [['李娜', '签收并分办 1']],
    who: '李娜',
    say: '延期 1 到12月11日 等批复',
  },
  { name: '办结', before: [['李娜', '签收并分办 1']], who: '李娜', say: '办结 1 已报送' },
  {
    name: '同意（延期）',
    before: [
      ['李娜', '签收并分办 1'],
      ['李娜', '延期 1 到12月11日 等批复'],
    ],
    who: '陈静',
    say: '同意 1',
  },
  {
    name: '同意（办结）',
    before: [
      ['李娜', '签收并分办 1'],
      ['李娜', '办结 1 已报送'],
    ],
    who: '陈静',
    say: '同意 1 优秀',
  },
  {
    name: '退回',
    before: [
      ['李娜', '签收并分办 1'],
      ['李娜', '办结 1 已报送'],
    ],
    who: '陈静',
    say: '退回 1 缺附件',
  },
  {
    name: '销号',
    before: [
      ['李娜', '签收并分办 1'],
      ['李娜', '办结 1 已报送'],
      ['陈静', '同意 1'],
    ],
    who: '陈静',
    say: '销号 1',
  },
  {
    name: '规则 确认',
    before: [['马晓东', '规则 改 13710 首次反馈 2天']],
    who: '马晓东',
    say: '规则 确认 1',
  },
  {
    name: '说不',
    before: [['李娜', '签收并分办 1']],
    who: '王强',
    say: '说不 1 需国土部门确权',
  },
  {
    name: '说不（再提一级）',
    before: [
      ['李娜', '签收并分办 1'],
      ['王强', '说不 1 需国土部门确权'],
    ],
    who: '李娜',
    say: '提级 1 须与国土部门会商',
  },
  {
    name: '能办',
    before: [
      ['李娜', '签收并分办 1'],
      ['王强', '说不 1 需国土部门确权'],
    ],
    who: '李娜',
    say: '能办 1 由我科协调确权',
  },
  {
    name: '不予办理',
    before: [
      ['李娜', '签收并分办 1'],
      ['王强', '说不 1 需国土部门确权'],
    ],
    who: '李明远',
    say: '不予办理 1 依据《贴息办法》第九条 答复 您的申请不在补贴范围',
  },
  { name: '批示', before: [], who: '李明远', say: '批示 1 请抓紧办理' },
  { name: '批示（新事项）', before: [], who: '李明远', say: '批示 请预算科三日内拿出意见' },
  {
    name: '批示（新的一轮）',
    before: [
      ['李娜', '签收并分办 1'],
      ['李娜', '办结 1 已报送'],
      ['陈静', '同意 1 优秀'],
    ],
    who: '李明远',
    say: '批示 1 请补充测算，12月11日前再报',
  },
  {
    name: '批示（承办单位）',
    before: [['李娜', '退签 1 不属我科职责']],
    who: '李明远',
    say: '批示 1 由预算科办理',
  },
  {
    name: '挂起',
    before: [['李娜', '签收并分办 1']],
    who: '郑国栋',
    say: '挂起 1 12月10日复核 等省厅批复',
  },
  {
    name: '恢复',
    before: [
      ['李娜', '签收并分办 1'],
      ['郑国栋', '挂起 1 12月10日复核 等省厅批复'],
    ],
    who: '郑国栋',
    say: '恢复 1 12月20日前',
  },
  { name: '撤项（申请）', before: [], who: '陈静', say: '撤项 1 上级已取消' },
  { name: '撤项', before: [], who: '郑国栋', say: '撤项 1 上级已取消' },
  {
    name: '同意（撤项）',
    before: [['陈静', '撤项 1 上级已取消']],
    who: '郑国栋',
    say: '同意 1',
  },
  {
    name: '退回（撤项）',
    before: [['陈静', '撤项 1 上级已取消']],
    who: '郑国栋',
    say: '退回 1 仍需报送',
  },
  {
    name: '并项',
    before: [['陈静', '交办 预算科 汇总进度 12月4日前']],
    who: '陈静',
    say: '并项 1 入 2',
  },
  {
    name: '重办',
    before: [
      ['李娜', '签收并分办 1'],
      ['李娜', '办结 1 已报送'],
      ['陈静', '同意 1'],
      ['陈静', '销号 1'],
    ],
    who: '陈静',
    say: '重办 1 企业反映未落实',
  },
  { name: '改（截止）', before: [], who: '陈静', say: '改 1 截止 12月11日12:00' },
  { name: '改（标题）', before: [], who: '陈静', say: '改 1 标题 按周报送项目情况' },
  { name: '改（依据）', before: [], who: '陈静', say: '改 1 依据 局党组第20次会议' },
  {
    name: '改（承办人）',
    before: [['李娜', '签收并分办 1']],
    who: '李娜',
    say: '改 1 承办人 @史丽萍',
  },
  { name: '拟办', before: [], who: '刘洋', say: '拟办 预算科 汇总问题 12月15日前' },
  {
    name: '立项',
    before: [['刘洋', '拟办 预算科 汇总问题 12月15日前']],
    who: '陈静',
    say: '立项 2',
  },
  {
    name: '登记离任',
    before: [['李娜', '签收并分办 1']],
    who: '马晓东',
    say: '登记 离任 @王强',
  },
  {
    name: '登记离任（科长）',
    before: [],
    who: '马晓东',
    say: '登记 离任 @李娜',
  },
  {
    name: '专班结束',
    before: [['陈静', '交办 支持企业创新发展提升专班 梳理名单 12月4日前']],
    who: '马晓东',
    say: '专班 结束 企业创新专班',
  },
  { name: '请假', before: [], who: '王强', say: '请假 12月1日至5日 代办 @史丽萍' },
  {
    name: '请假（改）',
    before: [['王强', '请假 12月1日至5日 代办 @史丽萍']],
    who: '王强',
    say: '请假 确认 12月2日至8日 代办 @江晓辉',
  },
  {
    name: '代办',
    before: [['王强', '请假 12月1日至5日']],
    who: '王强',
    say: '代办 @江晓辉',
  },
  {
    name: '销假',
    before: [['王强', '请假 今天至11月27日 代办 @史丽萍']],
    who: '王强',
    say: '销假',
  },
  { name: '次月计划 删', before: [['李娜', '次月计划']], who: '李娜', say: '次月计划 删 1' },
  { name: '次月计划 确认', before: [['李娜', '次月计划']], who: '李娜', say: '次月计划 确认' },
  {
    name: '日报新建',
    before: [],
    who: '郑国栋',
    say: '日报 新建 村镇银行 至 12月4日 成员 金融科',
  },
  {
    name: '日报',
    before: [['郑国栋', '日报 新建 村镇银行 至 12月4日 成员 金融科']],
    who: '王强',
    say: '日报 村镇银行 取款平稳',
  },
  {
    name: '议定',
    before: [['刘洋', '纪要 服务企业周例会 由金融科牵头，12月5日前拿出方案']],
    who: '刘洋',
    say: '议定 1',
  },
  {
    name: '回复意见',
    before: [['王强', '意见 材料太多']],
    who: '陈静',
    say: '回复意见 1 今后只报变化',
  },
  { name: '受理', before: [], who: '安玉梅', say: '受理 鑫源公司反映贴息未到账 电话13900001234' },
  { name: '不满意', before: [], who: '安玉梅', say: '不满意 2 三天没人联系' },
]

/** A client's matter, as far as each step of it needs. */
const counter: [string, string][] = [
  ['安玉梅', '受理 鑫源公司反映贴息未到账'],
  ['李娜', '签收并分办 2'],
]
const handedIn: [string, string][] = [...counter, ['李娜', '办结 2 已到账'], ['陈静', '同意 2']]
const closed: [string, string][] = [...handedIn, ['安玉梅', '已答复 2'], ['陈静', '销号 2']]
deeds.find((deed) => deed.name === '不满意')?.before.push(...counter)
deeds.push(
  { name: '已联系', before: counter, who: '史丽萍', say: '已联系 2 明天补材料' },
  { name: '已答复', before: handedIn, who: '安玉梅', say: '已答复 2' },
  { name: '回访满意', before: closed, who: '安玉梅', say: '回访 2 满意' },
  { name: '回访不满意', before: closed, who: '安玉梅', say: '回访 2 不满意 利息少算' },
)

const circulated: [string, string][] = [['陈静', '讲评 10月 征求意见']]
const objected: [string, string][] = [...circulated, ['李娜', '异议 讲评 10月 金融科少记一件']]
deeds.push(
  { name: '讲评征求意见', before: [], who: '陈静', say: '讲评 10月 征求意见' },
  { name: '讲评审定人', before: circulated, who: '陈静', say: '讲评 10月 审定人 @韩立峰' },
  { name: '退回讲评', before: circulated, who: '李明远', say: '退回讲评 10月 请补充' },
  { name: '异议', before: circulated, who: '李娜', say: '异议 讲评 10月 金融科少记一件' },
  { name: '答复异议', before: objected, who: '陈静', say: '答复异议 1 采纳' },
)

/** These bring a matter into the world: undone, it is withdrawn, and its number stays used. */
const births = ['交办', '批示（新事项）', '拟办', '受理', '不满意', '周交办', '议定']

describe('撤销 takes back one’s own last command', () => {
  test.each(deeds)(
    '$name: do and undo leave nothing but the two lines of history',
    async (deed) => {
      const world = await openWorld()
      try {
        if (deed.name !== '交办') await world.says('陈静', '交办 @王强 报送进度 12月4日前')
        for (const [who, say] of deed.before) await world.says(who, say)
        const before = await everything(world)
        const done = await world.says(deed.who, deed.say)
        expect(done).not.toMatch(/（E-[A-Z]+-\d+）/)
        const undone = await world.says(deed.who, '撤销')
        expect(undone).toContain('已撤销')
        const after = await everything(world)
        if (births.includes(deed.name)) {
          const born = after.matters.filter((one) => one.status === 'withdrawn')
          expect(born).toHaveLength(1)
          expect(after.matters.filter((one) => one.status !== 'withdrawn')).toEqual(before.matters)
        } else {
          expect(after.matters).toEqual(before.matters)
          expect(after.grams).toEqual(before.grams)
        }
        expect(after.duties).toEqual(before.duties)
        expect(after.absences).toEqual(before.absences)
        expect(after.office).toEqual(before.office)
        expect(after.returns).toEqual(before.returns)
        expect(after.planned).toEqual(before.planned)
        const grown = after.verbs.slice(before.verbs.length)
        expect(grown.filter((verb) => verb === '撤销').length).toBe(grown.length / 2)
      } finally {
        await world.close()
      }
    },
  )

  test('after ten minutes, or once somebody else acted, it is refused with a reason', async () => {
    const world = await openWorld()
    try {
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      await world.says('李娜', '签收 1')
      expect(await world.says('陈静', '撤销')).toContain('已有新的变动，不能撤销')
      await world.turnsTo('2026-11-23 09:11')
      expect(await world.says('李娜', '撤销')).toContain('10分钟内没有可撤销的操作')
      expect((await world.matter(1)).status).toBe('signed')
    } finally {
      await world.close()
    }
  })

  test('what was told and had not gone out is taken back; what had gone out is corrected', async () => {
    const world = await openWorld()
    try {
      await world.turnsTo('2026-11-23 20:00')
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      await world.says('陈静', '撤销')
      await world.turnsTo('2026-11-24 09:00')
      expect(world.received('李娜')).toEqual([])
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      expect(world.received('李娜').join()).toContain('陈静交办2号')
      await world.says('陈静', '撤销')
      expect(world.received('李娜').join()).toContain('陈静撤销了对2号的“交办”')
    } finally {
      await world.close()
    }
  })

  test('a topic, an opinion, a binding and a new meeting can be taken back too', async () => {
    const world = await openWorld()
    const { store } = world.ground.bot.office
    try {
      await world.says('李娜', '报议题 服务企业周例会 鑫源公司用地')
      expect(await world.says('李娜', '撤销')).toContain('已撤销：报议题')
      expect(await store.look((bound) => bound.meetings.topics(2))).toEqual([])
      const keeper = personNamed('马晓东').openId
      await world.ground.street.addMember(GROUP, keeper)
      await world.says('马晓东', '绑定 预算科', '督办工作群')
      const bound = await store.look((one) => one.chats.get(GROUP))
      await world.says('马晓东', '撤销')
      const back = await store.look((one) => one.chats.get(GROUP))
      expect(back?.unit).not.toBe(bound?.unit)
      const series = async () => (await store.look((one) => one.meetings.list())).length
      const five = await series()
      await world.says('刘洋', '例会 新建 重点项目调度会 每周三9:00 牵头 韩立峰')
      expect(await series()).toBe(five + 1)
      await world.says('刘洋', '撤销')
      expect(await series()).toBe(five)
      expect((await store.look((one) => one.journal.verify())).broken).toEqual([])
    } finally {
      await world.close()
    }
  })
})

const GROUP = chatNamed('督办工作群')

/** The whole ledger but what history and versions keep. */
async function everything(world: World) {
  return world.ground.bot.office.store.look(async (store) => {
    const open = await store.matters.find({})
    const closed = await store.matters.find({ open: false })
    const matters = [...open, ...closed].map(({ rev: _, head: __, ...rest }) => ({
      ...rest,
      closed: rest.closed !== null,
    }))
    const planned = await store.occurrences.due(Number.MAX_SAFE_INTEGER, 1000)
    const words = ['报送', '进度', '项目', '党组', '汇总']
    const grams = await Promise.all(words.map((word) => store.search.find(word)))
    return {
      matters,
      grams,
      duties: (await store.pending.all()).map((duty) => JSON.stringify(duty)).sort(),
      absences: await store.absences.open(),
      office: await officeOf(store.people.directory()),
      returns: [
        ...(await store.plans.of('2026-12')).map(({ rev: _, ...plan }) => plan),
        await store.suggestions.get(1),
        ...(await store.incidents.open()),
        ...(await store.incidents.ended()),
        ...(await store.briefs.between(1, '2026-11-23', '2026-11-23')),
      ],
      planned: planned.filter((one) => one.subject.startsWith('matter:')),
      verbs: (await Promise.all([1, 2].map((id) => store.journal.of(`matter:${id}`))))
        .flat()
        .map((line) => line.verb),
    }
  })
}

/** Everybody and every unit as they stand. */
async function officeOf(reading: Promise<Directory>) {
  const { people, units } = await reading
  return { people: [...people.values()], units: [...units.values()] }
}
