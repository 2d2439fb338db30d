/** What those who carry the matters told on the way: 报, 延期, 催办, 报议题, 意见. */
import { groups } from './chats.ts'
import type { SampleLine } from './story-line.ts'

const { supervision, finance, capital, farming, construction, assets } = groups

/** Reports stand in the unit's group or in the private chat, as people do it. */
export const underWay: readonly SampleLine[] = [
  { day: -9, clock: '10:10', as: 'haojunfeng', in: 'bot', say: '报 2 已核对疑点26条，完成50%' },
  { day: -7, clock: '16:40', as: 'wangqiang', in: finance, say: '报 1 已摸排在建楼盘，完成40%' },
  {
    day: -7,
    clock: '17:05',
    as: 'luzhiwen',
    in: construction,
    say: '报 4 已拨付18个项目，完成60%',
  },
  { day: -6, clock: '15:22', as: 'lizhichao', in: capital, say: '报 3 已走访9家企业，完成50%' },
  { day: -5, clock: '9:26', as: 'zhaomin', in: farming, say: '报 7 承保清单已核对完毕，完成80%' },
  {
    day: -4,
    clock: '11:02',
    as: 'luzhiwen',
    in: 'bot',
    say: '报 4 两个项目用地手续待补，已请市自然资源部门协调，完成70%',
  },
  { day: -3, clock: '10:18', as: 'shiliping', in: finance, say: '报 8 已审核36户材料，完成50%' },
  {
    day: -3,
    clock: '15:36',
    as: 'wangqiang',
    in: 'bot',
    say: '报 1 已与5家银行议定融资安排，完成80%',
  },
  { day: -3, clock: '16:20', as: 'taozhiguo', in: farming, say: '报 9 已收齐6个县区数据，完成60%' },
  { day: -2, clock: '9:05', as: 'lina', in: finance, say: '协办 8 国库科 核对贴息资金拨付数' },
  { day: -2, clock: '9:14', as: 'zhangwei', in: 'bot', say: '报 5 已复核42个部门，完成70%' },
  {
    day: -2,
    clock: '10:30',
    as: 'jiangxiaohui',
    in: groups.enterprises,
    say: '报议题 服务企业周例会 惠企贴息资金到账慢',
  },
  {
    day: -2,
    clock: '10:46',
    as: 'jixiaonan',
    in: groups.projects,
    say: '报议题 重点项目建设周例会 专项债券项目用地手续',
  },
  { day: -2, clock: '17:10', as: 'hejunjie', in: 'bot', say: '意见 周例会材料太多，建议只报变化' },
  {
    day: -2,
    clock: '15:10',
    as: 'zhengguodong',
    in: 'bot',
    say: '日报 新建 村镇银行 至 {+9} 成员 金融科、金融风险防控科',
  },
  { day: -1, clock: '9:05', as: 'chenjing', in: supervision, say: '催办 4' },
  { day: -1, clock: '9:40', as: 'lizhichao', in: capital, say: '报 3 辅导进度表已成稿，完成90%' },
  { day: -1, clock: '10:12', as: 'mowenlong', in: assets, say: '报 6 已补权属证明3处，完成90%' },
  { day: -1, clock: '10:20', as: 'jiangxiaohui', in: 'bot', say: '日报 村镇银行 今日取款平稳' },
  {
    day: -1,
    clock: '11:25',
    as: 'lina',
    in: finance,
    say: '延期 8 到{+7} 等省厅贴息资金批复',
  },
]
