/** 预览: what would be sent, to whom and when, a line each. */
import { card, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import { clockOf, dayOf, type Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened } from './words.ts'

/** A message to come, in one line. */
export interface Coming {
  at: Instant
  /** Whom it goes to: a person's name, a group's. */
  to: string
  line: string
}

/** Lines on the page; what does not fit is counted. */
const LINES = 40

/** The page: days as headings, lines below them. */
export function foreseenCard(
  { title, coming, cut, named }: { title: string; coming: Coming[]; cut: boolean; named: boolean },
  seen: Seen,
): Card {
  const shown = coming.slice(0, LINES)
  const days = [...new Set(shown.map((one) => dayOf(one.at)))]
  const elements = days.flatMap((day) => [
    note(daySaid(day, dayOf(seen.now))),
    text(
      shown
        .filter((one) => dayOf(one.at) === day)
        .map(({ at, to, line }) => `${clockOf(at)} ${named ? `${to}：` : ''}${shortened(line, 60)}`)
        .join('\n'),
    ),
  ])
  if (coming.length > LINES) elements.push(note(`另有${coming.length - LINES}条未列出。`))
  if (cut) elements.push(note('到期事项很多，只预览了前面一段。'))
  elements.push(note('以没有新的办理、交办为前提；有了变动，提醒随之变动。'))
  return card({ title: `${title}（${coming.length}条）`, color: 'blue', elements })
}
