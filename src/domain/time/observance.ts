/** Days with a name that give nobody a day off, and lunar dates: 正月十五, 腊月二十三, 小年, 七一, 教师节. */
import { addDays, type Day, daysBetween } from './day.ts'
import type { Frame } from './frame.ts'
import { lunarDay, lunarYearsEnd } from './lunar.ts'
import { behind } from './marker.ts'
import { monthOf } from './month.ts'
import { nearestDate } from './nearest.ts'
import { numberOf } from './numerals.ts'
import type { Core, Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'

const LUNAR = sticky(
  '(?:农历|阴历|旧历)(?:的|今年)?(?:([正冬腊])|([一二三四五六七八九十]{1,2}|\\d{1,2}))月(初[一二三四五六七八九十]|[十廿卅二三][一二三四五六七八九十]{0,2}|\\d{1,2})[日号]?|([正冬腊])月(初[一二三四五六七八九十]|[十廿卅二三][一二三四五六七八九十]{0,2}|\\d{1,2})[日号]?|([二三四五六七八九十]{1,2})月(初[一二三四五六七八九十])|(?:大年|年)(初[一二三四五六七八九十])',
)
const MID_AUTUMN = sticky('八月十五(?![日号])')
const YEARS_END = sticky('除夕夜?|大年三十|年三十|腊月三十|大年夜')
const LITTLE_NEW_YEAR = sticky('小年(?!轻|纪|龄)夜?')
const LUNAR_NAMES: readonly (readonly [RegExp, number, number])[] = [
  [sticky('元宵节?'), 1, 15],
  [sticky('七夕节?'), 7, 7],
  [sticky('重阳节?'), 9, 9],
  [sticky('腊八节?'), 12, 8],
]
const SOLAR_NAMES: readonly (readonly [RegExp, number, number])[] = [
  [sticky('三八(?:国际)?(?:妇女)?节?|妇女节'), 3, 8],
  [sticky('植树节'), 3, 12],
  [sticky('五四(?:青年)?节?|青年节'), 5, 4],
  [sticky('六一(?:国际)?(?:儿童)?节?|儿童节'), 6, 1],
  [sticky('七一(?:建党)?节?|建党节'), 7, 1],
  [sticky('八一(?:建军)?节?|建军节'), 8, 1],
  [sticky('教师节'), 9, 10],
  [sticky('国家宪法日|宪法日'), 12, 4],
  [sticky('圣诞节?'), 12, 25],
]
const FIRST = /[农阴旧正冬腊二三四五六七八九十大年除小元重妇植青儿建教国宪圣]/
const ON = sticky('(?:当[天日]|这天|那天)')

/** A lunar date or a named day at a place. */
export function observance(frame: Frame, i: number): Core | undefined {
  const { text } = frame
  if (!FIRST.test(text.charAt(i))) return undefined
  const core = lunarDate(frame, i) ?? namedDay(frame, i)
  // 五四青年, 八一路: a name is a time only with a marker behind it.
  const bare = core?.sense.is === 'day' && core.sense.name && !behind(text, core.to)
  return bare ? undefined : core
}

function lunarDate(frame: Frame, i: number): Core | undefined {
  const { text, today } = frame
  let found = matchAt(YEARS_END, text, i)
  if (found) {
    const days = lunarDays(today, (year) => lunarYearsEnd(year))
    const eves = days.map((day) => addDays(day, -1))
    return { to: i + found[0].length, sense: { is: 'day', days, eves } }
  }
  found = matchAt(LITTLE_NEW_YEAR, text, i)
  if (found) {
    // The north keeps it on the 23rd, the south on the 24th.
    const [north = ''] = lunarDays(today, (year) => lunarDay(year, 12, 23))
    const reason = '小年有腊月二十三、二十四两种说法，请选定日期。'
    return {
      to: i + found[0].length,
      sense: { is: 'several', days: [north, addDays(north, 1)], reason },
    }
  }
  found = matchAt(MID_AUTUMN, text, i)
  if (found) {
    const sense = nearestDate(today, 8, 15)
    const days = [
      ...lunarDays(today, (year) => lunarDay(year, 8, 15)),
      ...(sense.is === 'day' ? sense.days : []),
    ]
    return {
      to: i + found[0].length,
      sense: { is: 'several', days, reason: '“八月十五”可指农历，也可指公历，请选定日期。' },
    }
  }
  found = matchAt(LUNAR, text, i)
  if (!found) return undefined
  const month = monthNamed(found[1] ?? found[2] ?? found[4] ?? found[6] ?? '正')
  const date = numberOf((found[3] ?? found[5] ?? found[7] ?? found[8] ?? '').replace('初', ''))
  if (month === undefined || date === undefined) return undefined
  const days = lunarDays(today, (year) => lunarDay(year, month, date))
  const say = `没有农历“${found[0]}”这一天，请核对后重新填写。`
  const sense: Sense =
    days.length > 0 ? { is: 'day', days } : { is: 'flaw', reason: 'invalid', say }
  return { to: i + found[0].length, sense }
}

function monthNamed(word: string): number | undefined {
  return { 正: 1, 冬: 11, 腊: 12 }[word] ?? numberOf(word)
}

// Rule 10 for a day that wanders: the nearest ahead, or the one just gone when none is near.
function lunarDays(today: Day, on: (year: number) => Day | undefined): Day[] {
  const { year } = monthOf(today)
  const days = [year - 1, year, year + 1].map(on).filter((day) => day !== undefined)
  const near = days.filter(
    (day) => day >= today && (daysBetween(today, day) <= 183 || monthOf(day).year === year),
  )
  return near.length > 0 ? near : days.filter((day) => day < today).slice(-1)
}

function namedDay(frame: Frame, i: number): Core | undefined {
  const { text, today } = frame
  for (const [name, month, date] of LUNAR_NAMES) {
    const found = matchAt(name, text, i)
    if (!found) continue
    const days = lunarDays(today, (year) => lunarDay(year, month, date))
    return {
      to: i + found[0].length + day(text, i + found[0].length),
      sense: { is: 'day', days, name: true },
    }
  }
  for (const [name, month, date] of SOLAR_NAMES) {
    const found = matchAt(name, text, i)
    if (!found) continue
    const sense = nearestDate(today, month, date)
    const on = day(text, i + found[0].length)
    const to = i + found[0].length + on
    if (sense.is !== 'day' || on > 0) return { to, sense }
    return {
      to,
      sense: { ...sense, eves: sense.days.map((each) => addDays(each, -1)), name: true },
    }
  }
  return undefined
}

function day(text: string, i: number): number {
  return matchAt(ON, text, i)?.[0].length ?? 0
}
