/** 哪几天: a spell of days, wherever it stands; two readings are asked about. */
import { Asked, Declined } from '../../domain/declined.ts'
import { dayOf, instantAt } from '../../domain/time/day.ts'
import { readSpell } from '../../domain/time/spell.ts'
import type { Days } from '../../domain/time/stretch.ts'
import { daySaid } from '../../views/words.ts'
import { wordsIn } from '../sentence.ts'
import { missing, type Slot } from '../slot.ts'

const LABEL = '哪几天（如 12月1日至5日）'

/** From which day to which. */
export const days: Slot<Days> = {
  label: LABEL,
  stands: 'anywhere',
  optional: false,
  read({ sentence, calendar, now }, [from, to]) {
    // A private character may not be read as a digit or a letter of the phrase; a space keeps the positions.
    const text = sentence.folded.slice(from, to).replace(/[\udb80-\udbff][\udc00-\udfff]/g, '  ')
    // Whole days: what is left of today is still today.
    const found = readSpell(text, instantAt(dayOf(now), '00:00'), calendar)
    if (!found) return undefined
    const span: [number, number] = [found.span[0] + from, found.span[1] + from]
    if (found.kind === 'ok') return { value: found.days, span }
    if (found.kind === 'reject')
      throw new Declined(found.reason === 'past' ? 'E-DATE-1' : 'E-DATE-2', found.say)
    const today = dayOf(now)
    const choices = found.candidates.map(({ first, last }) => ({
      label:
        first === last
          ? daySaid(first, today)
          : `${daySaid(first, today)} 至 ${daySaid(last, today)}`,
      say: [wordsIn(sentence, 0, span[0]), spellWords({ first, last }), wordsIn(sentence, span[1])]
        .join(' ')
        .trim(),
    }))
    throw new Asked('E-DATE-6', found.reason, choices)
  },
  absent: () => missing(LABEL),
}

/** The days as words that are read as these days and no others. */
export const spellWords = ({ first, last }: Days): string =>
  first === last ? first : `${first}至${last}`
