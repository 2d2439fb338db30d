/** From a meaning and a time of day to a moment, a question or a refusal. */
import type { Clock } from './clock.ts'
import { addDays, type Day, type Instant, instantAt, weekdayName } from './day.ts'
import type { Frame } from './frame.ts'
import { clockText, minutesOf } from './hours.ts'
import type { Candidate } from './reading.ts'
import type { Recurrence } from './recurrence.ts'
import type { NamedDay, SeveralDays } from './sense.ts'
import { nextWorkday, onOrAfterWorkday } from './workdays.ts'

/** What one phrase comes to. `touches` is the span of days on whose calendar it rests. */
export type Outcome =
  | { kind: 'ok'; due: Instant; day: Day; clock: boolean; touches: readonly [Day, Day] }
  | { kind: 'ask'; candidates: readonly Candidate[]; reason: string }
  | { kind: 'reject'; reason: 'past' | 'invalid' | 'vague'; say: string }
  | { kind: 'recur'; rule: Recurrence; label: string }

/** The instant of a minute (0 to 1440) of a day. */
export function moment(day: Day, minute: number): Instant {
  return instantAt(day, clockText(minute))
}

/** A candidate with its label, 12月5日（周六）18:00. */
export function candidate(day: Day, minute: number): Candidate {
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  const label = `${month}月${date}日（${weekdayName(day)}）${clockText(minute)}`
  return { due: moment(day, minute), label }
}

/** The candidate that a settled outcome is. */
export function settled({ day, due }: Extract<Outcome, { kind: 'ok' }>): Candidate {
  return candidate(day, Math.round((due - moment(day, 0)) / 60_000))
}

/** The refusal of a moment that is gone. */
export function gone(day: Day, minute: number): Outcome {
  const say = `${candidate(day, minute).label}已过，请重新给出时限。`
  return { kind: 'reject', reason: 'past', say }
}

/** A question between moments; those already past are left out, and when all are, the answer is that they are past. */
export function ask(
  frame: Frame,
  moments: readonly (readonly [Day, number])[],
  reason: string,
): Outcome {
  const candidates: Candidate[] = []
  for (const [day, minute] of moments) {
    const each = candidate(day, minute)
    if (each.due > frame.now && candidates.every((other) => other.due !== each.due)) {
      candidates.push(each)
    }
  }
  const [first] = moments
  if (candidates.length === 0 && first) return gone(...first)
  return { kind: 'ask', candidates, reason }
}

/** A named day with the time of day said, if any; `before` when 前 stands behind it. */
export function dayOutcome(
  frame: Frame,
  sense: NamedDay,
  clock: Clock | undefined,
  before: boolean,
): Outcome {
  if (clock?.flaw !== undefined) return { kind: 'reject', reason: 'invalid', say: clock.flaw }
  const minutes = clock?.minutes ?? [minutesOf(frame.hours.close)]
  const [minute = 0] = minutes
  const ahead = sense.days.findIndex((day) => moment(day, minute) > frame.now)
  const index = ahead < 0 ? sense.days.length - 1 : ahead
  const day = sense.days[index] ?? frame.today
  if (before && clock?.eve !== undefined) {
    return ask(
      frame,
      [
        [day, clock.eve],
        [day, minute],
      ],
      '这个时段的“前”有两种理解，请选定时间。',
    )
  }
  const eve = sense.eves?.[index]
  if (before && !clock && eve !== undefined) {
    return ask(
      frame,
      [
        [eve, minute],
        [day, minute],
      ],
      '“前”是否包括所说的时间，有两种理解，请选定日期。',
    )
  }
  if (minutes.length > 1) {
    return ask(
      frame,
      minutes.map((each) => [day, each] as const),
      '时间有两种理解，请选定。',
    )
  }
  if (ahead < 0) return gone(day, minute)
  const [first, second] = sense.days
  if (sense.today && index === 0 && first && second && frame.weekdayToday === 'ask') {
    const reason = `今天就是${weekdayName(first)}，请选定是今天还是下周。`
    return ask(
      frame,
      [
        [first, minute],
        [second, minute],
      ],
      reason,
    )
  }
  const touches = [sense.period && !sense.fixed ? frame.today : day, sense.through ?? day] as const
  return { kind: 'ok', due: moment(day, minute), day, clock: clock !== undefined, touches }
}

/** Several days with the time of day said, if any. */
export function severalOutcome(
  frame: Frame,
  sense: SeveralDays,
  clock: Clock | undefined,
): Outcome {
  if (clock?.flaw !== undefined) return { kind: 'reject', reason: 'invalid', say: clock.flaw }
  const minute = clock?.minutes[0] ?? minutesOf(frame.hours.close)
  return ask(
    frame,
    sense.days.map((day) => [day, minute] as const),
    sense.reason,
  )
}

/** A time of day without a day. */
export function clockOutcome(frame: Frame, clock: Clock, before: boolean): Outcome {
  const { now, today, calendar } = frame
  if (clock.flaw !== undefined) return { kind: 'reject', reason: 'invalid', say: clock.flaw }
  const [minute = 0] = clock.minutes
  const works = onOrAfterWorkday(addDays(today, 1), calendar)
  const hour = clock.hour
  if (clock.shift && !calendar.isWorkday(today)) {
    return ask(
      frame,
      [
        [today, minute],
        [nextWorkday(today, calendar), minute],
      ],
      '今天不是工作日，请选定日期。',
    )
  }
  if (moment(today, minute) > now || clock.minutes.length > 1) {
    return dayOutcome(frame, { is: 'day', days: [today] }, clock, before)
  }
  const opens = minute === minutesOf(frame.hours.open)
  if (!hour && opens) {
    return ask(
      frame,
      [
        [works, minute],
        [addDays(today, 1), minute],
      ],
      '今天上班的时间已过，请选定日期。',
    )
  }
  if (clock.shift || !hour) return gone(today, minute)
  const evening = clock.bare && minute < 720 ? ([[today, minute + 720]] as const) : []
  const tomorrow = addDays(today, 1)
  const moments = [...evening, [tomorrow, minute] as const, [works, minute] as const]
  return ask(frame, moments, `今天${clockText(minute)}已过，请选定日期。`)
}
