/** The groups of the sample office that the bot sits in. */
import { duties } from './duties.ts'
import { chatIdOf } from './platform-id.ts'
import { roll } from './roll.ts'
import { taskForces } from './task-forces.ts'

export interface SampleChat {
  /** `oc_` and 32 hex digits. */
  id: string
  name: string
  /** Keys of the people in it. */
  members: readonly string[]
  /** Name of the unit it is bound to. */
  unit?: string
  /** Name of the weekly meeting it is bound to. */
  meeting?: string
}

/** Chat ids by what the group is for. */
export const groups = {
  supervision: chatIdOf('supervision'),
  leaders: chatIdOf('leaders'),
  office: chatIdOf('office'),
  budget: chatIdOf('budget'),
  finance: chatIdOf('finance'),
  capital: chatIdOf('capital'),
  farming: chatIdOf('farming'),
  construction: chatIdOf('construction'),
  assets: chatIdOf('assets'),
  funds: chatIdOf('funds'),
  innovation: chatIdOf('innovation'),
  countryside: chatIdOf('countryside'),
  enterprises: chatIdOf('enterprises'),
  projects: chatIdOf('projects'),
} as const

const leadership = ofPosts('principal', 'leader')
const heads = ofPosts('head')

/** Fourteen groups: supervision, the leaders' office meeting, seven departments, three task forces, two weekly meetings. */
export const chats: readonly SampleChat[] = [
  {
    id: groups.supervision,
    name: '督办工作群',
    unit: '督查室',
    members: among(leadership, duties.supervisor, heads, duties.liaison),
  },
  {
    id: groups.leaders,
    name: '局长办公会群',
    unit: '局领导',
    members: among(leadership, ['zhouzhigang', 'chenjing', 'liuyang']),
  },
  department(groups.office, '办公室', ['chenjing', 'liangshuhang', 'songwanqing', 'shenhuimin']),
  department(groups.budget, '预算科', ['hanlifeng']),
  department(groups.finance, '金融科', ['zhengguodong', 'penghaitao']),
  department(groups.capital, '资本市场科', ['zhengguodong']),
  department(groups.farming, '农业农村科', ['shenhuimin', 'xuguilan']),
  department(groups.construction, '经济建设科', ['hanlifeng']),
  department(groups.assets, '资产管理科', ['fengyaqin']),
  taskForce(groups.funds, '政府基金提升专班', '政府基金专班群'),
  taskForce(groups.innovation, '支持企业创新发展提升专班', '支持企业创新发展专班群'),
  taskForce(groups.countryside, '推进乡村振兴提升专班', '推进乡村振兴专班群'),
  {
    id: groups.enterprises,
    name: '服务企业周例会群',
    meeting: '服务企业周例会',
    members: among(
      ['zhengguodong', 'liuyang', 'chenjing'],
      ['lina', 'wangqiang', 'jiangxiaohui', 'shiliping'],
      ['wanzhihong', 'duanxiaohui', 'yinxiaoxia', 'xiongguoan', 'baixuemei'],
    ),
  },
  {
    id: groups.projects,
    name: '重点项目建设周例会群',
    meeting: '重点项目建设周例会',
    members: among(
      ['hanlifeng', 'liuyang', 'chenjing', 'penghaitao'],
      ['yanxuejun', 'niulixia', 'luzhiwen', 'jixiaonan'],
      ['dujianhua', 'renjianing', 'lina', 'jiangxiaohui'],
    ),
  },
]

/** A department's own group: its people and the leaders who follow it. */
function department(id: string, unit: string, guests: string[]): SampleChat {
  const home = roll.find((one) => one.unit === unit)?.rows.map(([key]) => key) ?? []
  return { id, name: `${unit}工作群`, unit, members: among(guests, home) }
}

function taskForce(id: string, unit: string, name: string): SampleChat {
  const force = taskForces.find((one) => one.name === unit)!
  return { id, name, unit, members: among([force.head], force.members) }
}

function ofPosts(...posts: string[]): string[] {
  return roll.flatMap(({ rows }) =>
    rows.filter((row) => posts.includes(row[3])).map(([key]) => key),
  )
}

function among(...lists: (readonly string[])[]): string[] {
  return [...new Set(lists.flat())]
}
