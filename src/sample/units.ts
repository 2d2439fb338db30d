/** The units of the sample office: who heads them, and which leader is in charge (分管). */
import type { Unit } from '../domain/people/person.ts'
import { taskForces } from './task-forces.ts'

export interface SampleUnit {
  name: string
  aliases: readonly string[]
  kind: Unit['kind']
  /** Name of the unit this one sits in. */
  parent: string | null
  /** 负责人, by key. */
  head: string
  /** 分管领导, by key. */
  charge: string
  /** Seats of a task force beyond home units, by key; empty elsewhere. */
  members: readonly string[]
}

/** Names as in the bureau's founding paper; the 加挂 parts and short forms are aliases. */
const house: readonly Omit<SampleUnit, 'members'>[] = [
  unit('局领导', ['局班子', '领导班子'], 'leaders', 'limingyuan', 'limingyuan'),
  unit(
    '办公室',
    ['综合科', '局办公室', '办公室（综合科）'],
    'department',
    'zhouzhigang',
    'shenhuimin',
  ),
  // The 督查室 answers to the principal himself, so that no leader in charge reviews his own field.
  {
    ...unit('督查室', ['局督查室', '政务督查室'], 'office', 'chenjing', 'limingyuan'),
    parent: '办公室',
  },
  unit(
    '人事教育科',
    ['人教科', '机关党委办', '机关党委'],
    'department',
    'xiechangqing',
    'shenhuimin',
  ),
  unit('预算科', [], 'department', 'dujianhua', 'hanlifeng'),
  unit('国库科', [], 'department', 'xiongguoan', 'hanlifeng'),
  unit('金融科', ['普惠金融科', '金融服务科'], 'department', 'lina', 'zhengguodong'),
  unit('资本市场科', ['资本科', '上市办'], 'department', 'wanzhihong', 'zhengguodong'),
  unit('金融风险防控科', ['风险防控科', '风控科'], 'department', 'wuweidong', 'zhengguodong'),
  unit('农业农村科', ['农业科', '农财科'], 'department', 'yinjianye', 'shenhuimin'),
  unit('经济建设科', ['经建科', '债券办'], 'department', 'yanxuejun', 'hanlifeng'),
  unit('社会保障科', ['社保科'], 'department', 'tongaimin', 'shenhuimin'),
  unit('资产管理科', ['资产科', '国资科'], 'department', 'liudongsheng', 'fengyaqin'),
  unit('法规监督科', ['法规科', '监督科'], 'department', 'fangzhengping', 'fengyaqin'),
]

/** 局领导, the twelve departments with the 督查室 inside the 办公室, and the seven task forces. */
export const units: readonly SampleUnit[] = [
  ...house.map((one) => ({ ...one, members: [] })),
  ...taskForces.map((force) => ({ ...force, kind: 'task_force' as const, parent: null })),
]

/** A unit by name; an unknown name is a fault of the sample. */
export function unitOf(name: string): SampleUnit {
  const found = units.find((one) => one.name === name)
  if (!found) throw new Error(`no ${name} in the sample office`)
  return found
}

function unit(
  name: string,
  aliases: string[],
  kind: Unit['kind'],
  head: string,
  charge: string,
): Omit<SampleUnit, 'members'> {
  return { name, aliases, kind, parent: null, head, charge }
}
