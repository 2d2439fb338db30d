/** Amounts of time: 3个工作日, 十五日, 一个半月, 半年, 两周, 24小时, 一个半小时. */
import { numberOf } from './numerals.ts'
import { matchAt, sticky } from './sticky.ts'

/** A length of time; one of its parts is more than zero, or all are when someone wrote 0天. */
export interface Amount {
  to: number
  workdays: number
  months: number
  days: number
  minutes: number
  /** Counted in 日, which may also be a date (5日前). */
  daily: boolean
}

/** An amount, or the two that a guess lies between (两三天, 3至5个工作日). */
export interface Amounts {
  to: number
  /** Undefined where no number was named at all (三五天, 十几天). */
  between: readonly Amount[]
}

const UNIT =
  '个?(?:(工作[日天])|(自然[日天]|日历[日天]|天|日)|(周(?![年岁末])|星期|礼拜)|((?<=个)季度)|(小时|钟头|h(?![a-z]))|(分钟))'
const EXACT = sticky(
  `({n})(?:${UNIT}|(个半月)|(个月)|(个半小时)|(刻钟)|(年半)|(年(?![底末初中终度级份代月])))`,
)
const HALF = sticky('半(?:(个?月(?!刊))|(年)|(个?小时|个?钟头))')
const LINK = sticky('至|到|-|~|或')
const AND_HALF = sticky('({n})[天日]半')
const DECIMAL = sticky('(\\d{1,3}\\.\\d)个?(?:小时|h(?![a-z]))')
const BETWEEN = sticky(`({n})(?:-|至|到|~|、|或)({n})(${UNIT}|个月|年)`)
const GUESS = sticky(`([一两二三四五六七八九])([二两三四五六七八九])(${UNIT}|个月|年)`)
const MORE = sticky(
  '(?:十[几来多]|[二三四五六七八九]?十[几来多]|\\d{2}[几来多余])(?:个?(?:工作日|天|日|周|星期|月|小时))',
)
const MINUTES = sticky('({n})分钟?')

const HOUR = 60

/** The amount at a place, without any marker. */
export function amountAt(text: string, i: number): Amount | undefined {
  const decimal = matchAt(DECIMAL, text, i)
  if (decimal) return amount(i + decimal[0].length, { minutes: Number(decimal[1]) * HOUR })
  const half = matchAt(HALF, text, i)
  if (half) {
    const part = half[1] ? { days: 15 } : half[2] ? { months: 6 } : { minutes: HOUR / 2 }
    return amount(i + half[0].length, part)
  }
  const found = matchAt(EXACT, text, i)
  if (!found) return undefined
  const n = numberOf(found[1] ?? '')
  if (n === undefined) return undefined
  const to = i + found[0].length
  // 26年 and 2026年 are years, not lengths.
  if (found[0].endsWith('年') && n >= 20) return undefined
  if (found[2]) return amount(to, { workdays: n })
  if (found[3]) return amount(to, { days: n }, found[3] === '日')
  if (found[4]) return amount(to, { days: 7 * n })
  if (found[5]) return amount(to, { months: 3 * n })
  if (found[6]) {
    const more = matchAt(MINUTES, text, to)
    const minutes = more ? (numberOf(more[1] ?? '') ?? 0) : 0
    return amount(to + (more?.[0].length ?? 0), { minutes: n * HOUR + minutes })
  }
  if (found[7]) return amount(to, { minutes: n })
  if (found[8]) return amount(to, { months: n, days: 15 })
  if (found[9]) return amount(to, { months: n })
  if (found[10]) return amount(to, { minutes: n * HOUR + HOUR / 2 })
  if (found[11]) return amount(to, { minutes: n * 15 })
  return amount(to, { months: found[12] ? 12 * n + 6 : 12 * n })
}

/** An amount that is only a guess: 两三天 and 3至5个工作日 lie between two, 十几天 names none. */
export function guessAt(text: string, i: number): Amounts | undefined {
  const found = matchAt(BETWEEN, text, i) ?? matchAt(GUESS, text, i)
  if (found) {
    const [whole, low = '', high = '', unit = ''] = found
    const to = i + whole.length
    // 三五天 and 三、五天 are a few days; 三至五天 lies between two.
    if (low === '三' && high === '五' && !/[-至到~或]/.test(whole)) return { to, between: [] }
    const between = [low, high]
      .map((each) => amountAt(`${each}${unit}`, 0))
      .filter((each) => each !== undefined)
      .map((each) => ({ ...each, to }))
    return { to, between }
  }
  const low = amountAt(text, i)
  const link = low ? matchAt(LINK, text, low.to) : null
  const high = link ? amountAt(text, (low?.to ?? 0) + link[0].length) : undefined
  if (low && high && !high.daily) return { to: high.to, between: [low, high] }
  const half = matchAt(AND_HALF, text, i)
  const n = numberOf(half?.[1] ?? '')
  if (half && n !== undefined) {
    const to = i + half[0].length
    return { to, between: [amount(to, { days: n }), amount(to, { days: n + 1 })] }
  }
  const more = matchAt(MORE, text, i)
  return more ? { to: i + more[0].length, between: [] } : undefined
}

function amount(
  to: number,
  parts: Partial<Pick<Amount, 'workdays' | 'months' | 'days' | 'minutes'>>,
  daily = false,
): Amount {
  return { workdays: 0, months: 0, days: 0, minutes: 0, ...parts, to, daily }
}
