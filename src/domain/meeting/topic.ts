/** 议题: what a meeting should speak about, from a text or from a matter; accepted or returned by the meeting's secretary. */
import { Declined } from '../declined.ts'
import { isOpen, type Matter } from '../matter/matter.ts'
import { waitingRefusal } from '../matter/refusal.ts'
import { carries } from '../matter/report.ts'
import { rungOf } from '../matter/rungs.ts'
import { nextStep } from '../matter/transitions.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { isSupervisor, seesAll, speaksFor } from '../people/rights.ts'
import type { Instant } from '../time/day.ts'
import type { Series, Topic } from './series.ts'

/** Still to be spoken about, whether the secretary has said so or not. */
export const isQueued = ({ state }: Pick<Topic, 'state'>): boolean =>
  state === 'queued' || state === 'accepted'

/** What cannot be done without others: 需国土部门确权, 需与省厅会商, 涉及多部门. */
const OTHERS =
  /(?:需|须|要|涉及|依赖|等待|由|请|与|和|商)[^，。；]{0,10}(?:(?:其他|有关|相关|外|多个?|各)(?:部门|单位|科室)|部门|[省市县区](?:厅|局|委|办)|国土|自然资源|住建|发改|税务|人社|公安|法院|银行|人行|乡镇|街道|平台公司)/u

/** Whether the reason of a no is that other departments are needed: then a meeting can help. */
export const needsOthers = (reason: string): boolean => OTHERS.test(reason)

/** Whether a meeting could help a matter on: it waits for an answer to a no, or its date has passed. */
export const isStuck = (matter: Matter, now: Instant): boolean =>
  isOpen(matter) && (waitingRefusal(matter) !== undefined || matter.due < now)

/** The meetings in whose field a matter lies, those that its lead unit leads first. */
export function meetingsFor(matter: Matter, all: readonly Series[]): Series[] {
  const own = all.filter((one) => one.id === matter.series)
  if (own.length > 0) return own
  const leading = all.filter((one) => one.unit === matter.lead)
  return leading.length > 0 ? leading : all.filter((one) => one.support.includes(matter.lead))
}

/** Declines who may not bring a matter before a meeting, and a meeting whose readers it is no business of. */
export function refuseSubmission(
  matter: Matter,
  series: Series,
  by: Person,
  at: Instant,
  directory: Directory,
): void {
  if (!isOpen(matter)) {
    const { say, tries } = nextStep(matter, directory)
    throw new Declined('E-STATE-1', `${matter.id}号${say}，现在不能提交例会。`, tries)
  }
  const own = carries(by, matter, directory) || rungOf(by, matter, at, directory) !== undefined
  if (!own && !seesAll(by) && !speaksFor(by, series.secretary))
    throw new Declined('E-RIGHT-2', `${matter.id}号请由承办人、承办单位负责人或督查室提交例会。`)
  const field = [series.unit, ...series.support]
  const units = [matter.lead, ...matter.supports.map((one) => one.unit)]
  const known = matter.series === series.id || units.some((unit) => field.includes(unit))
  if (known || seesAll(by)) return
  throw new Declined(
    'E-TOPIC-1',
    `“${series.name}”没有${directory.unitName(matter.lead)}参加，请由督查室或局领导提交。`,
    ['例会'],
  )
}

/** Declines who may not decide on a meeting's topics: they are its secretary's and the 督查室's. */
export function refuseNotSecretary(by: Person, series: Series, directory: Directory): void {
  if (speaksFor(by, series.secretary) || isSupervisor(by)) return
  const name = directory.name(series.secretary)
  throw new Declined('E-RIGHT-1', `“${series.name}”的议题由会议秘书${name}或督查室办理。`)
}

/** A topic after the secretary's word. Declines one that is no longer waiting. */
export function decided(topic: Topic, state: 'accepted' | 'returned', reason: string): Topic {
  if (!isQueued(topic) || topic.state === state)
    throw new Declined('E-TOPIC-2', `议题${topic.id}${stateSaid[topic.state]}，没有变动。`)
  if (state === 'returned' && !reason)
    throw new Declined('E-TEXT-2', '退回议题请写明理由。', [
      `退回议题 ${topic.id} 材料不全，补充后再报`,
    ])
  return { ...topic, state, reason: reason || null }
}

/** What has become of a topic, as the end of a sentence. */
export const stateSaid: Readonly<Record<Topic['state'], string>> = {
  queued: '待审',
  accepted: '已采纳',
  returned: '已退回',
  taken: '已议',
  withdrawn: '已撤回',
}
