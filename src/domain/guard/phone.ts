/** 电话: numbers of clients are kept in the ledger and stand in no title and no group (decisions.md "Secrecy guard"). */

const NUMBER =
  /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8}|(?<=(?:电话|座机|手机)[号码]*[:：\s]*)\d{7,8})(?!\d)/gu

/** What announces a number: 联系电话：, 手机号. */
const LABEL = '(?:联系)?(?:电话|手机|座机|联系方式)[号码]*(?:是|为)?[:：\\s]*'

const LABELLED = new RegExp(`[，,；;、。\\s]*(?:${LABEL})?${NUMBER.source}`, 'gu')

/** A word that announces a number which does not come: `电话…`. */
const BARE_LABEL = new RegExp(`[，,；;、。\\s]*${LABEL}[.…。\\s]*$`, 'u')

/** The numbers in a text, spaces and hyphens left out. */
export const phonesIn = (text: string): string[] =>
  (text.match(NUMBER) ?? []).map((one) => one.replace(/[\s-]/g, ''))

/** The text without its numbers and the words that announce them. */
export const withoutPhones = (text: string): string =>
  text.replace(LABELLED, ' ').replace(BARE_LABEL, '').replace(/\s+/g, ' ').trim()
