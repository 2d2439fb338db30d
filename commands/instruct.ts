/** 批示: a leader's word on a matter; or, on no matter yet, the word that begins one. */
import {
  type Addressee,
  Asked,
  addressee,
  anyway,
  bear,
  command,
  Declined,
  leaders,
  matterOrReplied,
  optional,
  type Promised,
  promised,
  type Reply,
  refuseTwice,
  type Spoken,
  savedText,
  settle,
  text,
} from '../src/bot/index.ts'
import { askedOn, type InstructedOn, subjectMeant } from '../src/bot/instructed.ts'
import { attach } from '../src/domain/matter/attach.ts'
import { assignByInstruction, instruct, rule } from '../src/domain/matter/instruct.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import { OWN_DATE, profileOf } from '../src/domain/matter/profiles.ts'
import { timetableOf } from '../src/domain/matter/timetable.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { unitsInChargeOf } from '../src/domain/people/rights.ts'
import { addWorkdays } from '../src/domain/time/workdays.ts'
import { daySaid, dueSaid, whenSaid } from '../src/views/words.ts'

const SAMPLE = '批示 请预算科三日内拿出意见'

export default command({
  name: '批示',
  // 批示请预算科… is the word and what is wanted; 批示件, 批示精神 are other words.
  also: /^批示(?=请|由|交|责成|抓紧|尽快|务必|同意|要)/,
  about: '办理',
  summary: '领导对一件事项作批示；不写编号的，批示即立项',
  says: ['{matter} {still} {to} {by} {text}', '{saved} {still} {to} {by} {text}'],
  slots: {
    matter: matterOrReplied,
    saved: optional(savedText),
    still: anyway,
    to: addressee,
    by: promised,
    text,
  },
  teaches:
    '对哪件事、怎么办。已有的事，写编号和要求，或者回复那件事的卡片说；还没有立项的事，写明哪个科室、几时办结，批示即立项',
  who: leaders,
  examples: ['批示 3 请每周五前报一次进展', '批示 请预算科三日内拿出意见'],
  changes: true,
  asks: true,
  quotes: {
    when: ({ matter, saved }) => !matter && saved === null,
    instead: '请不用回复，直接说“批示”和要办的事。',
  },
  async run(turn, { matter, saved, still, to, by, text }) {
    if (!text) throw new Declined('E-TEXT-1', '请写明批示内容。', [SAMPLE])
    if (!matter) {
      const about = await subjectMeant(turn, saved)
      const word = { to, by, still: still !== null, about }
      return askedOn(turn, about, () => begin(turn, word, text))
    }
    return ruling(matter, to) ? decide(turn, matter, to.unit, text) : note(turn, matter, by, text)
  },
})

/** Before it is signed, a word that names who is to carry it settles that; after a 退签 any unit it asks. */
function ruling(matter: Matter, to: Addressee | null): to is Addressee {
  if (!to || !['registered', 'assigned'].includes(matter.status)) return false
  return to.rules || matter.status === 'registered'
}

async function decide(turn: Spoken, matter: Matter, lead: Unit, text: string): Promise<Reply> {
  const decision = rule(matter, { by: turn.actor, at: turn.at }, lead, text, turn.directory)
  const after = await settle(turn, decision, turn.actor.id)
  const line = `${after.id}号已批示由${lead.name}承办，待签收。10分钟内可说“撤销”。`
  return { line, matter: after }
}

async function note(turn: Spoken, matter: Matter, by: Promised, text: string): Promise<Reply> {
  const act = { by: turn.actor, at: turn.at }
  // Only another round takes a date from the words; under way, the date is changed by 改 alone.
  const again = matter.status === 'completed'
  if (again && by.doubt) throw by.doubt
  const due = again ? by.due : null
  const after = await settle(turn, instruct(matter, act, text, due, turn.directory), turn.actor.id)
  const when = whenSaid(after.due, turn.now, turn.calendar)
  const round = again ? `重新办理（第${after.round}轮），` : ''
  const late = after.due < turn.now ? `已过时限，要另定请说“改 ${after.id} 截止 日期”。` : ''
  const line = `已记${after.id}号批示，${round}时限 ${when}。${late}10分钟内可说“撤销”。`
  return { line, matter: after }
}

interface Word {
  to: Addressee | null
  by: Promised
  still: boolean
  /** The message replied to, which the word is about. */
  about: InstructedOn | null
}

async function begin(turn: Spoken, { to, by, still, about }: Word, text: string): Promise<Reply> {
  if (!to) throw asksUnit(turn, text)
  if (by.doubt) throw by.doubt
  if (!by.due) throw asksDate(turn, to.unit, text)
  const chat = turn.place.startsWith('g:') ? turn.place.slice(2) : null
  const { at: due, provisional, said } = by.due
  const lead = to.unit
  const act = { by: turn.actor, at: turn.at }
  // Its own date counts, and the limit for signing that every matter has.
  const profile = profileOf({ profile: OWN_DATE }, turn.profiles)
  const terms = { at: turn.at, level: '一般' as const, urgent: false, own: by.due, meeting: null }
  const { start, steps } = timetableOf(profile, terms, turn.calendar)
  const order = {
    ...{ title: about?.title ?? text, basis: about?.basis ?? null },
    ...{ lead, person: to.person, due, provisional, said, chat },
    rule: { profile, level: terms.level, start, steps, source: null },
  }
  const birth = assignByInstruction(act, order, text, turn.directory)
  if (!still) await refuseTwice(turn, birth.matter)
  const born = await bear(turn, birth, turn.actor.id)
  const matter = about?.file
    ? await settle(turn, attach(born, act, about.file, turn.directory), turn.actor.id)
    : born
  const whom = to.person ? `${lead.name}${to.person.name}` : lead.name
  const when = dueSaid(matter.due, turn.now, turn.calendar)
  const line = `已按批示立项并交办${whom}，${matter.id}号，时限 ${when}。10分钟内可说“撤销”。`
  return { line, matter, born: true }
}

/** Whom it is for is asked among the units of the leader's own field. */
function asksUnit({ actor, directory }: Spoken, text: string): Declined {
  const say = '听懂了：批示。还缺：由哪个科室承办。'
  const units = unitsInChargeOf(actor, directory).filter((one) => one.kind !== 'leaders')
  if (units.length === 0) return new Declined('E-INSTRUCT-1', say, [SAMPLE])
  const choices = units.slice(0, 5).map(({ name }) => ({
    label: name,
    say: `批示 由${name}办理：${text}`,
  }))
  return new Asked('E-INSTRUCT-1', say, choices)
}

function asksDate({ today, calendar }: Spoken, lead: Unit, text: string): Asked {
  const choices = [3, 5, 10].map((days) => {
    const day = addWorkdays(today, days, calendar)
    return { label: `${days}个工作日内（${daySaid(day, today)}）`, say: `批示 ${day}前 ${text}` }
  })
  return new Asked(
    'E-INSTRUCT-2',
    `听懂了：批示${lead.name}办理。还缺：办结时限，请选择：`,
    choices,
  )
}
