/** Numbers as people write them: 12, 十二, 廿三, 卅, 两, 一百二十, 二〇二六. */

/** The source of a pattern for a whole number of at most six digits or nine characters. */
export const NUMBER = '(?:\\d{1,6}|[〇零一二三四五六七八九十廿卅百千两]{1,9})'

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30, 百: 100, 千: 1000 }

/** The number a numeral stands for; undefined for what is none (三五, 十两). */
export function numberOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral)
  if (!/[十廿卅百千]/.test(numeral)) {
    // 二〇二六 is spelt digit by digit; 三五 is a guess between two numbers.
    if (numeral.length !== 1 && numeral.length !== 4) return undefined
    let value = 0
    for (const char of numeral) value = value * 10 + (DIGITS[char] ?? Number.NaN)
    return Number.isNaN(value) ? undefined : value
  }
  let total = 0
  let pending: number | undefined
  let floor = Number.POSITIVE_INFINITY
  for (const char of numeral) {
    const unit = UNITS[char]
    if (unit === undefined) {
      const digit = DIGITS[char]
      if (digit === undefined || (pending ?? 0) > 0) return undefined
      pending = digit
      continue
    }
    if (unit >= floor) return undefined
    if (unit === 20 || unit === 30) {
      if (pending) return undefined
      total += unit
    } else {
      if (pending === undefined && unit > 10) return undefined
      total += (pending || 1) * unit
    }
    floor = unit === 20 || unit === 30 ? 10 : unit
    pending = undefined
  }
  return total + (pending ?? 0)
}
