/** The farmers' calendar and the solar terms, from a pinned table: never from the machine's own. */
import { LunarDay, LunarMonth, SolarTerm } from 'tyme4ts'
import { addDays, type Day } from './day.ts'

interface Solar {
  getYear(): number
  getMonth(): number
  getDay(): number
}

function dayText(solar: Solar): Day {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(solar.getYear()).padStart(4, '0')}-${two(solar.getMonth())}-${two(solar.getDay())}`
}

// Computed once: a lunar date of a year never changes.
const known = new Map<number, Day | undefined>()

/**
 * The day of a lunar date, the lunar year named by the solar year in which it begins
 * (腊月 of lunar 2026 falls early in 2027). Day 30 of a short month gives undefined.
 */
export function lunarDay(year: number, month: number, day: number): Day | undefined {
  const key = (year * 100 + month) * 100 + day
  if (!known.has(key)) known.set(key, compute(year, month, day))
  return known.get(key)
}

function compute(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined
  if (day > LunarMonth.fromYm(year, month).getDayCount()) return undefined
  return dayText(LunarDay.fromYmd(year, month, day).getSolarDay())
}

/** The last day of a lunar year, 除夕, before 春节 of the solar year after it. */
export function lunarYearsEnd(year: number): Day {
  return addDays(lunarDay(year + 1, 1, 1) as Day, -1)
}

/** 清明 of a solar year: 4 to 6 April. */
export function clearBright(year: number): Day {
  return dayText(SolarTerm.fromName(year, '清明').getSolarDay())
}
