/** What does not add up in a holiday notice. */
import { type Day, daysBetween, weekdayName, weekdayOf } from './day.ts'
import { type Festival, festivalDay, festivals } from './statutory.ts'

/** One festival's part of the notice, as written. */
export interface Section {
  festival: Festival
  first: Day
  last: Day
  /** 共N天, when it is said. */
  count: number | undefined
  work: readonly Day[]
  /** Days with the weekday that the notice puts in brackets behind them. */
  weekdays: readonly (readonly [day: Day, weekday: string])[]
}

/** Chinese sentences on every discrepancy between the sections of a year's notice and the calendar. */
export function discrepancies(year: number, sections: readonly Section[]): string[] {
  return [...sections.flatMap(within), ...missing(year, sections), ...between(sections)]
}

function within({ festival, first, last, count, work, weekdays }: Section): string[] {
  const findings: string[] = []
  if (last < first) findings.push(`${festival}：放假的止日${shown(last)}早于起日${shown(first)}。`)
  const days = daysBetween(first, last) + 1
  if (count !== undefined && last >= first && count !== days) {
    findings.push(`${festival}：${shown(first)}至${shown(last)}是${days}天，通知写的是${count}天。`)
  }
  for (const [day, weekday] of weekdays) {
    if (weekdayName(day) !== weekday) {
      findings.push(`${festival}：${shown(day)}在通知里写成了${weekday}。`)
    }
  }
  for (const day of work) {
    if (weekdayOf(day) <= 5) findings.push(`${festival}：调休上班的${shown(day)}不是周末。`)
  }
  return findings
}

function missing(year: number, sections: readonly Section[]): string[] {
  return festivals.flatMap((festival) => {
    const day = festivalDay(festival, year)
    if (sections.some(({ first, last }) => first <= day && day <= last)) return []
    return [`没有${festival}的放假安排，${festival}是${shown(day)}。`]
  })
}

function between(sections: readonly Section[]): string[] {
  const findings: string[] = []
  for (const [i, one] of sections.entries()) {
    for (const other of sections.slice(i + 1)) {
      if (one.first <= other.last && other.first <= one.last) {
        findings.push(`${one.festival}和${other.festival}的放假日期重叠。`)
      }
    }
    const clash = sections
      .flatMap(({ work }) => work)
      .find((day) => one.first <= day && day <= one.last)
    if (clash) findings.push(`${shown(clash)}既放假又上班。`)
  }
  return findings
}

function shown(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（${weekdayName(day)}）`
}
