/** A matter's formal number as people write it: `2026-交办-012`, `交办-12`, `周37-4`, `37周4号`, `37-4`. */
import { addDays, dayOf, type Instant } from '../../domain/time/day.ts'
import { numberedWeekOf } from '../../domain/time/week.ts'

/** What was read: the full names it may stand for, most likely first. */
export interface Formal {
  names: string[]
  length: number
  /** It can be nothing else: where no matter has it, that is said. */
  certain: boolean
}

const SOURCE = /^(?:(\d{4})-)?([\p{Script=Han}]{1,6})-?(\d{1,4})(?![-\d\p{Script=Han}])/u
/** A week's batch: 周37-4, 2022-周37-004, 第37周4号, 37周-4. */
const WEEK =
  /^(?:(\d{4})-)?(?:周(\d{1,2})\s?(?:-|第)\s?|第?(\d{1,2})周\s?(?:-\s?|第)?)(\d{1,3})(?:号|(?![-\d年月日]))/u
/** The same said shortly, which elsewhere would be a date; only the first slot of a sentence reads it. */
const SHORT = /^(\d{1,2})-(\d{1,3})(?:号|(?![-\d年月日.:/~%]))/

/** The formal number at the start of a text. */
export function formalAt(text: string, now: Instant): Formal | undefined {
  const year = Number(dayOf(now).slice(0, 4))
  const years = (said: string | undefined) => (said ? [Number(said)] : [year, year - 1])
  const week = WEEK.exec(text)
  const short = week ? undefined : SHORT.exec(text)
  if (week ?? short) {
    const [whole = ''] = week ?? short ?? []
    const number = Number(week ? (week[2] ?? week[3]) : short?.[1])
    const serial = pad(Number(week ? week[4] : short?.[2]), 3)
    const said = week?.[1] ? [Number(week[1])] : yearsOfWeek(number, now)
    const names = said.flatMap((one) =>
      [String(number), pad(number, 2)].map((name) => `${one}-周${name}-${serial}`),
    )
    return { names, length: whole.length, certain: /周\d+-|^\d{4}-/.test(whole) }
  }
  const source = SOURCE.exec(text)
  if (!source) return undefined
  const [whole, said, name, serial] = source
  const names = years(said).map((one) => `${one}-${name}-${pad(Number(serial), 3)}`)
  return { names, length: whole.length, certain: said !== undefined }
}

/** How much of a text can only be a number of a week's batch: 48周2号, 周48-2, 48-2 but not 11-27, which is a day. */
export function weekNumberAt(text: string): number | undefined {
  const short = SHORT.exec(text)
  const whole = WEEK.exec(text) ?? (Number(short?.[1] ?? 0) > 12 ? short : null)
  return whole?.[0].length
}

/** The week of that number that began last goes first; one that begins next week may be prepared already. */
function yearsOfWeek(number: number, now: Instant): number[] {
  const { year, week } = numberedWeekOf(dayOf(now))
  const next = numberedWeekOf(addDays(dayOf(now), 7))
  if (number === next.week) return [next.year, next.year - 1]
  return number <= week ? [year, year - 1] : [year - 1, year]
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0')
