/** 四定: a matter of 整改 has its goal, its person, its date and its standard, or it is not taken (domain.md AT15). */
import { Declined } from '../declined.ts'
import type { Profile } from './profile.ts'

/** What a standard looks like in the words of the matter: `标准：等候不超过10分钟`. */
const STANDARD = /标准\s*[:：]?\s*[\p{Script=Han}\d]{2,}/u

/** Declines what the rule wants and the words do not have; goal and date are never missing at an assignment. */
export function refuseWithoutFour(
  profile: Profile,
  order: { title: string; person: unknown },
): void {
  if (!profile.four) return
  const lacks = [
    ...(order.person === null ? ['责任（写明承办人）'] : []),
    ...(STANDARD.test(order.title) ? [] : ['标准（写“标准：…”）']),
  ]
  if (lacks.length > 0)
    throw new Declined('E-RULE-9', `按${profile.name}交办须四定齐全，还缺：${lacks.join('、')}。`, [
      `交办 @承办人 整改事项 标准：达到什么要求 12月5日前 按${profile.name}`,
    ])
}
