/** What else comes round: the task forces' 推进会, 党组会议, studies and the branches' meetings (domain.md A.3 MT3–MT9). */
import type { SeriesKind } from '../domain/meeting/series.ts'
import type { Recurrence } from '../domain/time/recurrence.ts'
import { branches, type SampleBranch } from './branches.ts'
import { groups } from './chats.ts'
import { taskForces } from './task-forces.ts'

export interface SampleRound {
  name: string
  kind: SeriesKind
  /** Without the day it begins. */
  rule: Exclude<Recurrence, { every: 'day' | 'week' }> | { weekday: number; clock: string }
  /** Who leads, by key; nobody by name where the branches do it themselves. */
  leader: string | null
  /** The unit whose matters make up its field, by name. */
  lead: string | null
  chat: string | null
  /** Who keeps it, by key. */
  secretary: string
  /** 第一议题 is demanded. */
  study: boolean
  restDay: '顺延' | '跳过'
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const EVERY_QUARTER = [3, 6, 9, 12]

/** The n-th such weekday of these months. */
const monthly = (nth: number, weekday: number, clock: string, months = EVERY_MONTH) =>
  ({ every: 'month', months, places: [{ weekday, nth }], clock }) as const

/** Three of the task forces have groups of their own. */
const forceChats: Readonly<Record<string, string>> = {
  政府基金提升专班: groups.funds,
  支持企业创新发展提升专班: groups.innovation,
  推进乡村振兴提升专班: groups.countryside,
}

/** In the third week of a month, at most two a day. */
const progress: SampleRound[] = taskForces.map((force, i) => ({
  name: `${force.name}推进会`,
  kind: '推进会',
  rule: monthly(3, 2 + Math.floor(i / 2), i % 2 === 0 ? '15:00' : '16:00'),
  leader: force.head,
  lead: force.name,
  chat: forceChats[force.name] ?? null,
  secretary: force.members[0]!,
  study: false,
  restDay: '顺延',
}))

const round = (name: string, rule: SampleRound['rule'], kind: SeriesKind): SampleRound => ({
  name,
  kind,
  rule,
  leader: null,
  lead: null,
  chat: null,
  secretary: 'xiechangqing',
  study: false,
  restDay: '顺延',
})

/** Each branch at a time of its own. */
const CLOCKS = ['15:00', '15:30', '16:00', '16:30']

/** 三会一课 and 主题党日 of one branch: its secretary leads, a member of its committee keeps them. */
const ofBranch = ({ name, secretary, committee }: SampleBranch, i: number): SampleRound[] =>
  (
    [
      ['党员大会', monthly(2, 4, CLOCKS[i]!, EVERY_QUARTER), '三会一课'],
      ['支委会', monthly(1, 4, CLOCKS[i]!), '三会一课'],
      ['党小组会', monthly(1, 5, CLOCKS[i]!), '三会一课'],
      ['党课', monthly(2, 2, CLOCKS[i]!, EVERY_QUARTER), '三会一课'],
      ['主题党日', monthly(2, 1 + i, '17:00'), '主题党日'],
    ] as const
  ).map(([what, rule, kind]) => ({
    ...round(`${name}${what}`, rule, kind),
    leader: secretary,
    secretary: committee[1]!,
  }))

/** Seven 推进会, 党组会议, 中心组学习, Monday's study, 月讲评, and each branch's 三会一课 and 主题党日. */
export const rounds: readonly SampleRound[] = [
  ...progress,
  {
    ...round('党组会议', monthly(2, 3, '09:00'), '党组会议'),
    leader: 'limingyuan',
    lead: '局领导',
    secretary: 'zhouzhigang',
    study: true,
  },
  {
    ...round('中心组学习', monthly(2, 5, '15:00', EVERY_QUARTER), '中心组学习'),
    leader: 'limingyuan',
    lead: '局领导',
    study: true,
  },
  {
    ...round('周一集中学习', { weekday: 1, clock: '08:30' }, '集中学习'),
    restDay: '跳过',
  },
  {
    ...round('月讲评会', monthly(2, 4, '10:00'), '月讲评'),
    leader: 'limingyuan',
    lead: '督查室',
    secretary: 'chenjing',
  },
  ...branches.flatMap(ofBranch),
]
