/** The words of the roster: its columns, ranks and duties as an office writes them. */
import type { Post, Role } from '../domain/people/person.ts'

/** Ranks from the top down, as the column 岗位 takes them. */
export const postWords: Readonly<Record<Post, string>> = {
  principal: '主要领导',
  leader: '分管领导',
  division: '其他处级',
  head: '科长',
  deputy: '副科长',
  staff: '科员',
}

/** Duties, as the column 职责 takes them. */
export const roleWords: Readonly<Record<Role, string>> = {
  supervisor: '督查员',
  secretary: '会议秘书',
  admin: '管理员',
  liaison: '联络员',
  counter: '窗口',
  party: '党务',
}

export type RosterColumn =
  | 'name'
  | 'unit'
  | 'title'
  | 'post'
  | 'mobile'
  | 'roles'
  | 'charges'
  | 'note'
  | 'remits'

/** Titles of the columns in the template's order; the first is ours, the others are what offices write instead. */
export const columnTitles: Readonly<Record<RosterColumn, readonly [string, ...string[]]>> = {
  name: ['姓名'],
  unit: ['部门', '科室', '单位', '所在部门', '所在单位', '所在科室'],
  title: ['职务', '职务职级'],
  post: ['岗位', '岗位类别'],
  mobile: ['手机号', '手机', '手机号码', '联系电话'],
  roles: ['职责', '督办职责'],
  charges: ['分管部门', '分管科室', '分管'],
  note: ['备注'],
  remits: ['业务分工', '职责分工', '工作分工', '分工', '负责业务'],
}

/** Without these no line can be read. */
export const neededColumns: readonly RosterColumn[] = ['name', 'unit', 'post']
