/** 月讲评 on paper in the office's layout: the text, the drawing, and the table that puts the drawing into words. */
import type { Review } from '../domain/review/review.ts'
import type { Leaf, Line } from './document.ts'
import { CHARACTER, TITLE, TITLE_FONT } from './office-page.ts'
import { reviewText } from './review.ts'
import { barsOf, stateSaid, titleOf } from './review-card.ts'
import { PICTURE, reviewSvg } from './review-picture.ts'
import { monthSaid, percentSaid } from './review-words.ts'
import type { Seen } from './seen.ts'

/** In half points: 小四, for the table and what explains it. */
const SMALL = 24

/** The name its file goes by. */
export const reviewFile = (review: Review): string =>
  `${titleOf(review)}（${stateSaid(review)}）.docx`

/** The review as a document. */
export function reviewDocument(review: Review, seen: Seen): Leaf {
  const title = titleOf(review)
  const bars = barsOf(review)
  const row = (...texts: string[]) =>
    texts.map((text): Line => ({ text, size: SMALL, align: 'center' }))
  return {
    title,
    spacing: { before: 60, after: 60 },
    blocks: [
      { text: title, size: TITLE, font: TITLE_FONT, align: 'center' },
      { text: `（${stateSaid(review)}）`, size: SMALL, align: 'center' },
      ...reviewText(review, seen.directory).map((text) => ({ text, indent: 2 * CHARACTER })),
      {
        ...PICTURE,
        svg: reviewSvg(bars),
        name: '近六个月办结情况',
        description: '每月两根柱：办结、按时办结，数字见下表',
      },
      { text: '图中浅色柱为办结，深色柱为按时办结，下方数字为月份。', size: SMALL },
      {
        rows: [
          row('月份', '办结（件）', '按时办结（件）', '按时办结率'),
          ...bars.map(({ month, closed, inTime }) =>
            row(monthSaid(month), String(closed), String(inTime), percentSaid(inTime, closed)),
          ),
        ],
      },
    ],
  }
}
