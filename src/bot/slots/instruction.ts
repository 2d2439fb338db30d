/** 批示: what a leader's sentence says besides its words: which unit it names, and by when. The words stay whole. */
import { Asked, Declined } from '../../domain/declined.ts'
import type { Person, Unit } from '../../domain/people/person.ts'
import { mentionAt, nextMention } from '../sentence.ts'
import type { Reading, Slot, Span } from '../slot.ts'
import { type Due, due } from './due.ts'

/** Whom a sentence hands a thing to. */
export interface Addressee {
  unit: Unit
  person: Person | null
  /** It says who is to carry it: 由预算科办理; 请预算科 alone may only ask it to do something. */
  rules: boolean
}

/** What leads over to whom a leader means. */
const LEAD = /(?:请|由|交由|交给|交|转由|转给|转|责成|责令|着|让|要求)\s*$/
const RULES_BEFORE = /(?:由|交由|交给|交|转由|转给|转|责成)\s*$/
const RULES_BEHIND = /^\s*(?:承办|办理|牵头|主办|负责|为主)/

/** The unit or person the sentence hands the thing to; nothing is cut out of it. */
export const addressee: Slot<Addressee | null> = {
  label: '承办单位',
  stands: 'anywhere',
  optional: true,
  read(reading, [from, to]) {
    const value = mentionedIn(reading, [from, to]) ?? unitIn(reading, [from, to])
    return value && { value, span: [from, from] }
  },
  absent: () => null,
}

function mentionedIn({ sentence, directory }: Reading, [from, to]: Span): Addressee | undefined {
  const at = nextMention(sentence, from)
  if (at < 0 || at >= to) return undefined
  const person = directory.byOpenId(mentionAt(sentence, at)!.openId)
  const unit = person && directory.units.get(person.unit)
  return person && unit && { unit, person, rules: false }
}

/** The unit behind 请 or 由, else the only one that is named. */
function unitIn({ sentence, directory }: Reading, [from, to]: Span): Addressee | undefined {
  const text = sentence.folded.slice(from, to)
  const named: Addressee[] = []
  for (let at = 0; at < text.length; at++) {
    const hit = directory.unitAt(text.slice(at))
    if (!hit) continue
    const before = text.slice(0, at)
    const behind = text.slice(at + hit.length)
    const rules =
      RULES_BEHIND.test(behind) || (RULES_BEFORE.test(before) && /承办|办理|牵头|主办/.test(behind))
    const one = { unit: hit.unit, person: null, rules }
    if (LEAD.test(before) || rules) return one
    named.push(one)
    at += hit.length - 1
  }
  return new Set(named.map(({ unit }) => unit.id)).size === 1 ? named[0] : undefined
}

/** A date in a sentence, or what is doubtful about it; whether it matters, the command knows. */
export interface Promised {
  due: Due | null
  doubt: Declined | null
}

/** By when the sentence wants it; nothing is cut out of it, and a doubt is not yet a refusal. */
export const promised: Slot<Promised> = {
  label: '办结时限',
  stands: 'anywhere',
  optional: true,
  async read(reading, span) {
    try {
      const found = await due.read(reading, span)
      return found && { value: { due: found.value, doubt: null }, span: [span[0], span[0]] }
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      // What acts as no deadline at all is not doubted about one.
      if (!(error instanceof Asked) && error.code === 'E-DATE-2') return undefined
      return { value: { due: null, doubt: error }, span: [span[0], span[0]] }
    }
  },
  absent: () => ({ due: null, doubt: null }),
}
