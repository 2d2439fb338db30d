/** What became of drafts, in lines: who has what by when. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Seen } from './seen.ts'
import { dueSaid, shortened } from './words.ts'

const MOST_SAID = 20

/** Who has what by when, one line a matter. */
export function bornSaid({ directory, now, calendar }: Seen, born: readonly Matter[]): string[] {
  const one = (matter: Matter) => {
    const support = matter.supports.map(({ unit }) => directory.unitName(unit)).join('、')
    const who = directory.unitName(matter.lead) + directory.name(matter.proposed)
    const helping = support ? `（协办 ${support}）` : ''
    return `${matter.id}号 ${who}${helping} ${shortened(matter.title, 24)} ${dueSaid(matter.due, now, calendar)}`
  }
  const more = born.length - MOST_SAID
  return [
    `已立项${born.length}条，已交办承办单位。10分钟内可说“撤销”。`,
    ...born.slice(0, MOST_SAID).map(one),
    ...(more > 0 ? [`另有${more}条。`] : []),
  ]
}
