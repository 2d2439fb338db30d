/**
 * What people put around a sentence without meaning anything by it. Before: 请, 麻烦, 帮我, 你好, 领导早上好, 收到, the bot's
 * name typed out, a list's number. After the word: 一下. At the end: 吧, and thanks that stand apart (`已报送，谢谢`; not `表示感谢`).
 * 了 is none of them: `签收了` tells that it was done, and does nothing.
 */
import type { Sentence } from './sentence.ts'

const OPENING =
  /^(?:\s+|@督办|[(]?\d{1,2}[.、)](?!\d)|[①-⑳]|[-*•·](?=\s)|[,:;、。!~]|(?:请问?|麻烦|劳驾|烦请|拜托)(?:您|你)?|帮我|帮忙|[您你]好|督办(?=[\s,:])|(?:(?:尊敬的|各位|大家|领导|同志|老师|主任|科长|局长|督办|[您你])们?)*(?:早上|上午|中午|下午|晚上)?好(?:的|啊|呀)?(?=[\s,:;。!~])|(?:收到|早)(?=[,。!~]))/u

/** How long the first opening of a text is; 0 where there is none. */
export const openingOf = (folded: string): number => OPENING.exec(folded)?.[0].length ?? 0

/** Whether an opening asks somebody: said in a thread where the bot was not spoken to, it asks people. */
export const pleads = (opening: string): boolean => /[请烦劳拜帮]/.test(opening)

const SOFTENED = /^(?:一下|下|吧|啊)(?=[\s,:#\d“"「]|第\s?\d|$)|^(?:谢谢|多谢)[您你啦了]*$/

/** How much of what follows a command's word only softens it: 查一下12. */
export const softenedBy = (after: string): number => SOFTENED.exec(after)?.[0].length ?? 0

const THANKS =
  /(?:^|[\s,;。!~]+|(?<=[\d号]))(?:(?:谢谢|多谢|谢了|辛苦了|麻烦了|拜托了|有劳了?)(?:[您你啦了]|大家|各位)*[\s,;。!~]*)+$/u

/** The sentence without thanks at its end and without the bot's name typed out there. */
export function withoutThanks(sentence: Sentence): Sentence {
  const to = sentence.folded.replace(/\s+@督办\s*$/, '').replace(THANKS, '').length
  const { raw, folded } = sentence
  return to === folded.length
    ? sentence
    : { ...sentence, raw: raw.slice(0, to), folded: folded.slice(0, to) }
}

/** Whether a text is particles and marks only: it says nothing. */
export const saysNothing = (text: string): boolean => /^[\s,;:、。.!?~…吧啊哦喔呀哈]*$/u.test(text)
