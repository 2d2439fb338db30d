/** What a rule says of 延期: how often, until when it is asked, and when it takes a plan that a leader approves. */
import { Declined } from '../declined.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import type { Act } from './decision.ts'
import type { Matter, Plan } from './matter.ts'
import type { Profile } from './profile.ts'
import { monthlyNodes } from './steps.ts'
import { limitOf } from './timetable.ts'

/** A time node, the least a plan has: 12月底, 1月15日, 第二周, 春节前. */
const NODE =
  /\d{1,2}\s*月|\d{1,2}\s*[日号]|[一二三四五六七八九十]+月|第?[一二三四1-4]\s*周|旬|季度|月底|年底|节前/u

/**
 * Declines what the rule does not allow; gives the plan where one is needed.
 * @param plan what was written behind 方案, if anything was.
 */
export function ruledExtension(
  matter: Matter,
  act: Act,
  to: Instant,
  plan: string | null,
  profile: Profile,
  calendar: Calendar,
): Plan | null {
  const { times, until } = profile.extension
  if (times === 0)
    throw new Declined(
      'E-EXTEND-1',
      `${matter.id}号按${profile.name}办理，不能延期，请尽快办理并报进展。`,
      [`报 ${matter.id} 最新进展`],
    )
  if (matter.extended >= times)
    throw new Declined(
      'E-EXTEND-1',
      `${matter.id}号已延期${matter.extended}次，按${profile.name}的规则不能再延，请尽快办理并报进展。`,
      [`报 ${matter.id} 最新进展`],
    )
  if (until !== null && act.at > instantAt(dayOf(matter.due), until))
    throw new Declined('E-EXTEND-2', `按${profile.name}的规则，延期须在到期当天${until}前申请。`, [
      `报 ${matter.id} 最新进展`,
    ])
  const farthest = profile.plan ? limitOf(profile, '重大复杂', matter.start, calendar) : null
  if (farthest === null || to <= farthest) return null
  if (plan === null || !NODE.test(plan))
    throw new Declined(
      'E-EXTEND-3',
      `超过${profile.name}重大复杂事项的时限，须报有时间节点的方案，由领导批准。`,
      [`延期 ${matter.id} 到${dayOf(to)} 理由 方案：某月某日前做什么`],
    )
  return { text: plan, nodes: monthlyNodes(matter.due, to, calendar) }
}
