/** 讲评的口径: what each number counts, in words that anybody can check. */

import type { Directory } from '../domain/people/directory.ts'
import type { Figure, FigureKey } from '../domain/review/figures.ts'

const WORDS: Readonly<Record<FigureKey, readonly [name: string, counts: string]>> = {
  created: ['新交办', '当月立项交办的事项，不含拟办、撤项、并项'],
  weekly: ['其中周交办', '当月新交办中列入周交办清单的'],
  closed: ['当月办结', '当月销号的事项'],
  inTime: ['按时办结', '当月办结中，承办单位在时限前申请办结的；经批准延期的按新时限'],
  due: ['当月到期', '时限在当月的事项，不含拟办、撤项、并项、挂起'],
  dueClosed: ['到期已办结', '当月到期中，月底前已销号的'],
  overdue: ['逾期未交', '月底已过时限、承办单位还没有申请办结的事项，不含挂起'],
  returned: ['退回', '当月审核时退回重办的次数，撤回的不算'],
  extended: ['曾延期', '当月办结中，经批准延过期的'],
  reopened: ['重办', '当月销号后重新打开的次数，撤回的不算'],
  ahead: ['下月到期', '没有办结、时限在下月底前的事项'],
}

/** `2026年10月 金融科 按时办结`. */
export function figureName(
  { key, month, unit }: Omit<Figure, 'sql' | 'value'>,
  directory: Directory,
) {
  const [year, number] = month.split('-').map(Number)
  return [`${year}年${number}月`, unit === null ? '' : directory.unitName(unit), WORDS[key][0]]
    .filter(Boolean)
    .join(' ')
}

/** What it counts. */
export const figureCounts = (key: FigureKey): string => WORDS[key][1]

/** `10月`. */
export const monthSaid = (month: string): string => `${Number(month.slice(5))}月`

/** `97.6%`; exactly all of them is 100%, and nearly all is not rounded up to it. */
export function percentSaid(good: number, all: number): string {
  if (all === 0) return '—'
  if (good === all) return '100%'
  return `${Math.min(99.9, Math.round((1000 * good) / all) / 10)}%`
}
