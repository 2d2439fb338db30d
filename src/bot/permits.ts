/** Who may say a sentence at all, by what he is; what he may do to one matter, the domain's rules decide. */
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import {
  isAdmin,
  isLeader,
  isSecretary,
  isSupervisor,
  keeps,
  selvesOf,
  unitsHeadedBy,
} from '../domain/people/rights.ts'

export interface Permit {
  /** Shown in 帮助 and the README: 科室负责人. */
  label: string
  may(person: Person, directory: Directory): boolean
}

export const anyone: Permit = { label: '所有人', may: () => true }
export const leaders: Permit = { label: '局领导', may: isLeader }
export const supervisors: Permit = { label: '督查室', may: isSupervisor }
export const secretaries: Permit = { label: '会议秘书', may: isSecretary }
export const admins: Permit = { label: '管理员', may: isAdmin }

/** 管理员; the 督查室 in an office that has none. */
export const keepers: Permit = { label: '管理员', may: keeps }

/** 科长, and leaders of task forces. */
export const heads: Permit = {
  label: '科室负责人',
  may: (person, directory) => unitsHeadedBy(person, directory).length > 0,
}

/** 联络员. */
export const liaisons: Permit = {
  label: '联络员',
  may: (person) => selvesOf(person).some(({ roles }) => roles.includes('liaison')),
}

/** Any of these. */
export function either(...permits: Permit[]): Permit {
  return {
    label: permits.map((permit) => permit.label).join('、'),
    may: (person, directory) => permits.some((permit) => permit.may(person, directory)),
  }
}
