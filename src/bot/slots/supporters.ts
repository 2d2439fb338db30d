/** 协办单位: one or several units or persons, apart by 、 or 和; at an assignment behind 协办 or before 配合. */
import { Declined } from '../../domain/declined.ts'
import type { Supporter } from '../../domain/matter/support.ts'
import { mentionAt, type Sentence, SIGN } from '../sentence.ts'
import type { Found, Reading, Slot, Span } from '../slot.ts'
import { missing } from '../slot.ts'
import { type Recipient, recipient } from './people.ts'

/** What stands between two of a list. */
const AND = /^\s*[、,和与及/]\s*|^\s+(?=[@\u{f0000}-\u{f0fff}])/u

/** What may be `请预算科、国库科配合`. */
const BEFORE = /(?:^|(?<=[\s,;。(]))((?:[请由]\s*)?)[^\s,;。()]+\s*(?:协办|配合)(?=$|[\s,;。)])/gu

/** Units and persons, as they follow each other. */
export const supporters: Slot<Supporter[]> = {
  label: '协办单位',
  stands: 'at',
  optional: false,
  read: listAt,
  absent: () => missing('协办单位'),
}

/** `协办 预算科、国库科`, `请预算科配合`, wherever it stands in the sentence. */
export const supportersNamed: Slot<Supporter[]> = {
  label: '协办单位',
  stands: 'anywhere',
  optional: true,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    for (const hit of text.matchAll(
      /(?:^|(?<=[\s,;。、(]))(?:协办|配合)(?:单位|科室)?\s*:?\s*/gu,
    )) {
      const start = from + hit.index
      const list = await listAt(reading, [start + hit[0].length, to])
      if (list) return { value: list.value, span: [start, list.span[1]] }
    }
    for (const hit of text.matchAll(BEFORE)) {
      const start = from + hit.index
      const until = start + hit[0].length
      const list = await listAt(reading, [start + hit[1]!.length, until])
      const whole = list && /^\s*(?:协办|配合)$/.test(text.slice(list.span[1] - from, until - from))
      if (whole) return { value: list.value, span: [start, until] }
    }
    return undefined
  },
  absent: () => [],
}

/** `、预算科` right behind the first recipient: exactly one unit leads, so the first does and the others support. */
export const supportersBehind: Slot<Supporter[]> = {
  label: '协办单位',
  stands: 'at',
  optional: true,
  async read(reading, [from, to]) {
    const { folded } = reading.sentence
    const joint = /[、,/]\s*$/.exec(folded.slice(0, from))
    const glued = joint
      ? 0
      : (/^(?:[和与及]|会同|联合|协同)/.exec(folded.slice(from, to))?.[0].length ?? 0)
    const people = mentionAt(reading.sentence, from) && mentionBefore(reading.sentence, from)
    if (!joint && !glued && !people) return undefined
    const list = await listAt(reading, [from + glued, to])
    // After a comma a unit may as well begin the title: 交办 金融科，预算科转来的函件….
    const apart = list && /^(?:\s|$|[,:;。])/.test(folded.slice(list.span[1], to))
    if (!list || (joint?.[0].startsWith(',') && !apart)) return undefined
    return { value: list.value, span: [from, list.span[1]] }
  },
  absent: () => [],
}

/** `@李娜 @王强`: one mention right behind another. */
const mentionBefore = (sentence: Sentence, at: number): boolean =>
  mentionAt(sentence, sentence.raw.slice(0, at).trimEnd().length - SIGN) !== undefined

/** The supporters from here on; a person stands for his home unit. */
async function listAt(reading: Reading, span: Span): Promise<Found<Supporter[]> | undefined> {
  const found: Supporter[] = []
  let [at, end] = [span[0], span[0]]
  while (at < span[1]) {
    const one = await standingAt(reading, [at, span[1]])
    if (!one) break
    found.push(supporterOf(one.value, reading))
    end = one.span[1]
    const more = AND.exec(reading.sentence.folded.slice(end, span[1]))
    if (!more) break
    at = end + more[0].length
  }
  return found.length > 0 ? { value: found, span: [span[0], end] } : undefined
}

/** A recipient right here; a mention further on is not this list's. */
async function standingAt(reading: Reading, span: Span): Promise<Found<Recipient> | undefined> {
  const one = await recipient.read(reading, span)
  return one && one.span[0] === span[0] ? one : undefined
}

/** A person supports for his home unit. */
export function supporterOf(to: Recipient, { directory }: Pick<Reading, 'directory'>): Supporter {
  if ('unit' in to) return { unit: to.unit, person: null }
  const unit = directory.units.get(to.person.unit)
  if (!unit) throw new Declined('E-UNIT-2', `${to.person.name}还没有登记所在科室，请联系管理员。`)
  return { unit, person: to.person }
}
