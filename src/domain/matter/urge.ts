/** 催办: whoever's word it is asks the one whose step is next to hurry, the lead unit's head those who support it; once a day is enough (R8 message budget). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { heads, isLeader, isSupervisor, speaksFor } from '../people/rights.ts'
import { clockOf, dayOf, type Instant } from '../time/day.ts'
import { type Act, type Decision, notify } from './decision.ts'
import { dutiesOf } from './duties.ts'
import { isOpen, type Matter, nextDate, type Report } from './matter.ts'
import { silentSupports } from './support.ts'
import { nextStep } from './transitions.ts'

/**
 * The persons whose step is next are asked to take it; nothing else changes.
 * @param last when it was last urged by this verb, if ever.
 * @param words what he who urges wants said besides.
 */
export function urge(
  matter: Matter,
  act: Act,
  last: (verb: string) => Instant | undefined,
  directory: Directory,
  words = '',
): Decision {
  if (!isOpen(matter)) {
    const { say, tries } = nextStep(matter, directory)
    throw new Declined('E-STATE-1', `${matter.id}号${say}，不用再催办。`, tries)
  }
  const silent = silentSupports(matter)
  const urgesAll = mayUrge(matter, act, directory)
  const urgesSupporters = heads(act.by, directory.units.get(matter.lead)) && silent.length > 0
  if (!urgesAll && !urgesSupporters)
    throw new Declined('E-RIGHT-2', `${matter.id}号由交办领导、分管领导或督查室催办。`)
  // What the lead unit asks of its supporters does not use up the assigner's one urging a day.
  const verb = urgesAll ? '催办' : '催协办'
  const before = last(verb)
  if (before !== undefined && dayOf(before) === dayOf(act.at))
    throw new Declined('E-URGE-1', `${matter.id}号今天已催办过，请等待办理。`, [
      `历史 ${matter.id}`,
    ])
  const insists = urgesAll ? askedAgain(matter, act, words) : undefined
  const waits = dutiesOf(matter, directory)
    .filter((duty) => urgesAll || duty.kind === 'support')
    .map((duty) => duty.person)
  const late = act.at > nextDate(matter) ? '已过时限' : '临近时限'
  const units = silent.map((one) => directory.unitName(one.unit)).join('、')
  const say = urgesAll ? nextStep(matter, directory).say : `待${units}反馈协办情况`
  const head = directory.units.get(matter.lead)?.head
  const said = insists ?? words
  return {
    matter,
    verb,
    text: said ? `${late}，${insists === undefined ? '' : '仍需催办：'}${said}` : late,
    notices: notify(
      act,
      [...waits, urgesAll && matter.handler === null ? head : null],
      `${act.by.name}催办${matter.id}号：${late}，${say}，请抓紧办理。${said}`,
      true,
    ),
  }
}

/** 仍需催办：省厅今天调度; 特急 省厅今天调度. */
const INSISTS = /^(?:特急(?=[\s:：，,]|$)|(?:仍需|仍要|仍请|确需)(?:再?催办?)?)[\s:：，,]*(.*)$/su

/** Who has reported today has answered already: what he said is pointed to, and asked again only with a reason (F14). */
function askedAgain(matter: Matter, act: Act, words: string): string | undefined {
  const reason = INSISTS.exec(words)?.[1]?.trim()
  const answer = answeredToday(matter, act.at)
  if (!answer) return reason
  const may = isSupervisor(act.by) || (isLeader(act.by) && words.startsWith('特急'))
  if (reason === undefined || !may)
    throw new Declined(
      'E-BURDEN-1',
      `${answerSaid(matter, answer)}不必再问；确需再催的，请写明“特急”和理由。`,
      [`查 ${matter.id}`, `催办 ${matter.id} 特急 省厅今天调度`],
    )
  if (!reason)
    throw new Declined('E-TEXT-2', '今天已有进展，仍需催办的请写明理由。', [
      `催办 ${matter.id} 特急 省厅今天调度`,
    ])
  return reason
}

/** Today's report of a matter under way, with which it need not be asked about again. */
export function answeredToday(matter: Matter, at: Instant): Report | undefined {
  const { report, status, extension } = matter
  const answers = status === 'in_progress' && extension === null && report !== null
  return answers && dayOf(report.at) === dayOf(at) ? report : undefined
}

/** `3号今天 09:20 已有进展：已走访12家。`. */
export const answerSaid = ({ id }: Matter, { at, text }: Report): string =>
  `${id}号今天 ${clockOf(at)} 已有进展：${text}。`

/** Whether it is his to press: the assigner, the leader in charge, the 督查室. */
export const mayUrge = (matter: Matter, act: Act, directory: Directory): boolean =>
  isSupervisor(act.by) || speaksFor(act.by, matter.assigner) || inCharge(matter, act, directory)

const inCharge = (matter: Matter, act: Act, directory: Directory): boolean =>
  speaksFor(act.by, directory.units.get(matter.lead)?.charge ?? null)
