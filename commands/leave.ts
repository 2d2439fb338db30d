/** 请假、代办、销假: whoever is away names a stand-in, who gets meanwhile what would be his. */
import {
  Asked,
  anyone,
  command,
  Declined,
  days,
  mentionedToo,
  named,
  oneOf,
  optional,
  record,
  type Spoken,
  standIn,
  tellPeople,
} from '../src/bot/index.ts'
import { spellWords } from '../src/bot/slots/days.ts'
import { kindOfLeave } from '../src/bot/slots/kind-of-leave.ts'
import type { Absence } from '../src/domain/people/absence.ts'
import { actingDuring, endLeave, leavesOf, takeLeave } from '../src/domain/people/leave.ts'
import type { Person } from '../src/domain/people/person.ts'
import { isAdmin } from '../src/domain/people/rights.ts'
import type { Days } from '../src/domain/time/stretch.ts'
import { leaveSaid, nameWithHouse, spellSaid } from '../src/views/leave.ts'

const sure = optional(oneOf('确认', ['确认']))
const UNDO = '10分钟内可说“撤销”。'
/** 我明天请假, 12月1日至5日休假: the days before the word, of oneself. */
const LEAVE_BEHIND =
  /^(?:我|本人)?(?:想|要|拟|申请)?(?=(?:[\d今明后大本下周星期礼拜月日号天起至到、.~\-和一二三四五六七八九十两共]|\s){2,20}(?:请假|休假|出差)\s*(?:$|[,。]|代办|由))/u

const leaving = command({
  name: '请假',
  aliases: ['请个假', '休假', '出差'],
  also: LEAVE_BEHIND,
  about: '其他',
  summary: '登记哪几天不在、由谁代办；期间的待办和消息转给代办人',
  says: ['{sure} {who} {standIn} {days} {also} {kind}'],
  slots: { sure, who: named, standIn, days, kind: kindOfLeave, also: mentionedToo },
  who: anyone,
  examples: ['请假 12月1日至5日 代办 @王强', '请假 明天'],
  changes: true,
  run: (turn, { sure, who, standIn, days, also }) =>
    register(turn, { who, also, standIn, days, sure: sure !== null, verb: '请假' }),
})

const handing = command({
  name: '代办',
  about: '其他',
  summary: '请假期间改由谁代办；写上日期同时登记请假',
  says: ['{sure} {first} {days} {kind}', '{days} {later} {kind}'],
  slots: {
    sure,
    first: { ...named, optional: false },
    later: mentionedToo,
    days: optional(days),
    kind: kindOfLeave,
  },
  who: anyone,
  examples: ['代办 @王强 12月8日至9日'],
  changes: true,
  run(turn, { sure, first, later, days }) {
    const standIn = first ?? later
    const next = leavesOf(turn.actor.id, turn.directory).find((one) => one.to >= turn.today)
    if (!standIn || (!days && !next))
      throw new Declined(
        'E-LEAVE-7',
        '您没有登记请假。请写明哪几天由谁代办；要看等您办的事，请说“待办”。',
        ['待办', '请假 12月1日至5日 代办 @王强'],
      )
    const spell = days ?? { first: next!.from, last: next!.to }
    const confirmed = sure !== null || !days
    return register(turn, {
      who: null,
      also: null,
      standIn,
      days: spell,
      sure: confirmed,
      verb: '代办',
    })
  },
})

const returning = command({
  name: '销假',
  aliases: ['取消请假'],
  about: '其他',
  summary: '提前回来或不请了，从今天起自己办',
  says: ['{who} {day}'],
  slots: { who: named, day: optional(days) },
  who: anyone,
  examples: ['销假'],
  changes: true,
  async run(turn, { who, day }) {
    if (who && who.id !== turn.actor.id && !isAdmin(turn.actor))
      throw new Declined('E-LEAVE-8', '为他人销假由管理员办理；说“销假”销自己的假。', ['销假'])
    const person = who ?? turn.actor
    const name = person.id === turn.actor.id ? '' : ` ${nameWithHouse(person, turn.directory)}`
    const again = (from: string) => ({
      label: spellSaid({ first: from, last: from }, turn.today),
      say: `销假${name} ${from}`,
    })
    const { was, to } = endLeave(person.id, turn.today, day?.first ?? null, again, turn.directory)
    if (to === null) await turn.store.absences.cancel(was.id)
    else await turn.store.absences.save({ ...was, to })
    const told = others(turn, actingDuring(was, turn.directory), person)
    await tellPeople(
      turn,
      told,
      `${person.name}已销假，${spellSaid({ first: was.from, last: was.to }, turn.today)}不再需要您代办。`,
    )
    const say = leaveSaid(person, was, turn.directory, turn.today)
    const back = { what: 'absence' as const, added: null, before: [was], told, say }
    await record(turn, { verb: '销假', text: person.name, back })
    return {
      line: `${person.id === turn.actor.id ? '' : person.name}已销假，待办和消息照常。${UNDO}`,
    }
  },
})

