/** 身份证号和银行卡号, by their own check digits; an order's number or a telephone's is neither (domain.md R12). */

/** Runs of digits in groups, an X at the end: how people write long numbers; decimals are none. */
const RUNS = /(?<![\d.])\d(?:[\s·_-]{0,3}\d){13,}(?:[\s·_-]{0,3}[Xx](?![A-Za-z]))?/gu
/** No card has more digits. */
const LONGEST = 19
const BESIDE = /[\s·_-]+/u

/** Whether a text, folded, holds an identity card's number. */
export const holdsIdentityCard = (text: string): boolean =>
  numbersIn(text).some(isIdentityCard) ||
  // Named as one it is one, mistyped or of the old kind with fifteen digits.
  /身份证(?:件)?(?:号码|号|码)?(?:为|是)?[\s:]*(?:\d[\s-]?){14,17}[\dXx]/u.test(text)

/** Whether a text, folded, holds a bank card's number. */
export const holdsBankCard = (text: string): boolean =>
  numbersIn(text).some(isBankCard) ||
  /(?:银行卡|储蓄卡|借记卡|信用卡|社保卡|一卡通|工资卡|卡)(?:号码|号|码)?(?:为|是)?[\s:]*(?:\d[\s-]?){15,18}\d/u.test(
    text,
  )

/** Every number that groups standing side by side can make: a telephone behind a card's number hides neither. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(RUNS)].flatMap(([run]) => {
    const groups = run.split(BESIDE)
    return groups.flatMap((_, from) => {
      const found: string[] = []
      let number = ''
      for (let to = from; to < groups.length && number.length < LONGEST; to++) {
        number += groups[to]
        found.push(number)
      }
      return found
    })
  })
}

/** GB 11643: eighteen signs, the last a checksum; a birth date that exists inside. */
function isIdentityCard(run: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(run))
    return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(run[i]), 0)
  return '10X98765432'[sum % 11] === run[17]!.toUpperCase()
}

/** Sixteen to nineteen digits that begin like a bank card and pass the Luhn check. */
function isBankCard(run: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(run)) return false
  let sum = 0
  for (let i = 0; i < run.length; i++) {
    const digit = Number(run[run.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}
