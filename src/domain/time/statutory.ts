/** 全国年节及纪念日放假办法 (November 2024): the thirteen days that are off in every year. */
import { addDays, type Day } from './day.ts'
import { clearBright, lunarDay, lunarYearsEnd } from './lunar.ts'

/** The seven festivals that give days off, in the order of the year. */
export const festivals = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const

/** A festival that gives days off. */
export type Festival = (typeof festivals)[number]

const known = new Map<number, ReadonlyMap<Day, Festival>>()

/** The day a festival itself falls on in a solar year (春节: 正月初一). */
export function festivalDay(festival: Festival, year: number): Day {
  switch (festival) {
    case '元旦':
      return `${year}-01-01`
    case '春节':
      return addDays(lunarYearsEnd(year - 1), 1)
    case '清明':
      return clearBright(year)
    case '劳动节':
      return `${year}-05-01`
    case '端午':
      return lunarDay(year, 5, 5) as Day
    case '中秋':
      return lunarDay(year, 8, 15) as Day
    case '国庆':
      return `${year}-10-01`
  }
}

/** The thirteen statutory days off of a solar year, each with its festival; kept once computed. */
export function statutoryDays(year: number): ReadonlyMap<Day, Festival> {
  const ready = known.get(year)
  if (ready) return ready
  const days = new Map<Day, Festival>()
  for (const festival of festivals) {
    const day = festivalDay(festival, year)
    const [first, last] =
      festival === '春节'
        ? [-1, 2]
        : festival === '劳动节'
          ? [0, 1]
          : festival === '国庆'
            ? [0, 2]
            : [0, 0]
    for (let i = first; i <= last; i++) {
      // 中秋 on one of the days of 国庆 keeps the name of 国庆, as the notices do.
      days.set(addDays(day, i), festival)
    }
  }
  known.set(year, days)
  return days
}
