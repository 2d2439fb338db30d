/** A matter's formal number as people write it: `2026-交办-012`, `交办-12`, `周37-4`, `37周4号`, `37-4`. */
import { dayOf, type Instant } from '../../domain/time/day.ts'

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
    const names = years(week?.[1]).flatMap((one) =>
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

const pad = (number: number, length: number): string => String(number).padStart(length, '0')
