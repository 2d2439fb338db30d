/** 周交办: what a week hands out, and how it was handed in by the next meeting (domain.md AT7, B.4). */
import type { Directory } from '../people/directory.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, dayOf, type Instant, instantAt } from '../time/day.ts'
import type { Said } from '../time/said.ts'
import { mondayOf, type NumberedWeek, numberedWeekOf } from '../time/week.ts'
import { onOrAfterWorkday, previousWorkday } from '../time/workdays.ts'
import { assign } from './assign.ts'
import type { Act, Birth } from './decision.ts'
import type { Matter } from './matter.ts'
import type { Profile } from './profile.ts'
import { timetableOf } from './timetable.ts'

/** The source and the profile of what a week hands out. */
export const WEEKLY = '周交办'

/** One line of a week's list, as it was read: units and persons by their ids. */
export interface BatchRow {
  /** Its line in what was pasted or dropped. */
  line: number
  title: string
  basis: string | null
  lead: number
  person: number | null
  supports: { unit: number; person: number | null }[]
  /** Its own date; null where the meeting's holds. */
  due: { at: Instant; provisional: boolean; said: Said | null } | null
}

/** A week's list for one meeting. */
export interface Batch {
  /** `2022-周37`. */
  name: string
  /** The meeting by which it is handed in, and its series if it has one. */
  handIn: Instant
  series: number | null
}

/** `2022-周37`, so that names sort as the weeks do. */
export const batchName = ({ year, week }: NumberedWeek): string =>
  `${year}-周${String(week).padStart(2, '0')}`

/** The week of a batch's name. */
export function weekIn(name: string): NumberedWeek {
  const [year = '', week = ''] = name.split('-周')
  return { year: Number(year), week: Number(week) }
}

/** `第37周`. */
export const weekSaid = (name: string): string => `第${weekIn(name).week}周`

/** The week in which something is handed out: that of the working day on or after. */
export const weekAt = (at: Instant, calendar: Calendar): NumberedWeek =>
  numberedWeekOf(onOrAfterWorkday(dayOf(at), calendar))

/** The batch some weeks later, or earlier. */
export function batchAfter(name: string, weeks: number): string {
  const monday = mondayOf(weekIn(name)) ?? ''
  return batchName(numberedWeekOf(addDays(monday, 7 * weeks)))
}

/** The end of the week of a batch: it is handed in at the first meeting after. */
export const endOfWeek = (name: string): Instant =>
  instantAt(addDays(mondayOf(weekIn(name)) ?? '', 6), '24:00')

/** A matter of the batch, by the rules of an assignment; its date is its own or the meeting's. */
export function assignRow(
  act: Act,
  row: BatchRow,
  batch: Batch,
  { profile, calendar, directory }: { profile: Profile; calendar: Calendar; directory: Directory },
): Birth {
  const terms = { at: act.at, level: '一般', urgent: false, meeting: batch.handIn } as const
  const table = timetableOf(profile, { ...terms, own: row.due }, calendar)
  const birth = assign(
    act,
    {
      title: row.title,
      basis: row.basis,
      lead: directory.units.get(row.lead)!,
      person: directory.people.get(row.person ?? 0) ?? null,
      supporters: row.supports.map(({ unit, person }) => ({
        unit: directory.units.get(unit)!,
        person: directory.people.get(person ?? 0) ?? null,
      })),
      due: table.due ?? batch.handIn,
      provisional: table.provisional,
      said: row.due?.said ?? null,
      chat: null,
      rule: { profile, level: '一般', start: table.start, steps: table.steps, source: WEEKLY },
    },
    directory,
  )
  return { ...birth, matter: { ...birth.matter, batch: batch.name, series: batch.series } }
}

/** How a batch was handed in; withdrawn and merged matters are none of it. */
export interface HandIn {
  all: Matter[]
  /** Handed in, 交卷: the result is in, whether or not it was reviewed. */
  done: Matter[]
  inTime: Matter[]
  open: Matter[]
}

/** The results of a batch. */
export function handInOf(matters: readonly Matter[]): HandIn {
  const all = matters.filter(({ status }) => status !== 'withdrawn' && status !== 'merged')
  const done = all.filter(({ closing, closed }) => closing !== null || closed !== null)
  const inTime = done.filter((one) => (one.closing?.at ?? one.closed ?? 0) <= one.due)
  return { all, done, inTime, open: all.filter((one) => !done.includes(one)) }
}

/** When the page of a batch goes out: in the morning of the meeting, or the working day before an early one. */
export function pageTime(handIn: Instant, calendar: Calendar): Instant {
  const morning = instantAt(dayOf(handIn), '8:10')
  const early = morning > handIn - 20 * 60_000 || !calendar.isWorkday(dayOf(handIn))
  return early ? instantAt(previousWorkday(dayOf(handIn), calendar), '17:10') : morning
}

/** Whom a batch concerns: who leads, carries, supports or gave one of its matters. */
export function concernedBy(matters: readonly Matter[], directory: Directory): Set<number> {
  const people = matters.flatMap((one) => [
    directory.units.get(one.lead)?.head ?? null,
    one.handler ?? one.proposed,
    one.assigner,
    ...one.supports.map((part) => part.person ?? directory.units.get(part.unit)?.head ?? null),
  ])
  return new Set(people.filter((id): id is number => id !== null))
}
