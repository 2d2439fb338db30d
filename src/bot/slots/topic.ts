/** What a search is about: a person or a unit that stands as a word of its own; inside other words it is only text. */
import type { Slot } from '../slot.ts'
import { type Recipient, recipient } from './people.ts'

/** `查 王强`, `查 预算科 债券`; not `查 预算科自评报告`, which are words to look for. */
export const about: Slot<Recipient | null> = {
  label: '人员或科室',
  stands: 'at',
  optional: true,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    const unit = reading.directory.unitAt(text.replace(/^@/, ''))
    const person = reading.directory.personAt(text.replace(/^@/, ''))
    if (!unit && !person && !/^[\udb80-\udbff]/.test(text)) return undefined
    // A name inside a word is no name: neither asked about nor refused.
    const at = text.startsWith('@') ? 1 : 0
    const end = at + Math.max(unit?.length ?? 0, person?.length ?? 0)
    const inside = unit && reading.directory.personAt(text.slice(at + unit.length))?.length
    const last = end + (inside ?? 0)
    if (last > at && !ends(text, end) && !ends(text, last)) return undefined
    const found = await recipient.read(reading, [from, to])
    if (!found || found.span[0] !== from) return undefined
    const rest = /^(?:的事项?|负责的|承办的|的)?/u.exec(text.slice(found.span[1] - from))?.[0] ?? ''
    return { ...found, span: [from, found.span[1] + rest.length] }
  },
  absent: () => null,
}

const ends = (text: string, at: number): boolean =>
  /^(?:$|[\s,，、。?？!]|的|负责|承办)/u.test(text.slice(at))
