/** 工作催办单, 督办通知单 on paper: the page of GB/T 9704 with the six fields as a table. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Paper } from '../domain/matter/sides.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import type { Leaf } from './document.ts'
import { TITLE, TITLE_FONT } from './office-page.ts'
import { paperFields, paperTitle } from './paper.ts'
import type { Seen } from './seen.ts'

const INK = { 蓝: '1F4E9E', 橙: 'C55A11', 红: 'C00000' } as const
const LABEL_WIDTH = 24

/** The paper as a document of one page of A4. */
export function paperDocument(
  matter: Matter,
  paper: Paper,
  { directory, calendar }: Pick<Seen, 'directory' | 'calendar'>,
): Leaf {
  const title = paperTitle(paper)
  const color = paper.colour ? INK[paper.colour] : '000000'
  return {
    title,
    spacing: { before: 120, after: 120 },
    blocks: [
      { text: title, size: TITLE, font: TITLE_FONT, color, align: 'center' },
      {
        widths: [LABEL_WIDTH, 100 - LABEL_WIDTH],
        rows: paperFields(matter, paper, { directory, calendar }).map(([label, text]) => [
          { text: label, align: 'center' },
          { text },
        ]),
      },
      { text: '' },
      { text: directory.name(paper.by), align: 'right' },
      { text: dateSaid(paper.at), align: 'right' },
    ],
  }
}

function dateSaid(at: Instant): string {
  const [year, month, date] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
