/** A change of something that is not a matter enters the history of that thing, or of the office. */

import type { Profile } from '../domain/matter/profile.ts'
import type { Pack } from '../domain/meeting/pack.ts'
import type { Preparation } from '../domain/meeting/preparation.ts'
import type { Resolution } from '../domain/meeting/resolution.ts'
import type { Series, Topic } from '../domain/meeting/series.ts'
import type { Absence } from '../domain/people/absence.ts'
import type { Person, Unit } from '../domain/people/person.ts'
import type { Quiet } from '../domain/remind/quiet.ts'
import type { Stray } from '../domain/remind/stray.ts'
import type { Brief } from '../domain/returns/brief.ts'
import type { Incident } from '../domain/returns/incident.ts'
import type { Plan } from '../domain/returns/plan.ts'
import type { Objection, Review } from '../domain/review/review.ts'
import type { Override } from '../domain/time/calendar.ts'
import type { Day } from '../domain/time/day.ts'
import type { Notice } from '../domain/time/notices.ts'
import type { Entered } from '../store/calendar.ts'
import type { Standing } from '../store/strays.ts'
import type { Spoken, Turn } from './turn.ts'

/** What 撤销 has to do to take such a change back; nothing where it cannot be. */
export type TakeBack =
  | { what: 'topic'; id: number; state: Topic['state'] }
  | { what: 'suggestion'; id: number }
  /** A keeper's word about a letter astray: as it was undecided, and how its letter stood before and since. */
  | { what: 'stray'; stray: Stray; was: Standing; is: Standing }
  /** Lines of minutes as they were; those that were added. */
  | { what: 'resolutions'; before: readonly Resolution[]; added: readonly number[] }
  /** The answer to a suggestion. */
  | { what: 'suggestion-answer'; id: number }
  | { what: 'praise'; id: number }
  /** A month's plan as it was before. */
  | { what: 'plan'; before: Plan }
  /** An incident as it was; null where it was not. */
  | { what: 'incident'; id: number; before: Incident | null }
  /** A unit's line of a day as it was. */
  | { what: 'brief'; key: Pick<Brief, 'incident' | 'day' | 'unit'>; before: Brief | null }
  /** The office's own rules as they were before; null where it had none of that name. */
  | { what: 'profiles'; before: { name: string; profile: Profile | null }[] }
  | { what: 'series'; id: number }
  /** A month's review as it was, null where there was none; whom to tell when it is taken back. */
  | {
      what: 'review'
      month: string
      before: Review | null
      told: readonly number[]
      published?: boolean
    }
  /** An objection as it was before its answer; null where it was just made. */
  | { what: 'objection'; id: number; before: Objection | null }
  | { what: 'quiet'; person: number; before: Quiet | null }
  | { what: 'setting'; name: string; before: string | null }
  | { what: 'remits'; person: number; words: string[] }
  /** Somebody was struck off: he, and the units whose post he left, as they were. */
  | { what: 'departure'; person: Person; units: Unit[] }
  /** A task force as it was before it ended. */
  | { what: 'force'; unit: Unit }
  /** Task forces that were formed, and those that were changed as they were. */
  | { what: 'forces'; born: number[]; before: Unit[] }
  /** A leave that was told, and those it changed as they were; whom to tell when it is taken back. */
  | { what: 'absence'; added: number | null; before: Absence[]; told: number[]; say: string }
  | { what: 'notice'; year: number; before: (Notice & Entered) | null }
  /** `work`: what was set; null where the unit's word was taken back. */
  | { what: 'day'; day: Day; work: boolean | null; before: (Override & Entered) | null }
  /** Its arrangements as they were, and when the packs that followed them were held. */
  | { what: 'arrangement'; id: number; before: Arrangement; packs?: PackTimesKept[] }
  /** What was prepared for its next agenda. */
  | { what: 'preparation'; id: number; before: Preparation }
  | {
      what: 'chat'
      before: { id: string; unit: number | null; series: number | null }
      /** The meeting that was bound, and its group before. */
      meeting?: { id: number; chat: string | null }
    }

/** When a pack's meeting is held, as it was. */
export type PackTimesKept = Pick<Pack, 'at' | 'meets' | 'state'>

/** What 例会 改、停开、补开 change. */
export type Arrangement = Pick<
  Series,
  | 'kind'
  | 'rule'
  | 'leader'
  | 'unit'
  | 'support'
  | 'secretary'
  | 'restDay'
  | 'study'
  | 'off'
  | 'extra'
>

/** The arrangements of a series alone. */
export function arrangementOf(series: Series): Arrangement {
  const { kind, rule, leader, unit, support, secretary, restDay, study, off, extra } = series
  return { kind, rule, leader, unit, support, secretary, restDay, study, off, extra }
}

interface Change {
  verb: string
  text: string
  back?: TakeBack
}

/** Writes a line of the office's own history. */
export async function record(turn: Spoken, change: Change): Promise<void> {
  const { rev, head } = await turn.store.people.chain()
  const seq = rev + 1
  const hash = await turn.store.journal.append(
    lineOf(turn, turn.actor.id, 'office', seq, change),
    head,
  )
  await turn.store.people.chained(seq, hash)
}

/** Writes a line of a series' history; gives the series with its new version. */
export const recordSeries = (turn: Spoken, series: Series, change: Change): Promise<Series> =>
  recordSeriesBy(turn, turn.actor.id, series, change)

/** The same where the clock may have done it: nobody is its actor then. */
export async function recordSeriesBy(
  turn: Turn,
  actor: number | null,
  series: Series,
  change: Change,
): Promise<Series> {
  const rev = series.rev + 1
  const line = lineOf(turn, actor, `series:${series.id}`, rev, change)
  const head = await turn.store.journal.append(line, series.head)
  return { ...series, rev, head }
}

function lineOf(
  turn: Turn,
  actor: number | null,
  object: string,
  seq: number,
  { verb, text, back }: Change,
) {
  return {
    object,
    seq,
    at: turn.stamp(),
    actor,
    verb,
    text,
    way: turn.way,
    turn: turn.key,
    change: { before: null, after: back ? { back } : {} },
  }
}
