/** The calendar has changed: dates are counted anew, what is planned on them follows, and those concerned are told once. */
import type { Decision } from '../domain/matter/decision.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { RECOUNT, recounted } from '../domain/matter/recount.ts'
import { nextMeeting, packTimes } from '../domain/meeting/series.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { clockOf, dayOf, type Instant } from '../domain/time/day.ts'
import type { Moved } from '../views/calendar.ts'
import { realignPacks } from './arranging.ts'
import { followCalendar } from './follow.ts'
import { followHandIn } from './hand-in.ts'
import { tellMoved } from './moved-dates.ts'
import { settle } from './settle.ts'
import type { Turn } from './turn.ts'

/** How many open matters are read at a time. */
const PAGE = 500

/** What came of it: the matters whose date moved. */
export interface Recount {
  moved: Moved[]
  told: number
}

/**
 * Counts every open matter anew by the turn's calendar; `before` is the one it was counted on. `why` is told:
 * 2027年放假安排公布.
 */
export async function recount(
  turn: Turn,
  before: Calendar,
  why: string,
  actor: number | null,
): Promise<Recount> {
  const moved: Moved[] = []
  for (const matter of await openMatters(turn)) {
    const change = { before, after: turn.calendar, now: turn.now }
    const after = recounted(matter, change, profileOf(matter, turn.profiles))
    if (after !== matter) {
      // Only what was read by number in this turn can be settled.
      await turn.store.matters.get(matter.id)
      const settled = await settle(turn, decisionOf(matter, after, why), actor)
      if (after.due !== matter.due) moved.push({ matter: settled, was: matter.due })
    }
    await followCalendar(turn, before, matter, after)
  }
  await realignJobs(turn)
  moved.push(...(await realignMeetings(turn, before, why, actor)))
  return { moved, told: await tellMoved(turn, moved, why) }
}

/** All of them before the first is changed: the list is in the order of the dates that move. */
async function openMatters({ store }: Turn): Promise<Matter[]> {
  const all: Matter[] = []
  for (;;) {
    const page = await store.matters.find({ limit: PAGE, offset: all.length })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

function decisionOf(before: Matter, after: Matter, why: string): Decision {
  const text =
    before.due === after.due ? why : `${why}：${said(before.due)} 改为 ${said(after.due)}`
  return { matter: after, verb: RECOUNT, text, notices: [] }
}

const said = (at: Instant): string => `${dayOf(at)} ${clockOf(at)}`

/** What comes round by itself on working days comes round by the new ones. */
async function realignJobs({ store, words, now, calendar }: Turn): Promise<void> {
  for (const { rule, every } of words.jobs.values()) {
    if (!every) continue
    const at = every(now, calendar)
    const ahead = (await store.occurrences.planned(rule, '')).filter((one) => one.at > now)
    const wrong = ahead.filter((one) => one.at !== at)
    for (const one of wrong) await store.occurrences.cancel(one, '放假安排已变动')
    if (wrong.length > 0) await store.occurrences.plan({ rule, subject: '', at })
  }
}

/** The next pack of each meeting is planned by the new days; one that is due already stays. */
async function realignMeetings(
  turn: Turn,
  before: Calendar,
  why: string,
  actor: number | null,
): Promise<Moved[]> {
  const { store, now, calendar } = turn
  const moved: Moved[] = []
  for (const series of await store.meetings.list()) {
    await realignPacks(turn, series)
    const was = { series, calendar: before }
    moved.push(...(await followHandIn(turn, was, { series, calendar }, why, actor)))
    const subject = `series:${series.id}`
    const ahead = await store.occurrences.planned('agenda-draft', subject)
    const at = packTimes(nextMeeting(series, now, calendar), calendar).draft
    if (at <= now || ahead.length === 0 || ahead.some((one) => one.at <= now || one.at === at))
      continue
    for (const one of ahead) await store.occurrences.cancel(one, '放假安排已变动')
    await store.occurrences.plan({ rule: 'agenda-draft', subject, at })
  }
  return moved
}
