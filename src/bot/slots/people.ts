/** 人和科室: a mention, or a name as people say it; homonyms are asked about, outsiders refused. */
import { Asked, Declined } from '../../domain/declined.ts'
import type { Person, Unit } from '../../domain/people/person.ts'
import { mentionAt, nextMention, SIGN, wordsIn } from '../sentence.ts'
import type { Found, Reading, Slot, Span } from '../slot.ts'
import { askNear } from './near.ts'

/** What leads over to whom: 交办给李娜, 转办 11 至金融科, 交办任务：金融科. */
const TO =
  /^(?:(?:一[项件个])?(?:任务|工作|事项?)(?=给|[\s:])[\s:]*)?(?:交给|转给|派给|给|由|至|到)?\s?/
/** 金融科牵头，…: what the unit is asked to be says nothing more. */
const LEADS = /^(?:牵头|主办|负责|承办|办理|一[项件个](?:工作|任务|事项))(?=[\s,、;:]|$)/

/** The same slot behind a word that leads over to it. */
function led<T>(slot: Slot<T>): Slot<T> {
  return {
    ...slot,
    async read(reading, [from, to]) {
      const lead = TO.exec(reading.sentence.folded.slice(from, to))?.[0].length ?? 0
      const found = await slot.read(reading, [from + lead, to])
      const next = found?.span[0] === from + lead
      if (!found || !next) return found
      const leads = LEADS.exec(reading.sentence.folded.slice(found.span[1], to))?.[0].length ?? 0
      return { ...found, span: [from, found.span[1] + leads] }
    },
  }
}

/** A person: mentioned, or named (`王强`, `@王强`, `预算科王强`). */
export const person: Slot<Person> = led({
  label: '人员（@姓名）',
  stands: 'at',
  optional: false,
  read(reading, span) {
    const found = personAt(reading, span) ?? mentioned(reading, span)
    if (!found) askNear(reading, span)
    return found
  },
  absent: () => {
    throw new Declined('E-PERSON-2', '还缺：人员（@姓名）。')
  },
})

const named: Slot<Unit> = {
  label: '科室',
  stands: 'at',
  optional: false,
  read(reading, [from, to]) {
    // A unit cannot be mentioned, but people type an @ before it all the same.
    const at = reading.sentence.folded[from] === '@' ? 1 : 0
    const hit = reading.directory.unitAt(reading.sentence.folded.slice(from + at, to))
    return hit && { value: hit.unit, span: [from, from + at + hit.length] }
  },
  absent: () => {
    throw new Declined('E-UNIT-1', '还缺：科室。')
  },
}

/** A unit by name or alias. */
export const unit: Slot<Unit> = led({
  ...named,
  async read(reading, span) {
    const hit = await named.read(reading, span)
    if (!hit) askNear(reading, span)
    return hit
  },
})

/** To whom a matter goes: a person, or a unit. */
export type Recipient = { person: Person } | { unit: Unit }

/** 李娜科长, 王强同志: the title behind a name is part of it. */
const TITLE =
  /^(?:副?(?:局长|科长|主任|处长|书记|组长|总会计师)|[一二三四]级(?:主任科员|调研员|科员)|同志)(?=[\s,:;、。]|$)/u

/** A person mentioned anywhere, or a unit or a person named first. */
export const recipient: Slot<Recipient> = led<Recipient>({
  label: '承办单位或承办人',
  stands: 'at',
  optional: false,
  read(reading, span) {
    const one = personAt(reading, span)
    if (one) return { value: { person: one.value }, span: one.span }
    const hit = named.read(reading, span) as Found<Unit> | undefined
    if (hit) return { value: { unit: hit.value }, span: hit.span }
    const other = mentioned(reading, span)
    if (!other) askNear(reading, span)
    return other && { value: { person: other.value }, span: other.span }
  },
  absent: () => {
    throw new Declined('E-PERSON-2', '还缺：承办单位或承办人。')
  },
})

/** The person named or mentioned right at the beginning of a stretch, his title with him. */
export function personAt(reading: Reading, span: Span): Found<Person> | undefined {
  const found = namedHere(reading, span)
  if (!found) return undefined
  const [from, to] = found.span
  const title = TITLE.exec(reading.sentence.folded.slice(to, span[1]))?.[0].length ?? 0
  return { ...found, span: [from, to + title] }
}

