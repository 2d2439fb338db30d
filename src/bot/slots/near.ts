/** A name that is nearly one of the house, 预算课 for 预算科, 杜科长 for 杜建华: asked about, one tap answers. */
import { Asked } from '../../domain/declined.ts'
import type { Person } from '../../domain/people/person.ts'
import { wordsIn } from '../sentence.ts'
import type { Reading, Span } from '../slot.ts'
import { slipOf, soundsLike } from '../suggest.ts'

/** What the name of a house ends in: a slip elsewhere in such a word is still a house. */
const HOUSE = /[科课室办处局股组部]$/u

/** Asks when exactly one unit's or person's name nearly stands here; silent when none or several do. */
export function askNear(reading: Reading, [from, to]: Span): void {
  const text = reading.sentence.folded.slice(from, to).replace(/^@/, '')
  const at = from + (reading.sentence.folded[from] === '@' ? 1 : 0)
  const called = calledBy(text, reading)
  if (called) throw askCalled(called, reading, [from, at + called.typed.length])
  const hit = nearUnit(text, reading) ?? nearPerson(text, reading)
  if (!hit) return
  const before = wordsIn(reading.sentence, 0, from)
  const after = wordsIn(reading.sentence, at + hit.typed.length)
  throw new Asked('E-UNIT-5', `名册中没有“${hit.typed}”。您是不是想说“${hit.name}”？`, [
    { label: hit.name, say: [before, hit.name, after].filter((one) => one).join(' ') },
  ])
}

interface Near {
  typed: string
  name: string
}

function nearUnit(text: string, { directory }: Reading): Near | undefined {
  const hits = [...directory.units.values()].flatMap((unit) =>
    [unit.name, ...unit.aliases].flatMap((name) => {
      const typed = text.slice(0, name.length)
      if (name.length < 3 || typed.length < name.length) return []
      const near = soundsLike(typed, name) || (HOUSE.test(typed) && slipOf(typed, name))
      return near ? [{ typed, name: unit.name }] : []
    }),
  )
  return only(hits)
}

/** A person's name must stand alone, or half the dictionary sounds like somebody. */
function nearPerson(text: string, { directory }: Reading): Near | undefined {
  const typed = /^\p{Script=Han}{2,4}(?=$|[\s,:;。])/u.exec(text)?.[0]
  if (typed === undefined) return undefined
  const names = new Set([...directory.people.values()].flatMap((one) => (one.left ? [] : one.name)))
  return only([...names].flatMap((name) => (soundsLike(typed, name) ? [{ typed, name }] : [])))
}

function only(hits: Near[]): Near | undefined {
  return new Set(hits.map((one) => one.name)).size === 1 ? hits[0] : undefined
}

/** 杜科长, 郑局, 小王, 老李: a surname with a title, or as colleagues call each other. */
const CALLED =
  /^(?:(\p{Script=Han})副?(局长?|科长?|主任|处长?|书记|组长|总)|[小老](\p{Script=Han}))(?=$|[\s,:;、。])/u
/** More would not be a question but a roster. */
const MOST = 4

interface Called {
  typed: string
  people: Person[]
}

function calledBy(text: string, { directory }: Reading): Called | undefined {
  const hit = CALLED.exec(text)
  if (!hit) return undefined
  const [typed, surname, title, familiar] = hit
  const people = [...directory.people.values()].filter(
    (one) =>
      !one.left &&
      one.name.startsWith(surname ?? familiar ?? '') &&
      (title === undefined || one.title.includes(title)),
  )
  return people.length > 0 && people.length <= MOST ? { typed, people } : undefined
}

function askCalled({ typed, people }: Called, reading: Reading, [from, to]: Span): Asked {
  const { sentence, directory } = reading
  const before = wordsIn(sentence, 0, from)
  const after = wordsIn(sentence, to)
  return new Asked(
    'E-UNIT-5',
    `“${typed}”是哪一位，请选择：`,
    people.map((one) => {
      const name = `${directory.unitName(one.unit)}${one.name}`
      return { label: name, say: [before, name, after].filter((part) => part).join(' ') }
    }),
  )
}
