/** Dates, spans and states in an office's own words. */
import type { DutyKind } from '../domain/matter/duties.ts'
import type { Light } from '../domain/matter/light.ts'
import type { Matter, Status } from '../domain/matter/matter.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import {
  addDays,
  clockOf,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  weekdayName,
  weekdayOf,
} from '../domain/time/day.ts'

/** `11月27日 周五 18:00`, with the year when it is not this one and a mark when the day is unusual. */
export function whenSaid(at: Instant, now: Instant, calendar: Calendar): string {
  const mark = dayMark(dayOf(at), calendar)
  return `${daySaid(dayOf(at), dayOf(now))} ${clockOf(at)}${mark && `（${mark}）`}`
}

/** `11月27日 周五`. */
export function daySaid(day: Day, today: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  const far = day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`
  return `${far}${month}月${date}日 ${weekdayName(day)}`
}

/** `明天 `, `下周五 `: a relative word to stand before the absolute date; empty when none is natural. */
export function relative(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  const near = ({ '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' } as Record<string, string>)[days]
  if (near) return `${near} `
  const monday = addDays(today, 1 - weekdayOf(today))
  const weeks = Math.floor(daysBetween(monday, day) / 7)
  if (weeks === 0) return `本${weekdayName(day)} `
  return weeks === 1 ? `下${weekdayName(day)} ` : ''
}

/** The relative word and the absolute date together, the weekday once: `下周五 12月4日 18:00`, `明天 11月24日 周二 18:00`. */
export function dueSaid(at: Instant, now: Instant, calendar: Calendar): string {
  const near = relative(dayOf(at), dayOf(now))
  const said = whenSaid(at, now, calendar)
  const weekday = weekdayName(dayOf(at))
  return near + (near.includes(weekday) ? said.replace(` ${weekday}`, '') : said)
}

/** 休息日, 调休上班, 国庆: what is unusual about a day; empty for an ordinary working day. */
export function dayMark(day: Day, calendar: Calendar): string {
  const weekend = weekdayOf(day) > 5
  if (calendar.isWorkday(day)) return weekend ? '调休上班' : ''
  return calendar.holidayOf(day) ?? '休息日'
}

/** `11-23 09:12`, for lines of a history. */
export const stamp = (at: Instant): string => `${dayOf(at).slice(5)} ${clockOf(at)}`

/** `逾期3天`, `今天到期`, `还有2天`, by calendar days. */
export function remaining(at: Instant, now: Instant): string {
  const days = daysBetween(dayOf(now), dayOf(at))
  if (at < now) return days < 0 ? `逾期${-days}天` : '今天已逾期'
  return days === 0 ? '今天到期' : `还有${days}天`
}

export const lightSign: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴' }

export const lightName: Readonly<Record<Light, string>> = { green: '绿', yellow: '黄', red: '红' }

const statusWords: Readonly<Record<Status, string>> = {
  draft: '拟办',
  registered: '待转办',
  assigned: '待签收',
  signed: '待分办',
  in_progress: '办理中',
  close_requested: '待审核',
  completed: '待销号',
  closed_out: '已销号',
  archived: '已归档',
  suspended: '挂起',
  withdrawn: '已撤项',
  merged: '已并项',
}

/** A status by its own name. */
export const statusName = (status: Status): string => statusWords[status]

/** Where a matter stands: 办理中, 待审核, 退回重办. */
export function statusSaid(matter: Pick<Matter, 'status' | 'returned' | 'extension'>): string {
  if (matter.status !== 'in_progress') return statusWords[matter.status]
  return matter.extension ? '延期待批' : matter.returned > 0 ? '退回重办' : '办理中'
}

export const dutyWords: Readonly<Record<DutyKind, string>> = {
  register: '待立项',
  sign: '待签收',
  refer: '待转办',
  deploy: '待分办',
  carry: '待办理',
  support: '待协办反馈',
  extension: '待批延期',
  withdrawal: '待批撤项',
  review: '待审核',
  close: '待销号',
  refusal: '待答复说“不”',
  contact: '待联系服务对象',
  answer: '待答复服务对象',
  callback: '待回访',
}

/** The first characters of a text, with … when there is more. */
export function shortened(text: string, length: number): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`
}
