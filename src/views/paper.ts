/** 工作催办单、督办通知单 as the office prints them: six fields and no more, on the page of GB/T 9704. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Paper } from '../domain/matter/sides.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** The six fields of a paper, in their order (domain.md B.5). */
export function paperFields(
  matter: Matter,
  paper: Paper,
  { directory, calendar }: Pick<Seen, 'directory' | 'calendar'>,
): [label: string, value: string][] {
  const unit = directory.units.get(matter.lead)
  return [
    ['工作事项', matter.title],
    ['工作要求', paper.text],
    ['责任单位', unit?.name ?? ''],
    ['责任人', directory.name(matter.handler ?? unit?.head ?? null)],
    ['时限要求', whenSaid(matter.due, paper.at, calendar)],
    ['单号', paper.number],
  ]
}

/** The title of a paper: 工作催办单, 督办通知单（橙色）. */
export const paperTitle = ({ kind, colour }: Paper): string =>
  kind === '催办单' ? '工作催办单' : `督办通知单（${colour}色）`

/** The name its file goes by. */
export const paperFile = (matter: Matter, paper: Paper): string =>
  `${paperTitle(paper)}${paper.number}_${matter.id}号.docx`
