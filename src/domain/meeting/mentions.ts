/** Units and persons as a written line names them: `金融科、预算科`, `金融科李娜`, `李娜同志`, one list after the other. */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'

/** One that is named: a unit, or a person for his home unit. */
export interface Named {
  unit: number
  person: number | null
}

/** A list of units and persons that stand together, `[from, to)`. */
export interface Mention {
  from: number
  to: number
  those: Named[]
  /** Several persons of one name: nobody can tell which. */
  namesakes: number[]
  /** Only the bureau's leaders: they lead, they do not carry out. */
  leaders: boolean
}

const AND = /^\s*(?:[、/／&]|[和与及])\s*(?=\S)/u
const TITLE = /^(?:同志|(?:副?(?:科长|主任|局长|组长|专班长)))/u
const QUOTED = /《[^》]*》|“[^”]*”|「[^」]*」/gu

/** The text with what stands in quotes hidden, every position kept. */
export const unquoted = (text: string): string =>
  text.replace(QUOTED, (quoted) => '□'.repeat(quoted.length))

/** Every list in a text, in order. */
export function mentionsIn(text: string, directory: Directory): Mention[] {
  const shown = unquoted(text)
  const found: Mention[] = []
  for (let at = 0; at < shown.length; at++) {
    const first = namedAt(shown, at, directory)
    if (!first) continue
    const mention: Mention = { from: at, to: at, those: [], namesakes: [], leaders: false }
    const all: One[] = []
    for (let next: One | undefined = first; next; ) {
      all.push(next)
      mention.to = next.to
      const and: string | undefined = AND.exec(shown.slice(next.to))?.[0]
      next = and === undefined ? undefined : namedAt(shown, next.to + and.length, directory)
    }
    mention.to += /^\s*等(?:单位|部门|科室|处室)?/u.exec(shown.slice(mention.to))?.[0].length ?? 0
    mention.those = all.flatMap(({ named }) => named ?? [])
    mention.namesakes = all.flatMap(({ namesakes }) => namesakes)
    mention.leaders = mention.those.length + mention.namesakes.length === 0
    found.push(mention)
    at = mention.to - 1
  }
  return found
}

interface One {
  to: number
  named?: Named
  namesakes: number[]
}

function namedAt(text: string, from: number, directory: Directory): One | undefined {
  const at = text[from] === '@' ? from + 1 : from
  const unit = directory.unitAt(text.slice(at))
  if (unit) {
    const to = at + unit.length
    const inside = personOf(text, to, directory, unit.unit.id)
    if (inside) return inside
    const named = { unit: unit.unit.id, person: null }
    return { to, namesakes: [], ...(unit.unit.kind === 'leaders' ? {} : { named }) }
  }
  return personOf(text, at, directory)
}

/** A person right there: behind his unit also in brackets and behind his title. */
function personOf(
  text: string,
  from: number,
  directory: Directory,
  unit?: number,
): One | undefined {
  const between =
    unit === undefined
      ? ''
      : (/^\s*(?:副?(?:科长|主任))?\s*[（(:：]?\s*/u.exec(text.slice(from))?.[0] ?? '')
  const at = from + between.length
  const hit = directory.personAt(text.slice(at))
  if (!hit) return undefined
  const people = unit === undefined ? hit.people : inUnit(hit.people, unit, directory)
  if (people.length === 0) return undefined
  let to = at + hit.length
  to += TITLE.exec(text.slice(to))?.[0].length ?? 0
  if (/[（(]/u.test(between) && /^\s*[）)]/u.test(text.slice(to))) to = text.slice(0, to).length + 1
  if (people.length > 1) return { to, namesakes: people.map((one) => one.id) }
  const [person] = people as [Person]
  const isLeader = person.post === 'principal' || person.post === 'leader'
  const home = unit ?? person.unit
  return { to, namesakes: [], ...(isLeader ? {} : { named: { unit: home, person: person.id } }) }
}

const inUnit = (people: Person[], unit: number, directory: Directory): Person[] =>
  people.filter((one) => one.unit === unit || directory.units.get(unit)?.members.includes(one.id))
