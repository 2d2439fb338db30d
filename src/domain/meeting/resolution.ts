/** 议定事项: what a meeting settled has the meeting's number and its own (一事一号), and becomes a matter by a human's word. */
import { Declined } from '../declined.ts'
import { type Assignment, assign, type Ruled } from '../matter/assign.ts'
import type { Act, Birth } from '../matter/decision.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { isLeader, isSupervisor, selvesOf, speaksFor } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import type { DraftRead } from './minutes.ts'
import { nextMeeting, type Series } from './series.ts'

/** A meeting of a series, by its number. */
export interface ResolutionKey {
  series: number
  meeting: number
}

export interface Resolution extends DraftRead, ResolutionKey {
  id: number
  /** Its number within the meeting; with the meeting's it is the basis, unique. */
  item: number
  state: 'draft' | 'registered' | 'dropped'
  /** The matter it became. */
  matter: number | null
  /** Who brought the minutes. */
  person: number
  at: Instant
  rev: number
}

/** Drafts wait so long for a human's word. */
export const DRAFT_DAYS = 7

/** The word before which a draft has expired. */
export const expired = (resolution: Pick<Resolution, 'at'>, now: Instant): boolean =>
  now - resolution.at >= DRAFT_DAYS * 86_400_000

/** The profile that meetings' matters run on. */
export const MEETING_RULE = '例会议定'

/** `服务企业周例会第147次`. */
export const meetingName = (series: Pick<Series, 'name'>, meeting: number): string =>
  `${series.name}第${meeting}次`

/** `服务企业周例会第147次·3`: the basis of the matter, and how a sentence names the draft. */
export const basisOf = (series: Pick<Series, 'name'>, { meeting, item }: Resolution): string =>
  `${meetingName(series, meeting)}·${item}`

/**
 * The highest number that minutes may be of: that of the next meeting. `held` is the last one by our own count, `known`
 * the highest that minutes have had, counted on from when they came in. Undefined while the house does not know
 * how the series is numbered: it met before the bot was there.
 */
export function highestNumber(
  series: Series,
  held: number,
  known: { meeting: number; at: Instant } | undefined,
  now: Instant,
  calendar: Calendar,
): number | undefined {
  if (!known) return series.held > 0 ? held + 1 : undefined
  let counted = known.meeting
  for (
    let at = nextMeeting(series, known.at, calendar);
    at <= now && counted < known.meeting + MOST_COUNTED;
    at = nextMeeting(series, at, calendar)
  )
    counted += 1
  return Math.max(held, counted) + 1
}

/** Further than a year of weeks nobody counts. */
const MOST_COUNTED = 60

/** What has to be settled before it can be registered. */
export function lacking({ lead, due }: Pick<DraftRead, 'lead' | 'due'>): ('承办单位' | '时限')[] {
  const open: ('承办单位' | '时限')[] = []
  if (lead === null) open.push('承办单位')
  if (due.is !== 'set' && due.is !== 'none') open.push('时限')
  return open
}

/** Who makes a meeting's decisions into matters: its secretary, the 督查室, the principal. */
export function refuseNotKeeper(by: Person, series: Series, directory: Directory): void {
  const principal = selvesOf(by).some((one) => one.post === 'principal')
  if (speaksFor(by, series.secretary) || isSupervisor(by) || principal) return
  const name = directory.name(series.secretary)
  throw new Declined(
    'E-RIGHT-1',
    `“${series.name}”的纪要由会议秘书${name}、督查室或主要领导办理。`,
    ['例会'],
  )
}

/** By when a meeting's decision without a date of its own is due: the series' next meeting, not one still held today. */
export const nextAfter = (series: Series, now: Instant, calendar: Calendar): Instant =>
  nextMeeting(series, instantAt(dayOf(now), '24:00') - 1, calendar)

/** What a draft is registered with, besides what it says itself. */
export interface Terms {
  due: Instant
  provisional: boolean
  rule: Ruled
}

/** The matter that a draft becomes: the meeting's leader's word, else that of the leader in charge, else the 督查室's. */
export function resolve(
  act: Act,
  resolution: Resolution,
  series: Series,
  { due, provisional, rule }: Terms,
  directory: Directory,
): Birth {
  const name = basisOf(series, resolution)
  if (resolution.state === 'registered')
    throw new Declined('E-MINUTES-4', `${name}已立项，为${resolution.matter}号。`, [
      `查 ${resolution.matter}`,
    ])
  if (expired(resolution, act.at))
    throw new Declined(
      'E-MINUTES-5',
      `${name}超过${DRAFT_DAYS}天没有确认，草稿已失效，请重新粘贴纪要。`,
      [`纪要 ${series.name}`],
    )
  const lacks = lacking(resolution)
  const lead = directory.units.get(resolution.lead?.unit ?? 0)
  if (!lead || lacks.length > 0)
    throw new Declined(
      'E-MINUTES-3',
      `${name}还缺：${(lead ? lacks : ['承办单位']).join('、')}。`,
      [`改议定 ${name} 金融科 12月5日前`],
    )
  const person = directory.people.get(resolution.lead?.person ?? 0) ?? null
  const order: Assignment = {
    title: resolution.title,
    basis: name,
    lead,
    person: person?.left ? null : person,
    supporters: resolution.supports.flatMap(({ unit, person }) => {
      const house = directory.units.get(unit)
      return house ? [{ unit: house, person: directory.people.get(person ?? 0) ?? null }] : []
    }),
    due,
    provisional,
    said: resolution.due.is === 'set' ? resolution.due.said : null,
    chat: null,
    rule,
    word: { ...wordOf(act.by, lead.charge, series, directory), series: series.id },
  }
  const birth = assign(act, order, directory)
  return { ...birth, verb: '议定', text: resolution.words }
}

function wordOf(by: Person, charge: number | null, series: Series, directory: Directory) {
  const named = directory.named(series.leader).find(isLeader)
  const leader = named ?? directory.people.get(charge ?? 0)
  if (leader && !leader.left) return { origin: 'instruction' as const, assigner: leader.id }
  return { origin: 'office' as const, assigner: by.id }
}
