/** 保密: marked secrets, identity and bank card numbers stay out: neither stored nor logged (domain.md R12). */
import { Declined } from '../declined.ts'

const MARKS =
  /(?:秘密|机密|绝密)\s*[★☆⭐*]|[★☆⭐]\s*(?:秘密|机密|绝密)|(?:秘密|机密|绝密)级|内部资料[，,\s]*(?:不得|严禁|请勿)外传/

/** Declines a text that must not be kept here. */
export function guardSecrets(text: string): void {
  if (MARKS.test(text))
    throw new Declined('E-SECRET-1', '内容带有涉密或内部标识，未予记录。涉密事项请走涉密渠道。')
  if (numbersIn(text).some(isIdentityCard))
    throw new Declined('E-SECRET-2', '内容含身份证号，未予记录。请删去后再说一遍。')
  if (numbersIn(text).some(isBankCard))
    throw new Declined('E-SECRET-3', '内容含银行卡号，未予记录。请删去后再说一遍。')
}

/** Runs of digits, spaces and hyphens inside them left out. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d[\d\s-]{13,25}[\dXx]/g) ?? []).map((run) => run.replace(/[\s-]/g, ''))

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
