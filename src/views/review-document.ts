/** 月讲评 as a .docx in the office's layout: the text, the drawing, and the table that puts the drawing into words. */
import { clean } from '../card/plain.ts'
import type { Review } from '../domain/review/review.ts'
import { reviewText } from './review.ts'
import { barsOf, stateSaid, titleOf } from './review-card.ts'
import { PICTURE, reviewPng, reviewSvg } from './review-picture.ts'
import { monthSaid, percentSaid } from './review-words.ts'
import type { Seen } from './seen.ts'

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312', hAnsi: 'Times New Roman' }
const TITLE_FONT = { ...FONT, eastAsia: '方正小标宋简体' }
/** In half points: 小二 for the title, 三号 for the body, 小四 for the table. */
const [TITLE, BODY, SMALL] = [36, 32, 24]

/** The name its file goes by. */
export const reviewFile = (review: Review): string =>
  `${titleOf(review)}（${stateSaid(review)}）.docx`

/** The review as a file that WPS and Word open. */
export async function reviewDocument(review: Review, seen: Seen): Promise<Uint8Array> {
  const docx = await import('docx')
  const { AlignmentType, Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } = docx
  const { TextRun, WidthType, convertMillimetersToTwip: mm } = docx
  const line = (text: string, look: object = {}, more: object = {}) =>
    new Paragraph({
      spacing: { before: 60, after: 60 },
      ...more,
      children: [new TextRun({ text: clean(text), font: FONT, size: BODY, ...look })],
    })
  const bars = barsOf(review)
  const svg = reviewSvg(bars)
  const cell = (text: string) =>
    new TableCell({ children: [line(text, { size: SMALL }, { alignment: AlignmentType.CENTER })] })
  const row = (...texts: string[]) => new TableRow({ children: texts.map(cell) })
  const document = new Document({
    creator: '督办',
    title: titleOf(review),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        children: [
          line(
            titleOf(review),
            { size: TITLE, font: TITLE_FONT },
            { alignment: AlignmentType.CENTER },
          ),
          line(`（${stateSaid(review)}）`, { size: SMALL }, { alignment: AlignmentType.CENTER }),
          ...reviewText(review, seen.directory).map((one) =>
            line(one, {}, { indent: { firstLine: mm(11) } }),
          ),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new ImageRun({
                type: 'svg',
                data: Buffer.from(svg),
                transformation: PICTURE,
                altText: {
                  name: '近六个月办结情况',
                  title: '近六个月办结情况',
                  description: '每月两根柱：办结、按时办结，数字见下表',
                },
                fallback: { type: 'png', data: Buffer.from(await reviewPng(svg)) },
              }),
            ],
          }),
          line('图中浅色柱为办结，深色柱为按时办结，下方数字为月份。', { size: SMALL }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              row('月份', '办结（件）', '按时办结（件）', '按时办结率'),
              ...bars.map((one) =>
                row(
                  monthSaid(one.month),
                  String(one.closed),
                  String(one.inTime),
                  percentSaid(one.inTime, one.closed),
                ),
              ),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
