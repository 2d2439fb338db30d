/** A document as plain facts, what stands on it and how, and the .docx that a press makes of it. */
import { clean } from '../card/plain.ts'
import { A4, BODY, BODY_FONT, MARGIN } from './office-page.ts'
import { packed } from './packed.ts'
import { reviewPng } from './review-picture.ts'

/** A4 as the office prints it (GB/T 9704). */
export interface Leaf {
  title: string
  /** Of all its lines, in twentieths of a point: above and below each, or the exact height of one. */
  spacing: { before: number; after: number } | { exactly: number }
  blocks: readonly Block[]
}

type Block = Line | Table | Picture

/** The body's type, from the left, unless told otherwise. */
export interface Line {
  text: string
  /** In half points. */
  size?: number
  font?: typeof BODY_FONT
  color?: string
  align?: Align
  /** Of its first line, in twentieths of a point. */
  indent?: number
}

type Align = 'left' | 'center' | 'right' | 'both'

/** Ruled, over the whole width; a row stands on one page. */
interface Table {
  rows: readonly (readonly Line[])[]
  /** In percent, by column. */
  widths?: readonly number[]
}

interface Picture {
  svg: string
  width: number
  height: number
  name: string
  description: string
}

/** The bytes of a .docx that WPS and Word open; the same for the same document. */
export async function writeDocument({ title, spacing, blocks }: Leaf): Promise<Uint8Array> {
  const docx = await import('docx')
  const { AlignmentType, BorderStyle, LineRuleType, VerticalAlign, WidthType } = docx
  const aligned = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    both: AlignmentType.BOTH,
  }
  const spaced =
    'exactly' in spacing ? { line: spacing.exactly, lineRule: LineRuleType.EXACT } : spacing
  const line = ({ text, size = BODY, font = BODY_FONT, color, align = 'left', indent }: Line) =>
    new docx.Paragraph({
      alignment: aligned[align],
      spacing: spaced,
      ...(indent ? { indent: { firstLine: indent } } : {}),
      children: [new docx.TextRun({ text: clean(text), font, size, ...(color ? { color } : {}) })],
    })
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  const cell = (one: Line, width?: number) =>
    new docx.TableCell({
      borders: { top: rule, bottom: rule, left: rule, right: rule },
      verticalAlign: VerticalAlign.CENTER,
      ...(width ? { width: { size: width, type: WidthType.PERCENTAGE } } : {}),
      children: clean(one.text)
        .split('\n')
        .map((text) => line({ ...one, text })),
    })
  const table = ({ rows, widths }: Table) =>
    new docx.Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (row) =>
          new docx.TableRow({
            cantSplit: true,
            children: row.map((one, c) => cell(one, widths?.[c])),
          }),
      ),
    })
  const picture = async ({ svg, width, height, name, description }: Picture) =>
    new docx.Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new docx.ImageRun({
          type: 'svg',
          data: Buffer.from(svg),
          transformation: { width, height },
          altText: { name, title: name, description },
          fallback: { type: 'png', data: Buffer.from(await reviewPng(svg)) },
        }),
      ],
    })
  const children = await Promise.all(
    blocks.map((one) => ('rows' in one ? table(one) : 'svg' in one ? picture(one) : line(one))),
  )
  const properties = { page: { size: A4, margin: MARGIN } }
  return packed(new docx.Document({ creator: '督办', title, sections: [{ properties, children }] }))
}
