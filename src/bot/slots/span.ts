/** 时段: two clock times of one day, 12:00-14:00 or 中午12点到下午2点. */
import { type Clock, clockAt } from '../../domain/time/clock.ts'
import { clockText, usualHours } from '../../domain/time/hours.ts'
import { missing, type Slot } from '../slot.ts'

/** Clock times `HH:MM` of a beginning and an end. */
export interface HourSpan {
  from: string
  to: string
}

const BETWEEN = /^\s*(?:-|~|–|—|―|到|至)+\s*/u

/** The first two clock times with a dash or 到 between them. */
export const hours: Slot<HourSpan> = {
  label: '时段（如 12:00-14:00）',
  stands: 'anywhere',
  optional: false,
  read({ sentence }, [from, to]) {
    const text = sentence.folded.slice(0, to)
    for (let at = from; at < to; at++) {
      const first = clockAt(text, at, usualHours)
      if (!first) continue
      const begins = said(first)
      const between = BETWEEN.exec(text.slice(first.to))
      const second = between && clockAt(text, first.to + between[0].length, usualHours, first.part)
      const ends = second ? said(second) : undefined
      if (begins === undefined || !second || ends === undefined) return undefined
      return { value: { from: begins, to: ends }, span: [at, second.to] }
    }
    return undefined
  },
  absent: () => missing('时段（如 12:00-14:00）'),
}

/** An hour that was said as such; the first of its readings. */
const said = (clock: Clock): string | undefined => {
  const minute = clock.minutes[0]
  return clock.hour && minute !== undefined ? clockText(minute) : undefined
}
