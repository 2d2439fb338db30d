/** 交办、转办: a matter comes into the ledger and goes to exactly one lead unit. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person, Unit } from '../people/person.ts'
import { heads, isLeader, isSupervisor } from '../people/rights.ts'
import { type Day, dayOf, type Instant } from '../time/day.ts'
import type { Said } from '../time/said.ts'
import { type Act, type Birth, type Decision, notify } from './decision.ts'
import { refuseWithoutFour } from './four.ts'
import { type Level, type Matter, type NewMatter, type Origin, untouched } from './matter.ts'
import { type Profile, usualPath } from './profile.ts'
import { solved } from './refusal.ts'
import { step } from './rights.ts'
import type { Step } from './sides.ts'
import { signStep, stepsAfter } from './steps.ts'
import { type Supporter, withSupporters } from './support.ts'
import { askedNotices } from './supporting.ts'

export interface Assignment {
  title: string
  basis: string | null
  /** The lead unit. */
  lead: Unit
  /** The person named, if one was: the proposed handler. */
  person: Person | null
  /** 协办: the units that give their part. */
  supporters?: readonly Supporter[]
  due: Instant
  provisional: boolean
  /** How the date was said, where somebody said it. */
  said?: Said | null
  chat: string | null
  /** Why it is 特急; an empty text where the reason is missing. */
  urgent?: string | null
  /** The rule it runs on with the dates it sets; without one only its own date counts. */
  rule?: Ruled
  /** Whose word it is where somebody else speaks it: what a meeting settled is its leader's. */
  word?: { origin: Origin; assigner: number; series: number }
}

/** A profile as it holds for one matter. */
export interface Ruled {
  profile: Profile
  level: Level
  start: Instant
  steps: Step[]
  /** 批转, 党组: where it comes from, when that is why it runs on this profile. */
  source: string | null
}

/**
 * A new matter (D.2 rows 2 and 3). A leader or the 督查室 may assign to any unit, a head inside his own;
 * then the handler is named at once and the head's tap is skipped.
 */
export function assign(act: Act, order: Assignment, directory: Directory): Birth {
  const origin = order.word?.origin ?? originOf(act.by, order.lead)
  const assigner = order.word?.assigner ?? act.by.id
  if (!order.title)
    throw new Declined('E-TEXT-1', '请写明要办的事。', ['交办 科室名 事项 12月5日前'])
  if (order.rule) refuseWithoutFour(order.rule.profile, order)
  if (order.due <= act.at) throw new Declined('E-DATE-1', '办结时限已经过去，请写一个将来的日期。')
  leadable(order.lead)
  refuseEnded(order.lead, dayOf(act.at))
  const inside = origin === 'unit'
  const source =
    order.rule?.source ?? (inside ? '科内' : origin === 'instruction' ? '批示' : '交办')
  if (order.person?.id === assigner)
    throw new Declined('E-RIGHT-4', '不能交办给自己，请另指定承办人。')
  if (inside && !order.person)
    throw new Declined('E-PERSON-1', '科内交办请写明承办人。', ['交办 @承办人 事项 12月5日前'])
  const urgent = urgentBy(act, order)
  const matter: NewMatter = {
    ...untouched,
    urgent,
    supports: withSupporters([], order.supporters ?? [], order.lead.id, order.person?.id ?? null),
    title: order.title,
    basis: order.basis,
    source,
    origin,
    assigner,
    series: order.word?.series ?? null,
    lead: order.lead.id,
    proposed: order.person?.id ?? null,
    handler: inside ? (order.person?.id ?? null) : null,
    status: inside ? 'in_progress' : 'assigned',
    start: act.at,
    ...(order.rule ? ruledBy(order.rule, inside ? act.at : null) : {}),
    due: order.due,
    firstDue: order.due,
    provisional: order.provisional,
    said: order.said ?? null,
    chat: order.chat,
    created: act.at,
    changed: act.at,
  }
  return {
    matter,
    verb: '交办',
    text: order.title,
    notices: (born) => [
      ...toldOfAssignment(act, born, directory),
      ...askedNotices(act, born, order.supporters ?? []),
    ],
  }
}

