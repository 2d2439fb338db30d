/** The deadline reader: what a Chinese sentence says about when. */
import type { Calendar } from './calendar.ts'
import { touchesUnannounced } from './calendar.ts'
import { dayOf, type Instant } from './day.ts'
import { fold } from './fold.ts'
import type { Frame } from './frame.ts'
import { type OfficeHours, usualHours } from './hours.ts'
import { judged, phrasesIn } from './judge.ts'
import type { Reading, Span } from './reading.ts'
import { nextOf } from './recurrence.ts'
import { without } from './rest.ts'

export type { Reading } from './reading.ts'

/** How a unit reads deadlines. */
export interface ReaderSettings {
  calendar: Calendar
  hours?: OfficeHours
  /** 周五 said on a Friday whose moment is ahead: `today` (rule 7, the default) or `ask`. */
  weekdayToday?: 'ask' | 'today'
}

/** Reads the deadline or the recurrence in a text said at `now`; never throws, and never settles on a moment that is past. */
export function readDeadline(text: string, now: Instant, settings: ReaderSettings): Reading {
  const { calendar, hours = usualHours, weekdayToday = 'today' } = settings
  const folded = fold(text)
  const frame: Frame = { ...folded, now, today: dayOf(now), calendar, hours, weekdayToday }
  const phrase = judged(frame, phrasesIn(frame))
  if (!phrase) {
    const rest = without(text, [0, 0])
    return {
      kind: 'reject',
      reason: 'absent',
      say: '没有看到时限，请补充，例如“12月5日前”。',
      rest,
    }
  }
  const span: Span = [folded.at[phrase.from] ?? 0, (folded.at[phrase.to - 1] ?? 0) + 1]
  const rest = without(text, span)
  const { outcome } = phrase
  if (outcome.kind === 'ask') {
    const { candidates, reason } = outcome
    return { kind: 'ask', candidates, reason, span, rest }
  }
  if (outcome.kind === 'reject') {
    const { reason, say } = outcome
    return { kind: 'reject', reason, say, span, rest }
  }
  if (outcome.kind === 'ok') {
    const { due, day, clock, touches } = outcome
    const offDay = !calendar.isWorkday(day)
    const provisional = touchesUnannounced(touches[0], touches[1], calendar)
    return { kind: 'ok', due, clock, span, rest, offDay, provisional }
  }
  const { rule } = outcome
  const first = nextOf(rule, now, calendar)
  const second = nextOf(rule, first, calendar)
  const third = nextOf(rule, second, calendar)
  const provisional = touchesUnannounced(dayOf(first), dayOf(third), calendar)
  return { kind: 'recur', rule, next: [first, second, third], span, rest, provisional }
}