export default [leaving, handing, returning]

interface Told {
  /** Whose leave it is, where it is not the speaker's. */
  who: Person | null
  /** Named without a word that tells what for. */
  also: Person | null
  standIn: Person | null
  days: Days
  sure: boolean
  verb: string
}

async function register(turn: Spoken, { who, also, standIn, days, sure, verb }: Told) {
  const { store, today } = turn
  const sentence = (standing: Person | null, whose: Person | null) =>
    [
      '请假',
      whose ? nameWithHouse(whose, turn.directory) : '',
      spellWords(days),
      standing ? `代办 ${nameWithHouse(standing, turn.directory)}` : '',
    ]
      .filter((word) => word)
      .join(' ')
  if (also) throw asStandIn(turn, also, sentence)
  if (who && who.id !== turn.actor.id && !isAdmin(turn.actor)) throw asStandIn(turn, who, sentence)
  const person = who ?? turn.actor
  const told = { person: person.id, from: days.first, to: days.last, standIn: standIn?.id ?? null }
  const again = () => ({
    label: `改为${spellSaid(days, today)}${standIn ? `，${standIn.name}代办` : ''}`,
    say: sentence(standIn, person.id === turn.actor.id ? null : person).replace(
      '请假',
      '请假 确认',
    ),
  })
  const { absence, replaces } = takeLeave(told, sure, again, turn.directory)
  for (const one of replaces) await store.absences.cancel(one.id)
  const id = await store.absences.add(absence)
  const directory = await store.people.directory()
  const before = new Set(replaces.flatMap((one) => actingDuring(one, turn.directory)))
  const acting = others(turn, actingDuring(absence, directory), person)
  const say = leaveSaid(person, absence, directory, today)
  await tellPeople(turn, acting, say)
  const released = others(turn, [...before], person).filter((one) => !acting.includes(one))
  await tellPeople(turn, released, `${person.name}的代办人已改，不再需要您代办。`)
  const back = {
    what: 'absence' as const,
    added: id,
    before: replaces,
    told: [...acting, ...released],
    say: `${person.name}撤销了刚才登记的请假（${spellSaid(days, today)}）。`,
  }
  await record(turn, { verb, text: `${person.name} ${spellWords(days)}`, back })
  return { line: echo(turn, person, absence, standIn) }

  function echo(
    turn: Spoken,
    person: Person,
    absence: Omit<Absence, 'id'>,
    standIn: Person | null,
  ) {
    const acts = directory.people.get(directory.actsFor(absence.person, absence.from))
    const self = acts === undefined || acts.id === absence.person
    const by = self
      ? '没有可以代办的人，紧要的消息仍发给本人'
      : standIn?.id === acts.id
        ? `由${nameWithHouse(acts, directory)}代办`
        : `按规定由${nameWithHouse(acts, directory)}代办`
    const whose = person.id === turn.actor.id ? '' : person.name
    return `已登记${whose}请假：${spellSaid(days, today)}，${by}。${UNDO}`
  }
}

/** A person named without a word may be the stand-in; an administrator may have meant that one's own leave. */
function asStandIn(
  turn: Spoken,
  other: Person,
  sentence: (standIn: Person | null, whose: Person | null) => string,
): Asked {
  const whose = { label: `登记${other.name}请假`, say: sentence(null, other) }
  return new Asked('E-LEAVE-8', `提到了${other.name}：是请其代办吗？代办人前请写“代办”。`, [
    { label: `我请假，由${other.name}代办`, say: sentence(other, null) },
    ...(isAdmin(turn.actor) ? [whose] : []),
  ])
}

const others = (turn: Spoken, people: number[], person: Person): number[] =>
  people.filter((id) => id !== turn.actor.id && id !== person.id)
