/** The date an extension asks for: a date, or a length counted from the date the matter has. */
import type { Matter } from '../../domain/matter/matter.ts'
import { laterBy } from '../../domain/time/later.ts'
import type { Slot } from '../slot.ts'
import { type Due, due } from './due.ts'

/** `到12月25日`, `一周`, `3个工作日`. */
export const later: Slot<Due> = {
  ...due,
  async read(reading, span) {
    const found = await due.read(reading, span)
    if (found) return found
    const named = reading.filled.matter as Matter | undefined
    const matter =
      named ??
      (reading.replied === undefined ? undefined : await reading.store.matters.get(reading.replied))
    const text = reading.sentence.folded.slice(...span)
    const put = matter && laterBy(text, matter.due, reading.calendar)
    if (!put) return undefined
    const { at, provisional } = put
    const value = { at, offDay: false, provisional, said: null }
    return { value, span: [span[0] + put.from, span[0] + put.to] }
  },
}
