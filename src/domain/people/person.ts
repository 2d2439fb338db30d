/** Persons and units, as the roster gives them (domain.md B.7 who is who). */
import type { Day } from '../time/day.ts'

/** Rank: 主要领导, 分管领导, 其他处级, 科长, 副科长, 科员. */
export type Post = 'principal' | 'leader' | 'division' | 'head' | 'deputy' | 'staff'

/** What a person does besides his post: 督查员, 会议秘书, 管理员, 联络员, 窗口, 党务. */
export type Role = 'supervisor' | 'secretary' | 'admin' | 'liaison' | 'counter' | 'party'

export interface Person {
  id: number
  name: string
  /** The home unit's id. */
  unit: number
  title: string
  post: Post
  roles: Role[]
  openId: string | null
  unionId: string | null
  mobile: string | null
  /** Gone from the bureau; kept because history names him. */
  left: boolean
  /** Those whose place he takes today (代办); only the one who speaks or looks has it. */
  standsFor?: readonly Person[]
}

export interface Unit {
  id: number
  name: string
  aliases: string[]
  kind: 'department' | 'office' | 'task_force' | 'leaders'
  /** The unit this one sits in. */
  parent: number | null
  /** 负责人: the person who signs and hands out. */
  head: number | null
  /** 分管领导. */
  charge: number | null
  /** Seats of a task force beyond home units, by person id. */
  members: number[]
  /** Last day of a task force. */
  ends: Day | null
}
