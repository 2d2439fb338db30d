/** 专班: who leads it and who sits in it, each behind its word. */
import { Declined } from '../../domain/declined.ts'
import type { Person } from '../../domain/people/person.ts'
import { mentionAt } from '../sentence.ts'
import { missing, type Reading, type Slot, type Span } from '../slot.ts'
import { personAt } from './people.ts'

const LEADS =
  /(?:^|[\s,;。、])(?:牵头(?:人|领导)?|负责人|组长|班长|召集人|由(?=\S{2,12}牵头))\s*:?\s*/gu
const SEATS = /(?:^|[\s,;。])(?:成员(?:单位|名单)?|组员|抽调(?:人员)?)\s*:?\s*/u
const AND = /^\s*[、,和与及/]\s*|^\s+/u

/** `牵头 @李娜`, `由李娜牵头`, `组长：李娜`. */
export const forceLeader: Slot<Person> = {
  label: '牵头人（牵头 @姓名）',
  stands: 'anywhere',
  optional: false,
  read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    for (const hit of text.matchAll(LEADS)) {
      const found = personAt(reading, [from + hit.index + hit[0].length, to])
      if (!found) continue
      const behind = /^\s*牵头/.exec(reading.sentence.folded.slice(found.span[1], to))?.[0].length
      return { value: found.value, span: [from + hit.index, found.span[1] + (behind ?? 0)] }
    }
    return undefined
  },
  absent: () => missing('牵头人（牵头 @姓名）'),
}

/** `成员 @王强、@赵敏、国库科郝俊峰`: persons, of whatever unit; a unit alone is nobody. */
export const forceMembers: Slot<Person[]> = {
  label: '成员（成员 @姓名、@姓名）',
  stands: 'anywhere',
  optional: false,
  read(reading, [from, to]) {
    const hit = SEATS.exec(reading.sentence.folded.slice(from, to))
    if (!hit) return undefined
    const listed = listAt(reading, [from + hit.index + hit[0].length, to])
    return listed && { value: listed.people, span: [from + hit.index, listed.end] }
  },
  absent: () => missing('成员（成员 @姓名、@姓名）'),
}

function listAt(reading: Reading, [from, to]: Span): { people: Person[]; end: number } | undefined {
  const { sentence, directory } = reading
  const people: Person[] = []
  let end = from
  for (let at = from; at < to; ) {
    const found = personAt(reading, [at, to])
    if (!found || found.span[0] !== at) {
      const unit = mentionAt(sentence, at) ? undefined : directory.unitAt(sentence.folded.slice(at))
      if (unit) throw new Declined('E-FORCE-4', `成员请写到人：${unit.unit.name}由谁参加？`)
      break
    }
    people.push(found.value)
    end = found.span[1]
    const more = AND.exec(sentence.folded.slice(end, to))
    if (!more) break
    at = end + more[0].length
  }
  return people.length > 0 ? { people, end } : undefined
}
