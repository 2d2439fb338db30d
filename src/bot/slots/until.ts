/** 至 12月20日: the last day of something, wherever it stands. */
import { type Day, dayOf } from '../../domain/time/day.ts'
import type { Found, Slot } from '../slot.ts'
import { due } from './due.ts'

const LEAD = /(?:截止日期|截止到?|截至|直到|一直到|至|到)\s*:?\s*/gu
const TAIL = /^\s*(?:为止|止|前|结束)/u

/** The last day; nothing where none is named. */
export const until: Slot<Day | null> = {
  label: '截止日期（如 至 12月20日）',
  stands: 'anywhere',
  optional: true,
  async read(reading, [from, to]) {
    const { folded } = reading.sentence
    for (const hit of folded.slice(from, to).matchAll(LEAD)) {
      const start = from + hit.index
      const after = start + hit[0].length
      const found = await due.read(reading, [after, to])
      if (found && found.span[0] === after) return lastDay(folded, found, start, to)
    }
    const found = await due.read(reading, [from, to])
    return found && lastDay(folded, found, found.span[0], to)
  },
  absent: () => null,
}

function lastDay(
  folded: string,
  found: Found<{ at: number }>,
  start: number,
  to: number,
): Found<Day> {
  const end = found.span[1]
  const tail = TAIL.exec(folded.slice(end, to))?.[0].length ?? 0
  return { value: dayOf(found.value.at), span: [start, end + tail] }
}
