/** 月份: 本月, 上月, 11月, 2025年11月; a month without its year is the one that came last. */
import { dayOf, type Instant, instantAt } from '../../domain/time/day.ts'
import { dayFrom, monthOf } from '../../domain/time/month.ts'
import type { Slot } from '../slot.ts'

export interface Month {
  /** `2026年11月`. */
  said: string
  from: Instant
  /** The first moment after it. */
  to: Instant
}

const SAID = /(本|这个?|上个?)月|(?:(\d{4})年)?(1[0-2]|0?[1-9])月份?/u

/** A month; this one where none is named. */
export const month: Slot<Month> = {
  label: '月份',
  stands: 'anywhere',
  optional: true,
  read({ sentence, now }, [from, to]) {
    const hit = SAID.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const today = monthOf(dayOf(now))
    const named = Number(hit[3])
    const back = named > today.month ? 1 : 0
    const value = hit[1]
      ? monthFrom(today.year, today.month - (hit[1].startsWith('上') ? 1 : 0))
      : monthFrom(Number(hit[2] ?? today.year - back), named)
    return { value, span: [from + hit.index, from + hit.index + hit[0].length] }
  },
  absent({ now }) {
    const today = monthOf(dayOf(now))
    return monthFrom(today.year, today.month)
  },
}

/** Year and month (0 is last December) as a span. */
function monthFrom(year: number, number: number): Month {
  const first = dayFrom(year, number, 1)
  const named = monthOf(first)
  return {
    said: `${named.year}年${named.month}月`,
    from: instantAt(first, '0:00'),
    to: instantAt(dayFrom(year, number + 1, 1), '0:00'),
  }
}
