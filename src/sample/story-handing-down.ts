/** How the twelve matters came down: 交办, 签收, 分办. */
import { groups } from './chats.ts'
import type { SampleLine } from './story-line.ts'

const { supervision, leaders, finance, capital, farming, construction, budget, assets } = groups

/** Number 10 stays signed and not handed out, number 11 stays unsigned. */
export const handingDown: readonly SampleLine[] = [
  // 1: assigned to a person, so his unit leads; waits for review at the end.
  {
    day: -10,
    clock: '9:12',
    as: 'chenjing',
    in: supervision,
    say: '交办 @[lina] 报送问题楼盘化解金融支持方案 {+3} 依据 局党组第18次会议',
  },
  // 2: closed out in time.
  {
    day: -10,
    clock: '9:18',
    as: 'chenjing',
    in: supervision,
    say: '交办 国库科 核对国库集中支付动态监控疑点 {-3}',
  },
  { day: -10, clock: '10:22', as: 'lina', in: finance, say: '签收 1' },
  {
    day: -10,
    clock: '10:24',
    as: 'lina',
    in: finance,
    say: '分办 1 @[wangqiang] 先摸清楼盘底数再拿方案',
  },
  { day: -10, clock: '14:35', as: 'xiongguoan', in: 'bot', say: '签收 2' },
  { day: -10, clock: '14:37', as: 'xiongguoan', in: 'bot', say: '分办 2 @[haojunfeng]' },
  // 3: due tomorrow.
  {
    day: -9,
    clock: '8:52',
    as: 'zhengguodong',
    in: leaders,
    say: '交办 资本市场科 梳理上市后备企业辅导进度 {+1}',
  },
  { day: -9, clock: '9:40', as: 'wanzhihong', in: capital, say: '签收 3' },
  { day: -9, clock: '9:41', as: 'wanzhihong', in: capital, say: '分办 3 @[lizhichao]' },
  // 4: overdue.
  {
    day: -9,
    clock: '15:20',
    as: 'hanlifeng',
    in: construction,
    say: '交办 经济建设科 督促专项债券项目加快支付进度 {-2}',
  },
  { day: -9, clock: '16:02', as: 'yanxuejun', in: construction, say: '签收 4' },
  {
    day: -9,
    clock: '16:05',
    as: 'yanxuejun',
    in: construction,
    say: '分办 4 @[luzhiwen] 逐个项目列出支付障碍',
  },
  // 5: in progress, handed to one of two persons of the same name.
  {
    day: -8,
    clock: '9:30',
    as: 'chenjing',
    in: supervision,
    say: '交办 预算科 完成部门预算绩效目标复核 {+4}',
  },
  // 6: returned once.
  {
    day: -8,
    clock: '9:33',
    as: 'chenjing',
    in: supervision,
    say: '交办 资产管理科 报送闲置国有资产盘活台账 {+2}',
  },
  { day: -8, clock: '10:15', as: 'dujianhua', in: budget, say: '签收 5' },
  { day: -8, clock: '10:16', as: 'dujianhua', in: budget, say: '分办 5 @[zhangwei]' },
  { day: -8, clock: '11:08', as: 'mowenlong', in: assets, say: '签收 6' },
  { day: -8, clock: '11:20', as: 'liudongsheng', in: assets, say: '分办 6 @[mowenlong]' },
  // 7: a leader's own instruction, closed out by her word.
  {
    day: -7,
    clock: '9:05',
    as: 'shenhuimin',
    in: farming,
    say: '交办 农业农村科 拨付农业保险保费补贴资金 {-2}',
  },
  { day: -7, clock: '9:50', as: 'yinjianye', in: farming, say: '签收 7' },
  {
    day: -7,
    clock: '9:52',
    as: 'yinjianye',
    in: farming,
    say: '分办 7 @[zhaomin] 先核对承保清单',
  },
  // 8: an extension waits.
  {
    day: -6,
    clock: '9:16',
    as: 'liangshuhang',
    in: supervision,
    say: '交办 金融科 兑付惠企贷款贴息资金 {+2}',
  },
  { day: -6, clock: '10:04', as: 'jiangxiaohui', in: finance, say: '签收 8' },
  { day: -6, clock: '10:31', as: 'lina', in: finance, say: '分办 8 @[shiliping]' },
  // 9: a head inside his own unit.
  {
    day: -5,
    clock: '8:40',
    as: 'yinjianye',
    in: farming,
    say: '交办 @[taozhiguo] 汇总整村授信和普惠金融进展 {+4}',
  },
  // 10: signed only.
  {
    day: -2,
    clock: '16:12',
    as: 'zhengguodong',
    in: leaders,
    say: '交办 @[lina] 筹备专精特新企业银企对接会 {+8}',
  },
  { day: -1, clock: '8:45', as: 'lina', in: 'bot', say: '签收 10' },
  // 11: nobody has signed yet.
  {
    day: -1,
    clock: '14:26',
    as: 'chenjing',
    in: supervision,
    say: '交办 金融风险防控科 开展小额贷款公司现场检查 {+6}',
  },
  // 12: in a task force's group the task force leads.
  {
    day: -1,
    clock: '15:48',
    as: 'zhengguodong',
    in: groups.innovation,
    say: '交办 @[wangqiang] 汇总首批企业技改贷款需求 {+7}',
  },
]
