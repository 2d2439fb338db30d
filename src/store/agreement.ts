/** A matter's row against its own history: what the lines say it came to is what the row must say (F22). */
import type { Matter } from '../domain/matter/matter.ts'
import { noSides } from '../domain/matter/sides.ts'
import { matterOf } from './matter-row.ts'
import type { Tables } from './tables.ts'

/** What the lines of a chain come to, field by field. */
export type Told = Record<string, unknown>

/** One line more: what changed stands as it was told last. */
export function toldBy(told: Told, line: Pick<Tables['journal'], 'change'>): Told {
  const { after } = JSON.parse(line.change) as { after?: Told }
  return after ? Object.assign(told, after) : told
}

const SAID: Partial<Record<keyof Matter, string>> = {
  title: '标题',
  basis: '依据',
  lead: '承办单位',
  handler: '承办人',
  status: '状态',
  due: '时限',
  firstDue: '原定时限',
  report: '进展',
  closing: '办理结果',
  extension: '延期申请',
  grade: '等次',
  instruction: '批示',
  refusal: '说不',
  supports: '协办',
  papers: '督办文书',
  risks: '风险报备',
  attachments: '附件',
}

/** The fields of a row that say something else than its history. A field no line ever told of may come from a migration, unless it is kept aside. */
export function disagreeing(row: Tables['matters'], told: Told): string[] {
  const matter = matterOf(row)
  const fields = (Object.keys(matter) as (keyof Matter)[]).filter((field) => {
    if (field === 'rev' || field === 'head') return false
    if (!(field in told)) return field in noSides && !isEmpty(matter[field])
    return !same(matter[field], told[field])
  })
  return fields.map((field) => SAID[field] ?? field)
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0)

const same = (one: unknown, other: unknown): boolean =>
  (isEmpty(one) && isEmpty(other ?? null)) || JSON.stringify(one) === JSON.stringify(other)
