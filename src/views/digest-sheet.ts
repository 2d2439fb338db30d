/** 简报 as a table: every line that the page only counts. */
import type { Digest } from '../domain/digest.ts'
import { lightOf } from '../domain/matter/light.ts'
import { type Matter, nextDate } from '../domain/matter/matter.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Cell } from './cell.ts'
import { dueCell } from './ledger-sheet.ts'
import type { Seen } from './seen.ts'
import type { Sheet } from './sheet.ts'
import { weekTitle } from './week.ts'
import { dutyWords, lightName, statusSaid } from './words.ts'

/** The title of the paper: 督办简报（2026-11-24）, 一周督办 11月23日至29日. */
export const digestTitle = ({ week }: Digest, seen: Seen): string =>
  week ? weekTitle('一周督办', week.span) : `督办简报（${dayOf(seen.now)}）`

/** The parts of the page under each other, a matter once in each; on the week's page the units on a tab of their own. */
export function digestSheets(digest: Digest, seen: Seen): Sheet[] {
  const { waiting, passed, overdue, near, moved, week } = digest
  const title = digestTitle(digest, seen)
  const rows = [
    ...waiting.first.map(({ matter, kind }) =>
      rowOf('待您处理', matter, seen, kind && dutyWords[kind]),
    ),
    ...passed.map(({ matter }) => rowOf('提请您关注', matter, seen)),
    ...overdue.first.map((matter) => rowOf('已逾期', matter, seen)),
    ...near.first.map((matter) => rowOf(week ? '本周到期' : '三个工作日内到期', matter, seen)),
    ...moved.first.map((matter) => rowOf('昨日以来有进展', matter, seen)),
  ]
  const list: Sheet = {
    name: week ? '一周督办' : '督办简报',
    title,
    columns: [
      { title: '部分', width: 18 },
      { title: '编号', width: 8 },
      { title: '事项', width: 40 },
      { title: '责任单位', width: 14 },
      { title: '责任人', width: 10 },
      { title: '状态', width: 12 },
      { title: '灯', width: 6 },
      { title: '下一时限', width: 18 },
      { title: '最近进展', width: 40 },
    ],
    rows,
    landscape: true,
    paper: 'a4',
    freeze: 3,
  }
  return week && week.units.length > 0 ? [list, unitsSheet(week, title, seen)] : [list]
}

function rowOf(
  part: string,
  matter: Matter,
  { directory, now, calendar }: Seen,
  step?: string,
): Cell[] {
  const light = lightOf(matter, now, calendar)
  return [
    part,
    matter.id,
    matter.title,
    directory.unitName(matter.lead),
    directory.name(matter.handler ?? matter.proposed),
    step ?? statusSaid(matter),
    light ? lightName[light] : null,
    dueCell(nextDate(matter)),
    matter.report?.text ?? null,
  ]
}

const unitsSheet = (
  { units }: NonNullable<Digest['week']>,
  title: string,
  { directory }: Seen,
): Sheet => ({
  name: '分科室',
  title,
  columns: ['科室', '上周到期', '其中未办结', '上周销号', '本周到期', '逾期'].map((name) => ({
    title: name,
    width: 14,
  })),
  rows: units.map(({ unit, fell, owed, closed, due, overdue }) => [
    directory.unitName(unit),
    fell,
    owed,
    closed,
    due,
    overdue,
  ]),
})
