/** 代办人: the person who stands in, by the word beside his name; and a person named first, whose leave it is. */
import type { Person } from '../../domain/people/person.ts'
import { mentionAt, SIGN } from '../sentence.ts'
import type { Found, Reading, Slot, Span } from '../slot.ts'
import { personAt } from './people.ts'

const WORD = '(?:代办人?|代理人?|代班|顶班|顶岗|代管|代为办理|代)'
/** 代办 @王强, 代办人：王强, 工作由王强, 代办由 @王强. */
const BEFORE = new RegExp(`^(?:(?:工作|期间)?(?:暂?由|请|交由?)?${WORD}(?:是|为|由|给)?[\\s:]*)`)
/** 由王强代办, @王强 代办. */
const LEAD = /^(?:(?:工作|期间|事务)?(?:暂?由|请|交由?|委托|让)\s?)?/
const AFTER = new RegExp(`^\\s?(?:同志)?(?:帮我?|替我?)?${WORD}(?:理|工作|我的?工作|一下)?`)

/** Who stands in, wherever it is said. */
export const standIn: Slot<Person | null> = {
  label: '代办人（代办 @姓名）',
  stands: 'anywhere',
  optional: true,
  read(reading, [from, to]) {
    for (let i = from; i < to; i++) {
      const found = behindWord(reading, [i, to]) ?? beforeWord(reading, [i, to])
      if (found) return found
    }
    return undefined
  },
  absent: () => null,
}

function behindWord(reading: Reading, [from, to]: Span): Found<Person> | undefined {
  const word = BEFORE.exec(reading.sentence.folded.slice(from, to))?.[0].length
  const found = word === undefined ? undefined : personAt(reading, [from + word, to])
  return found && { value: found.value, span: [from, found.span[1]] }
}

function beforeWord(reading: Reading, [from, to]: Span): Found<Person> | undefined {
  const { folded } = reading.sentence
  const lead = LEAD.exec(folded.slice(from, to))?.[0].length ?? 0
  if (!mayBeName(reading, from + lead, to)) return undefined
  const found = personAt(reading, [from + lead, to])
  const word = found && AFTER.exec(folded.slice(found.span[1], to))?.[0].length
  return word ? { value: found.value, span: [from, found.span[1] + word] } : undefined
}

/** Only where a name stands with the word behind it: a homonym is asked about where he is meant. */
function mayBeName({ sentence, directory }: Reading, from: number, to: number): boolean {
  if (mentionAt(sentence, from)) return AFTER.test(sentence.folded.slice(from + SIGN, to))
  const text = sentence.folded.slice(from, to).replace(/^@/, '')
  const house = directory.unitAt(text)?.length ?? 0
  const name = directory.personAt(text.slice(house))?.length
  return name !== undefined && AFTER.test(text.slice(house + name))
}

/** A person named with an @ somewhere, with no word that tells what for. */
export const mentionedToo: Slot<Person | null> = {
  label: '人员（@姓名）',
  stands: 'anywhere',
  optional: true,
  read(reading, [from, to]) {
    const { sentence } = reading
    for (let i = from; i < to; i++)
      if (mentionAt(sentence, i) || sentence.folded[i] === '@') return personAt(reading, [i, to])
    return undefined
  },
  absent: () => null,
}

/** A person right where the sentence has got to; one further on is somebody else. */
export const named: Slot<Person | null> = {
  label: '人员（@姓名）',
  stands: 'at',
  optional: true,
  read: (reading, span) => personAt(reading, span),
  absent: () => null,
}