/** 特急 is a leader's word, and has a reason (decisions.md "Sending window"). */
function urgentBy({ by }: Act, { urgent = null }: Assignment): string | null {
  if (urgent === null) return null
  if (!isLeader(by))
    throw new Declined(
      'E-URGENT-1',
      '特急由局领导确定并写明理由。请去掉“特急”再说一遍，或报请领导交办。',
    )
  if (urgent) return urgent
  throw new Declined('E-TEXT-2', '特急请写明理由。', [
    '交办 科室名 事项 今天18:00前 特急 因省厅明早调度',
  ])
}

/** The fields a rule sets; inside a unit the handler is named at once, which is signing and deployment in one. */
function ruledBy({ profile, level, start, steps }: Ruled, deployed: Instant | null) {
  const signed = deployed === null ? steps : stepsAfter(steps, 'sign', deployed)
  const path = JSON.stringify(profile.path) === JSON.stringify(usualPath) ? null : profile.path
  return {
    profile: profile.name,
    level,
    start,
    path,
    steps: deployed === null ? signed : stepsAfter(signed, 'deploy', deployed),
  }
}

/**
 * The matter goes to another lead unit before anyone signed (D.2 row 3 after 5; decisions.md hole 22). The clock goes
 * on; only the limit for signing, which is the new unit's own, begins anew.
 */
export function refer(
  matter: Matter,
  act: Act,
  lead: Unit,
  directory: Directory,
  signBy: Instant | null = null,
): Decision {
  const status = step(matter, act.by, 'refer', directory)
  if (lead.id === matter.lead && matter.refused)
    throw new Declined('E-UNIT-3', `${lead.name}已退签，请转办其他单位。`)
  leadable(lead)
  // A draft that was just registered goes to the unit it was drafted for, with the person proposed.
  const first = matter.status === 'registered' && matter.refused === null
  const steps = matter.steps.filter((one) => one.ends !== 'sign')
  if (signBy !== null) steps.unshift(signStep(act.at, Math.min(signBy, matter.due)))
  // Another unit leads now: what the one before could not do is no longer the question.
  const refusal = solved(matter, { by: act.by.id, at: act.at, text: `转办${lead.name}` })
  const next = {
    ...matter,
    status,
    lead: lead.id,
    proposed: first && lead.id === matter.lead ? matter.proposed : null,
    refused: null,
    // Who leads now no longer supports.
    supports: matter.supports.filter((one) => one.unit !== lead.id),
    steps,
    refusal,
    changed: act.at,
  }
  const notices = toldOfAssignment(act, next, directory)
  return { matter: next, verb: first ? '交办' : '转办', text: lead.name, notices }
}

/** Declines a unit that has nobody to sign for it. */
export function leadable(lead: Unit): void {
  if (lead.head !== null) return
  throw new Declined('E-UNIT-2', `${lead.name}还没有登记负责人，请先由管理员补登。`)
}

/** Whose word a new matter would be; declines a speaker who may not assign to that unit. */
export function originOf(by: Person, lead: Unit): Origin {
  if (isSupervisor(by)) return 'office'
  if (isLeader(by)) return 'instruction'
  if (heads(by, lead)) return 'unit'
  throw new Declined('E-RIGHT-1', '交办由局领导、督查室办理；科长可在本科室内交办。', ['帮助 交办'])
}

function toldOfAssignment(act: Act, matter: Matter, directory: Directory) {
  const unit = directory.units.get(matter.lead)
  const meeting = matter.source === '例会' && matter.series !== null
  const from = meeting ? `${matter.basis}，交办` : `${directory.name(matter.assigner)}交办`
  if (matter.status === 'in_progress')
    return notify(act, [matter.handler], `${from}${matter.id}号，请办理。`, true)
  return notify(act, [unit?.head], `${from}${matter.id}号，请签收。`, true)
}

/** A task force that is over takes nothing on (R13). */
function refuseEnded(lead: Unit, today: Day): void {
  if (lead.ends !== null && lead.ends < today)
    throw new Declined('E-FORCE-1', `${lead.name}已经结束，请交给承办人所在的科室。`)
}
