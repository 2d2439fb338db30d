/** 台账 on paper: the columns of the office's own layout, and the same table read back after somebody worked on it. */
import type { Matter } from '../domain/matter/matter.ts'
import { clockOf, dayOf, type Instant } from '../domain/time/day.ts'
import { type Cell, readCell, writtenCell } from './cell.ts'
import type { LongSheet } from './long-sheet.ts'
import type { Seen } from './seen.ts'
import type { Column, Sheet } from './sheet.ts'
import { statusSaid } from './words.ts'

/** In the order of the paper. */
export const LEDGER_COLUMNS: readonly Column[] = [
  { title: '序号', width: 6 },
  { title: '编号', width: 16 },
  { title: '事项', width: 40 },
  { title: '来源依据', width: 20 },
  { title: '责任单位', width: 14 },
  { title: '责任人', width: 10 },
  { title: '交办时间', width: 12, as: 'day' },
  { title: '办结时限', width: 16 },
  { title: '进展情况', width: 36 },
  { title: '状态', width: 10 },
  { title: '备注', width: 16 },
]

/** Which version of each was printed, on a tab of its own: a row that changed meanwhile is told from one that did not. */
export function versionsSheet(matters: readonly Matter[]): Sheet {
  return {
    name: VERSIONS,
    title: '本页供核对用，请勿改动',
    columns: [{ title: '编号', width: 16 }, { title: '版本' }],
    rows: matters.map((matter) => [matter.formal, matter.rev]),
  }
}

/** The name of that tab, and of the column that stands for it where there is but one tab. */
export const VERSIONS = '核对'

/** The ledger beyond what is printed: one tab, each matter's version behind its line. */
export const longLedger: LongSheet = {
  name: '督办台账',
  columns: [...LEDGER_COLUMNS, { title: VERSIONS, width: 6 }],
  freeze: 3,
}

/** A line of it. */
export const longRow = (matter: Matter, n: number, seen: Seen): Cell[] => [
  ...rowOf(matter, n, seen),
  matter.rev,
]

/** The ledger as a sheet, landscape, with the title over the whole width. */
export function ledgerSheet(title: string, matters: readonly Matter[], seen: Seen): Sheet {
  return {
    name: '督办台账',
    title: `督办${title}（${dayOf(seen.now)}）`,
    columns: LEDGER_COLUMNS,
    rows: matters.map((matter, n) => rowOf(matter, n + 1, seen)),
    landscape: true,
    paper: 'a4',
    freeze: 3,
  }
}

function rowOf(matter: Matter, n: number, { directory, now }: Seen): Cell[] {
  const handler = matter.handler ?? matter.proposed
  return [
    n,
    matter.formal,
    matter.title,
    matter.basis,
    directory.unitName(matter.lead),
    directory.name(handler),
    dayOf(matter.created),
    dueCell(matter.due),
    matter.report?.text ?? null,
    statusSaid(matter),
    remarkOf(matter, now),
  ]
}

/** `2026-12-05 18:00`. */
export const dueCell = (due: Instant): string => `${dayOf(due)} ${clockOf(due)}`

/** What else the paper shows: an extension, a return, a date missed. */
function remarkOf(matter: Matter, now: Instant): string | null {
  const notes = [
    matter.extended > 0 ? `延期${matter.extended}次，原定${dayOf(matter.firstDue)}` : '',
    matter.returned > 0 ? `退回${matter.returned}次` : '',
    matter.closed === null && matter.due < now ? '逾期' : '',
    matter.grade ?? '',
  ]
  return notes.filter(Boolean).join('；') || null
}

/** A text as it comes back from the paper when nobody touched it. */
export const printed = (text: string): string => String(readCell(writtenCell(text)) ?? '').trim()
