/** 保密: marked secrets, identity and bank card numbers, leaders' itineraries stay out: neither stored nor logged (domain.md R12). */
import { Declined } from '../declined.ts'
import { tellsItinerary } from './itinerary.ts'
import { isMarked } from './marks.ts'
import { holdsBankCard, holdsIdentityCard } from './numbers.ts'

/** Declines a text that must not be kept here; `leaders` gives the names of those whose itinerary it may be. */
export function guardSecrets(text: string, leaders: () => readonly string[] = () => []): void {
  const shown = folded(text)
  if (text.includes('㊙') || isMarked(shown))
    throw new Declined('E-SECRET-1', '内容带有涉密或内部标识，未予记录。涉密事项请走涉密渠道。')
  if (holdsIdentityCard(shown))
    throw new Declined('E-SECRET-2', '内容含身份证号，未予记录。请删去后再说一遍。')
  if (holdsBankCard(shown))
    throw new Declined('E-SECRET-3', '内容含银行卡号，未予记录。请删去后再说一遍。')
  if (tellsItinerary(shown, leaders))
    throw new Declined('E-SECRET-4', '内容含领导行程，未予记录。行程安排请走内部渠道。')
}

const TRADITIONAL: Readonly<Record<string, string>> = {
  機: '机',
  絕: '绝',
  祕: '秘',
  級: '级',
  內: '内',
  資: '资',
  傳: '传',
  長: '长',
}

/** Full width to half width, traditional to simplified, what shows nothing left out: a mark is read as it looks. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[機絕祕級內資傳長]/g, (sign) => TRADITIONAL[sign] ?? sign)
