/** The five weekly meetings (五大周例会) as the bureau takes part in them (domain.md A.3 MT1, E.3). */
import { groups } from './chats.ts'

export interface SampleMeeting {
  name: string
  aliases: readonly string[]
  /** 1 for Monday to 7 for Sunday; a holiday moves it to the first working day of the week. */
  weekday: number
  /** `HH:MM`. */
  time: string
  /** The bureau leads the one on enterprises and cooperates in the others. */
  bureau: 'lead' | 'support'
  /** The leader who goes there, by key. */
  leader: string
  /** The bureau's own lead unit and the units that support it, by name. */
  lead: string
  support: readonly string[]
  /** The bound group, or null where members are told in private. */
  chat: string | null
  /** 会议秘书, by key. */
  secretary: string
}

/** All on Monday, one after the other. */
export const meetings: readonly SampleMeeting[] = [
  {
    name: '重点项目建设周例会',
    aliases: ['重点项目建设', '重点项目周例会', '重点项目'],
    weekday: 1,
    time: '09:00',
    bureau: 'support',
    leader: 'hanlifeng',
    lead: '经济建设科',
    support: ['预算科', '金融科', '地方政府债券提升专班'],
    chat: groups.projects,
    secretary: 'liuyang',
  },
  {
    name: '服务企业周例会',
    aliases: ['服务企业'],
    weekday: 1,
    time: '10:30',
    bureau: 'lead',
    leader: 'zhengguodong',
    lead: '金融科',
    support: ['资本市场科', '国库科', '支持企业创新发展提升专班'],
    chat: groups.enterprises,
    secretary: 'liuyang',
  },
  {
    name: '城建交通工程周例会',
    aliases: ['城建交通工程', '城建交通'],
    weekday: 1,
    time: '14:30',
    bureau: 'support',
    leader: 'hanlifeng',
    lead: '经济建设科',
    support: ['资产管理科', '服务城市更新提质提升专班'],
    chat: null,
    secretary: 'liuyang',
  },
  {
    name: '招商引资周例会',
    aliases: ['招商引资'],
    weekday: 1,
    time: '15:30',
    bureau: 'support',
    leader: 'fengyaqin',
    lead: '资本市场科',
    support: ['政府基金提升专班', '法规监督科'],
    chat: null,
    secretary: 'liuyang',
  },
  {
    name: '安全稳定周例会',
    aliases: ['安全稳定'],
    weekday: 1,
    time: '16:30',
    bureau: 'support',
    leader: 'gaojianping',
    lead: '金融风险防控科',
    support: ['社会保障科', '办公室'],
    chat: null,
    secretary: 'liuyang',
  },
]