function namedHere(reading: Reading, [from, to]: Span): Found<Person> | undefined {
  if (mentionAt(reading.sentence, from)) return mentioned(reading, [from, to])
  const text = reading.sentence.folded.slice(from, to)
  if (/^@(所有人|全体成员|all\b)/i.test(text))
    throw new Declined('E-PERSON-5', '不能交给所有人，请写明一个单位或一个人。')
  const at = text.startsWith('@') ? 1 : 0
  const house = reading.directory.unitAt(text.slice(at))
  if (house) {
    const inside = reading.directory.personAt(text.slice(at + house.length))
    const people = inside?.people.filter((one) => one.unit === house.unit.id) ?? []
    if (inside && people.length === 1)
      return { value: people[0]!, span: [from, from + at + house.length + inside.length] }
    return memberBehind(reading, house.unit, [from, from + at + house.length], to)
  }
  const hit = reading.directory.personAt(text.slice(at))
  if (!hit) {
    if (at) throw new Declined('E-PERSON-4', '名册中没有您 @ 的人，请核对姓名。')
    return undefined
  }
  const span: Span = [from, from + at + hit.length]
  const housed = /^\(([^()]{2,20})\)/.exec(text.slice(at + hit.length))
  const unit = housed && reading.directory.unitNamed(housed[1]!)
  const own = unit ? hit.people.filter((one) => one.unit === unit.id) : []
  if (housed && own.length === 1)
    return { value: own[0]!, span: [from, span[1] + housed[0].length] }
  return { value: onlyOne(hit.people, reading, span), span }
}

/** `金融科 王强 …`, `金融科@王强`, `金融科（王强）`: one of the unit's own right behind it, as a word of its own. */
function memberBehind(
  { sentence, directory }: Reading,
  unit: Unit,
  [begin, from]: Span,
  to: number,
): Found<Person> | undefined {
  const gap = /^\s*(?:\(\s*)?/.exec(sentence.folded.slice(from, to))![0]
  const closes = (at: number) =>
    (gap.includes('(') ? /^\s*\)/ : /^(?=[\s,:;。、]|$)/).exec(sentence.folded.slice(at, to))
  const at = from + gap.length
  const mention = mentionAt(sentence, at)
  const named = mention
    ? undefined
    : directory.personAt(sentence.folded.slice(at).replace(/^@/, ''))
  const typed = sentence.folded[at] === '@' ? 1 : 0
  const end = mention ? at + SIGN : at + typed + (named?.length ?? 0)
  const close = mention && !gap.includes('(') ? [''] : closes(end)
  const known = mention ? [directory.byOpenId(mention.openId)] : (named?.people ?? [])
  const own = known.filter((one) => one?.unit === unit.id || unit.members.includes(one?.id ?? -1))
  const [only] = own
  if (!only || own.length !== 1 || !close) return undefined
  return { value: only, span: [begin, end + (close[0]?.length ?? 0)] }
}

function mentioned(reading: Reading, [from, to]: Span): Found<Person> | undefined {
  const at = nextMention(reading.sentence, from)
  if (at < 0 || at >= to) return undefined
  const mention = mentionAt(reading.sentence, at)!
  const known = reading.directory.byOpenId(mention.openId)
  if (known) return { value: known, span: [at, at + SIGN] }
  const who = mention.name ? `“${mention.name}”` : '所选人员'
  throw new Declined('E-PERSON-4', `${who}不在本单位名册中，不能办理督办事项。`)
}

function onlyOne(people: Person[], reading: Reading, [from, to]: Span): Person {
  if (people.length === 1) return people[0]!
  const { sentence, directory } = reading
  const choices = people.map((one) => {
    const house = directory.unitName(one.unit)
    const before = wordsIn(sentence, 0, from)
    const after = wordsIn(sentence, to)
    return { label: `${house}${one.name}`, say: `${before} ${house}${one.name} ${after}`.trim() }
  })
  const houses = choices.map((choice) => choice.label).join('、')
  throw new Asked(
    'E-PERSON-6',
    `有${people.length}位${people[0]!.name}：${houses}。请选择：`,
    choices,
  )
}
