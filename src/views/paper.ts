/** 工作催办单、督办通知单 as the office prints them: six fields and no more, on the page of GB/T 9704. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { clean } from '../card/plain.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Paper } from '../domain/matter/sides.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { A4, BODY, BODY_FONT, MARGIN, TITLE, TITLE_FONT } from './office-page.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

const INK = { 蓝: '1F4E9E', 橙: 'C55A11', 红: 'C00000' } as const
const LABEL_WIDTH = 24

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

/** The paper as a .docx that WPS and Word open and print on one page of A4. */
export async function paperDocument(
  matter: Matter,
  paper: Paper,
  seen: Pick<Seen, 'directory' | 'calendar'>,
): Promise<Uint8Array> {
  const color = paper.colour ? INK[paper.colour] : '000000'
  const document = new Document({
    creator: '督办',
    title: paperTitle(paper),
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        children: [
          line(paperTitle(paper), { size: TITLE, font: TITLE_FONT, color }, AlignmentType.CENTER),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: paperFields(matter, paper, seen).map(field),
          }),
          line('', {}),
          line(seen.directory.name(paper.by), {}, AlignmentType.RIGHT),
          line(dateSaid(paper.at), {}, AlignmentType.RIGHT),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const borders = { top: rule, bottom: rule, left: rule, right: rule }

function field([label, value]: [string, string]): TableRow {
  const cell = (text: string, width: number, alignment: Alignment) =>
    new TableCell({
      borders,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: width, type: WidthType.PERCENTAGE },
      children: clean(text)
        .split('\n')
        .map((one) => line(one, {}, alignment)),
    })
  return new TableRow({
    cantSplit: true,
    children: [
      cell(label, LABEL_WIDTH, AlignmentType.CENTER),
      cell(value, 100 - LABEL_WIDTH, AlignmentType.LEFT),
    ],
  })
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

function line(text: string, look: object, alignment: Alignment = AlignmentType.LEFT): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { before: 120, after: 120 },
    children: [new TextRun({ text, font: BODY_FONT, size: BODY, ...look })],
  })
}

function dateSaid(at: Instant): string {
  const [year, month, date] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
