/** 专班结束 in words: the goodbye, who takes over what, and the list of all it carried. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Unit } from '../domain/people/person.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import type { Sheet } from './sheet.ts'
import { daySaid, shortened, statusSaid } from './words.ts'

/** The last words in the group. */
export const goodbyeLines = ({ name }: Pick<Unit, 'name'>): string[] => [
  `${name}已结束，未办结的事项已转回各承办人所在科室继续办理，事项清单附后。`,
  '感谢各位的配合，督办就此退出本群。',
]

/** Which matters went to which unit. */
export const forceEndedSaid = (
  { name }: Pick<Unit, 'name'>,
  went: readonly { id: number; title: string; lead: number }[],
  directory: Directory,
): string =>
  [
    `${name}已结束，以下事项转回科室（${went.length}件）：`,
    ...went.slice(0, 30).map(({ id, title, lead }) => {
      return `${id}号 ${shortened(title, 28)} → ${directory.unitName(lead)}`
    }),
    ...(went.length > 30 ? [`另有${went.length - 30}件，可查台账。`] : []),
  ].join('\n')

/** A week before the end. */
export const forceEndsSaid = ({ name, ends }: Pick<Unit, 'name' | 'ends'>, today: string): string =>
  `${name}将于${daySaid(ends ?? today, today)}到期。届时未办结的事项转回各承办人所在科室，督办退出专班群；需要延长的，请管理员重新登记截止日期。`

/** Everything the task force carried. */
export function forceSheet({ name }: Unit, matters: readonly Matter[], seen: Seen): Sheet {
  const columns = ['编号', '事项', '承办人', '状态', '时限'].map((title, n) => ({
    title,
    width: n === 1 ? 60 : 16,
  }))
  const today = dayOf(seen.now)
  const rows = matters.map((one) => [
    one.id,
    one.title,
    seen.directory.name(one.handler),
    statusSaid(one),
    daySaid(dayOf(one.due), today),
  ])
  return { name: '事项清单', title: `${name}事项清单`, columns, rows }
}
