/** 工作催办单, 督办通知单 on paper: the page of GB/T 9704 with the six fields as a table. */
import { clean } from '../card/plain.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Paper } from '../domain/matter/sides.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { A4, BODY, BODY_FONT, MARGIN, TITLE, TITLE_FONT } from './office-page.ts'
import { packed } from './packed.ts'
import { paperFields, paperTitle } from './paper.ts'
import type { Seen } from './seen.ts'

const INK = { 蓝: '1F4E9E', 橙: 'C55A11', 红: 'C00000' } as const
const LABEL_WIDTH = 24

/** The paper as a .docx that WPS and Word open and print on one page of A4. */
export async function paperDocument(
  matter: Matter,
  paper: Paper,
  seen: Pick<Seen, 'directory' | 'calendar'>,
): Promise<Uint8Array> {
  const docx = await import('docx')
  const { CENTER, LEFT, RIGHT } = docx.AlignmentType
  type Alignment = typeof CENTER | typeof LEFT | typeof RIGHT
  const line = (text: string, look: object = {}, alignment: Alignment = LEFT) =>
    new docx.Paragraph({
      alignment,
      spacing: { before: 120, after: 120 },
      children: [new docx.TextRun({ text, font: BODY_FONT, size: BODY, ...look })],
    })
  const rule = { style: docx.BorderStyle.SINGLE, size: 6, color: '000000' }
  const cell = (text: string, width: number, alignment: Alignment) =>
    new docx.TableCell({
      borders: { top: rule, bottom: rule, left: rule, right: rule },
      verticalAlign: docx.VerticalAlign.CENTER,
      width: { size: width, type: docx.WidthType.PERCENTAGE },
      children: clean(text)
        .split('\n')
        .map((one) => line(one, {}, alignment)),
    })
  const rows = paperFields(matter, paper, seen).map(
    ([label, value]) =>
      new docx.TableRow({
        cantSplit: true,
        children: [cell(label, LABEL_WIDTH, CENTER), cell(value, 100 - LABEL_WIDTH, LEFT)],
      }),
  )
  const color = paper.colour ? INK[paper.colour] : '000000'
  const document = new docx.Document({
    creator: '督办',
    title: paperTitle(paper),
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        children: [
          line(paperTitle(paper), { size: TITLE, font: TITLE_FONT, color }, CENTER),
          new docx.Table({ width: { size: 100, type: docx.WidthType.PERCENTAGE }, rows }),
          line(''),
          line(seen.directory.name(paper.by), {}, RIGHT),
          line(dateSaid(paper.at), {}, RIGHT),
        ],
      },
    ],
  })
  return packed(document)
}

function dateSaid(at: Instant): string {
  const [year, month, date] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
