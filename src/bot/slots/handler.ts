/** 承办人: exactly one carries a matter; where two are named the sentence is asked about. */
import { Asked } from '../../domain/declined.ts'
import type { Person } from '../../domain/people/person.ts'
import { mentionAt, wordsIn } from '../sentence.ts'
import type { Reading, Slot, Span } from '../slot.ts'
import { person, personAt } from './people.ts'

const AND = /^\s*(?:[、,/]|[和与及])\s*/u

/** The one who is to carry it. */
export const handler: Slot<Person> = {
  ...person,
  async read(reading, span) {
    const found = await person.read(reading, span)
    const other = found && another(reading, [found.span[1], span[1]])
    if (!found || !other) return found
    const { sentence, directory } = reading
    const say = (one: Person) => {
      const name = `${directory.unitName(one.unit)}${one.name}`
      return [wordsIn(sentence, 0, span[0]), name, wordsIn(sentence, other.end)].join(' ').trim()
    }
    throw new Asked(
      'E-PERSON-7',
      '一件事只能有一位承办人，请选定一位；另一位可以协办。',
      [found.value, other.person].map((one) => ({ label: one.name, say: say(one) })),
    )
  },
}

/** A second person joined to the first: `王强、史丽萍`, `@王强 @史丽萍`; a name that begins the words stands apart. */
function another(reading: Reading, [from, to]: Span): { person: Person; end: number } | undefined {
  const { sentence, directory } = reading
  const text = sentence.folded.slice(from, to)
  const joint = AND.exec(text)?.[0].length ?? 0
  const space = /^\s*/.exec(text)![0].length
  const at = from + (joint || space)
  const mention = mentionAt(sentence, at) !== undefined
  const typed = sentence.folded.slice(at, to).replace(/^@/, '')
  if (!mention && (joint === 0 || directory.personAt(typed) === undefined)) return undefined
  const found = personAt(reading, [at, to])
  const whole = found && /^(?:[\s,:;。、]|$)/.test(sentence.folded.slice(found.span[1], to))
  return found && (mention || whole) ? { person: found.value, end: found.span[1] } : undefined
}
