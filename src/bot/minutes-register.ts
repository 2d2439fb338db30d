/** Drafts become matters, or are put right, by a human's word; all of one sentence is taken back together. */
import { Declined } from '../domain/declined.ts'
import { duplicateOf } from '../domain/matter/duplicate.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { timetableOf } from '../domain/matter/timetable.ts'
import {
  MEETING_RULE,
  meetingName,
  nextAfter,
  type Resolution,
  resolve,
} from '../domain/meeting/resolution.ts'
import type { Series } from '../domain/meeting/series.ts'
import { record } from './record.ts'
import { bear } from './settle.ts'
import type { Spoken } from './turn.ts'

/** No unit has more open at once; what is due later than that many is not looked at. */
const LOOKED_THROUGH = 2000

/** The open matter, or the earlier draft, that each draft repeats; by the draft's id. */
export async function twinsOf(
  turn: Spoken,
  drafts: readonly Resolution[],
): Promise<Map<number, Matter>> {
  const leads = [...new Set(drafts.flatMap(({ lead }) => lead?.unit ?? []))]
  const open = await turn.store.matters.find({ leads, limit: LOOKED_THROUGH })
  const found = new Map<number, Matter>()
  for (const { id, lead, title } of drafts) {
    const own = open.filter((one) => one.lead === lead?.unit)
    const twin = duplicateOf({ title, basis: null }, own)
    if (twin) found.set(id, twin)
  }
  return found
}

/** Drafts become matters, all in one turn; those that a rule refuses stay drafts, each with its reason. */
export async function registerDrafts(
  turn: Spoken,
  series: Series,
  drafts: readonly Resolution[],
): Promise<{ born: Matter[]; refused: { item: number; no: Declined }[] }> {
  const { store, actor, at, calendar, directory, profiles } = turn
  const profile = profileOf({ profile: MEETING_RULE }, profiles)
  const meeting = nextAfter(series, turn.now, calendar)
  const births: { draft: Resolution; birth: ReturnType<typeof resolve> }[] = []
  const refused: { item: number; no: Declined }[] = []
  for (const draft of drafts) {
    try {
      const own = draft.due.is === 'set' ? draft.due : null
      const terms = { at, level: '一般' as const, urgent: false, own, meeting }
      const table = timetableOf(profile, terms, calendar)
      const rule = { profile, level: '一般' as const, ...table, source: '例会' }
      const due = table.due ?? meeting
      const { provisional } = table
      const birth = resolve({ by: actor, at }, draft, series, { due, provisional, rule }, directory)
      births.push({ draft, birth })
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      refused.push({ item: draft.item, no: error })
    }
  }
  if (births.length > 0) {
    const key = meetingName(series, drafts[0]!.meeting)
    const back = {
      what: 'resolutions',
      before: births.map(({ draft }) => draft),
      added: [],
    } as const
    await record(turn, { verb: '纪要立项', text: `${key}，${births.length}条`, back })
  }
  const born: Matter[] = []
  for (const { draft, birth } of births) {
    const matter = await bear(turn, birth, actor.id)
    await store.resolutions.save(draft, { ...draft, state: 'registered', matter: matter.id })
    born.push(matter)
  }
  return { born, refused }
}

/** Saves changed drafts, so that 撤销 puts them back. */
export async function changeDrafts(
  turn: Spoken,
  verb: string,
  name: string,
  changes: readonly { before: Resolution; after: Resolution }[],
): Promise<Resolution[]> {
  const back = { what: 'resolutions', before: changes.map((one) => one.before), added: [] } as const
  await record(turn, { verb, text: name, back })
  const saved: Resolution[] = []
  for (const { before, after } of changes)
    saved.push(await turn.store.resolutions.save(before, after))
  return saved
}
