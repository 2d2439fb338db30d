/** 日报: one unit's one line of one day; a day without a line is a missed day and stays one. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { belongs, heads, isLeader, selvesOf } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Day, dayOf, type Instant, instantAt } from '../time/day.ts'
import { type Incident, owedOn, PICTURE, reportsOn } from './incident.ts'

export interface Brief {
  incident: number
  day: Day
  unit: number
  /** What was said in time; empty when only a late word came. */
  text: string
  /** 无变化. */
  same: boolean
  by: number
  at: Instant
  /** What was said after the day's picture. */
  late: string | null
}

/** A line, not a report. */
const LONGEST = 200

const NO_CHANGE =
  /^(?:今[日天]|情况|目前|截至目前|暂|均|总体|较昨[日天])*(?:无|没有|未有|没)(?:新的?|任何)?(?:变化|情况|异常|增加|动态)$|^(?:情况)?同(?:昨[日天]|前|上)$|^(?:照旧|如常|一切如常|平稳无变化)$/u

/** Whether a line says that nothing has changed. */
export const saysSame = (text: string): boolean =>
  NO_CHANGE.test(text.replace(/[\s，。,.！!]/gu, ''))

/** The line of a day: a newer one replaces it until the picture, and stands beside it as late from then on. */
export function told(
  incident: Incident,
  before: Brief | undefined,
  line: { unit: number; by: number; at: Instant; text: string },
  calendar: Calendar,
): Brief {
  const day = dayOf(line.at)
  if (incident.state !== 'open' || day > incident.last)
    throw new Declined(
      'E-BRIEF-3',
      `“${incident.name}”的日报已经结束，不用再报；确需重启，由局领导说“日报 ${incident.name} 重启 至 日期”。`,
      [`研判 ${incident.name}`],
    )
  if (!reportsOn(incident, day, calendar))
    throw new Declined('E-BRIEF-4', '今天休息，不用报日报；有紧急情况请直接向领导报告。', ['日报'])
  const { text } = line
  refuseLong(text)
  if (before && (before.late ?? before.text) === text)
    throw new Declined('E-BURDEN-2', '今天已报过这一句，不用再报。', [`日报 ${incident.name}`])
  const { unit, by, at } = line
  const base = { incident: incident.id, day, unit, by, at }
  if (at >= instantAt(day, PICTURE))
    return {
      ...base,
      text: before?.text ?? '',
      same: before?.same ?? false,
      late: before?.late ? `${before.late}；${text}` : text,
    }
  return { ...base, text, same: saysSame(text), late: null }
}

function refuseLong(text: string): void {
  if ([...text].length > LONGEST)
    throw new Declined('E-TEXT-3', `日报一天一句话，请控制在${LONGEST}字以内，详情请附文件。`)
}

/** The line of a day that is over: only where that day was missed; it stays marked as told afterwards (补报). */
export function toldLate(
  incident: Incident,
  before: Brief | undefined,
  line: { day: Day; unit: number; by: number; at: Instant; text: string },
  calendar: Calendar,
): Brief {
  const { day, text, ...who } = line
  const own = `日报 ${incident.name} ${text}`
  if (day > dayOf(line.at)) throw new Declined('E-BRIEF-6', '日报不能提前报，到那天再报。', [own])
  if (!owedOn(incident, day, calendar))
    throw new Declined('E-BRIEF-6', `“${incident.name}”那天不用报日报，不用补。`, [
      `研判 ${incident.name}`,
    ])
  refuseLong(text)
  if (before && (before.text !== '' || before.late === text))
    throw new Declined('E-BURDEN-2', `那天已报过：${before.text || text}。不用补报。`, [
      `研判 ${incident.name}`,
    ])
  const late = before?.late ? `${before.late}；${text}` : text
  return { incident: incident.id, day, ...who, text: '', same: false, late }
}

/** The unit for which a person reports; leaders read, and others have no part in it. */
export function reportingUnit(incident: Incident, person: Person, directory: Directory): number {
  const found = incident.units.find((id) => isOf(person, id, directory))
  if (found !== undefined) return found
  const names = incident.units.map((id) => directory.unitName(id)).join('、')
  throw new Declined('E-RIGHT-2', `“${incident.name}”的日报由${names}报。`, [
    `研判 ${incident.name}`,
  ])
}

/** Whether the incident is his to read: he reports for it, or leads. */
export const readsIncident = (incident: Incident, person: Person, directory: Directory): boolean =>
  isLeader(person) ||
  person.roles.includes('supervisor') ||
  incident.units.some((id) => isOf(person, id, directory))

function isOf(person: Person, id: number, directory: Directory): boolean {
  const unit = directory.units.get(id)
  return (
    unit !== undefined &&
    (heads(person, unit) || selvesOf(person).some((one) => belongs(one, unit)))
  )
}

/** Who is asked for a unit's line: whoever gave the last one, else the liaison, else the head; one person. */
export function reporterOf(
  unit: number,
  last: number | undefined,
  directory: Directory,
): number | undefined {
  const here = (id: number | null | undefined) =>
    id !== null && id !== undefined && directory.people.get(id)?.left === false ? id : undefined
  const liaison = directory.membersOf(unit).find((one) => one.roles.includes('liaison'))
  return here(last) ?? liaison?.id ?? here(directory.units.get(unit)?.head)
}
