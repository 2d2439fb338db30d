/** 周交办: a week's list is looked through, kept as a draft, and taken over as a whole by one word. */
import { Declined } from '../domain/declined.ts'
import {
  assignRow,
  type Batch,
  type BatchRow,
  endOfWeek,
  pageTime,
  WEEKLY,
  weekSaid,
} from '../domain/matter/batch.ts'
import { duplicateOf } from '../domain/matter/duplicate.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { nextMeeting, type Series } from '../domain/meeting/series.ts'
import { type BatchPreview, batchPreviewCard, previewLine } from '../views/batch-preview.ts'
import { whenSaid } from '../views/words.ts'
import type { BatchReading } from './batch-rows.ts'
import { chatOf } from './place.ts'
import { bear } from './settle.ts'
import type { Spoken } from './turn.ts'

/** What waits for its 确认. */
interface Draft {
  name: string
  rows: BatchRow[]
  due: BatchRow['due']
  /** The meeting that was named with the list, or is the usual one. */
  series: number | null
}

/** No unit has more open at once; what is due later than that many is not looked at. */
const LOOKED_THROUGH = 500

/** Tries every line by the rules, keeps the list as a draft where none is wrong, and shows what it would hand out. */
export async function previewBatch(
  turn: Spoken,
  name: string,
  reading: BatchReading,
  named: Series | null,
) {
  const findings = [...reading.findings]
  const series = named ?? (await usualSeries(turn))
  const handIn = handInBy(turn, name, reading.due, series)
  const repeats: string[] = []
  for (const row of reading.rows) {
    const batch = { name, handIn: handIn ?? endOfWeek(name), series: series?.id ?? null }
    try {
      assignRow(actOf(turn), row, batch, rulesOf(turn))
      const other = await repeated(turn, row, reading.rows)
      if (other) repeats.push(`第${row.line}行与${other}相近，请核对是否重复交办。`)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      findings.push(`第${row.line}行：${error.say}`)
    }
  }
  const sound = findings.length === 0 && reading.rows.length > 0
  const body: Draft = { name, rows: reading.rows, due: reading.due, series: series?.id ?? null }
  const { store, actor, now, calendar } = turn
  const draft = sound
    ? await store.drafts.add({ kind: 'weekly', person: actor.id, body, at: now })
    : undefined
  const preview: BatchPreview = {
    name,
    rows: reading.rows,
    already: (await store.batches.of(name)).filter((one) => one.status !== 'withdrawn').length,
    findings: inOrder(findings),
    left: reading.left,
    notes: [...reading.notes, ...repeats],
    handIn,
    meeting: handIn !== undefined && series && !reading.due ? series.name : null,
    choices:
      handIn === undefined
        ? (await store.meetings.list()).map((one) => ({
            name: one.name,
            at: nextMeeting(one, endOfWeek(name), calendar),
          }))
        : [],
    draft,
  }
  return { line: previewLine(preview), card: batchPreviewCard(preview, turn), preview }
}

/** Hands a draft out, all of it or none; every matter is numbered within its week. */
export async function confirmBatch(turn: Spoken, id: number, named: Series | null) {
  const { store, actor, calendar } = turn
  const draft = (await store.drafts.take(id, 'weekly')) as Draft | undefined
  if (!draft)
    throw new Declined('E-BATCH-1', '没有待确认的周交办清单，可能已经登记，请重新发送清单。', [
      WEEKLY,
    ])
  const shown = draft.series === null ? undefined : await store.meetings.get(draft.series)
  const series = named ?? (shown && !shown.ended ? shown : null)
  const handIn = handInBy(turn, draft.name, draft.due, series)
  if (handIn === undefined)
    throw new Declined('E-BATCH-2', '请写明到哪个例会交卷。', [
      `周交办 确认 ${id} ${(await store.meetings.list())[0]?.name ?? '例会名称'}`,
    ])
  const batch: Batch = { name: draft.name, handIn, series: series?.id ?? null }
  const born: Matter[] = []
  for (const row of draft.rows) {
    const birth = decide(turn, row, batch)
    born.push(await bear(turn, birth, actor.id))
  }
  const at = pageTime(handIn, calendar)
  if (at > turn.now)
    await store.occurrences.plan({ rule: 'weekly', subject: `batch:${draft.name}`, at })
  const [first, last] = [born[0]!, born.at(-1)!]
  const numbers = first === last ? first.formal : `${first.formal}至${last.formal}`
  const units = new Set(born.map((one) => one.lead)).size
  const when = whenSaid(handIn, turn.now, calendar)
  return {
    line: `${weekSaid(draft.name)}交办已登记${born.length}件（${numbers}），承办单位${units}个，请于 ${when} 前交卷，另有时限的从其时限。10分钟内可说“撤销”。`,
  }
}

const actOf = (turn: Spoken) => ({ by: turn.actor, at: turn.at })

const rulesOf = ({ calendar, directory, profiles }: Spoken) => ({
  calendar,
  directory,
  profile: profileOf({ profile: WEEKLY }, profiles),
})

/** A line that the rules refuse now takes the whole list back. */
function decide(turn: Spoken, row: BatchRow, batch: Batch) {
  try {
    return assignRow(actOf(turn), row, batch, rulesOf(turn))
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    const say = `第${row.line}行：${error.say}整张清单没有登记，请改好后重新发送。`
    throw new Declined(error.code, say, [WEEKLY])
  }
}

/** The group's own meeting, one called 周交办, else that of the last batch. */
async function usualSeries({ store, place }: Spoken): Promise<Series | null> {
  const all = await store.meetings.list()
  const chat = chatOf(place)
  const bound = chat === undefined ? undefined : await store.chats.get(chat)
  const last = (await store.batches.newest())?.series
  return (
    all.find((one) => bound?.series === one.id) ??
    all.find((one) => one.name.includes(WEEKLY)) ??
    all.find((one) => one.id === last) ??
    null
  )
}

/** The date above the list, else the first meeting after its week. */
function handInBy(turn: Spoken, name: string, due: BatchRow['due'], series: Series | null) {
  if (due) return due.at
  return series ? nextMeeting(series, endOfWeek(name), turn.calendar) : undefined
}

/** What a line repeats: a matter that its unit has open, or a line above it. */
async function repeated(turn: Spoken, row: BatchRow, rows: BatchRow[]): Promise<string | null> {
  const open = await turn.store.matters.find({ leads: [row.lead], limit: LOOKED_THROUGH })
  const other = duplicateOf(row, open)
  if (other) return `${other.id}号“${other.title.slice(0, 20)}”`
  const above = rows.find(
    (one) =>
      one.line < row.line &&
      one.lead === row.lead &&
      duplicateOf(row, [one as unknown as Matter]) !== undefined,
  )
  return above ? `第${above.line}行` : null
}

const inOrder = (findings: string[]): string[] =>
  [...findings].sort((a, b) => lineIn(a) - lineIn(b))

const lineIn = (finding: string): number => Number(/^第(\d+)/.exec(finding)?.[1] ?? 0)
