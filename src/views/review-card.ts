/** 月讲评 as a card: for those who make it, for the units that may object, for the approver, and as it is published. */
import {
  button,
  buttons,
  card,
  chart,
  form,
  hr,
  input,
  note,
  panel,
  table,
  text,
} from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Person } from '../domain/people/person.ts'
import { type Figure, figureOf, monthAfter, TREND } from '../domain/review/figures.ts'
import type { Objection, Review } from '../domain/review/review.ts'
import { ownSaid, reviewText, sharesOf, spanSaid } from './review.ts'
import type { Bars } from './review-picture.ts'
import { figureCounts, figureName, monthSaid, percentSaid } from './review-words.ts'
import type { Seen } from './seen.ts'
import { stamp, whenSaid } from './words.ts'

/** The bars of the last months, the review's own last. */
export function barsOf({ month, figures }: Review): Bars[] {
  return Array.from({ length: TREND }, (_, i) => monthAfter(month, i + 1 - TREND)).map((one) => ({
    month: one,
    closed: figureOf(figures, 'closed', one),
    inTime: figureOf(figures, 'inTime', one),
  }))
}

/** Published: the text and the drawing, for everybody. */
export function publishedCard(review: Review, seen: Seen): Card {
  return card({
    title: titleOf(review),
    color: 'blue',
    summary: titleOf(review),
    elements: [...paragraphs(review, seen), ...drawing(review), ...approvedNote(review, seen)],
  })
}

/** What the 督查室 and the leaders see: besides the text every unit by the roster's order, corrections and objections. */
export function workingCard(
  review: Review,
  objections: readonly Objection[],
  approvers: readonly Person[],
  seen: Seen & { maker: boolean; approver: boolean },
): Card {
  const month = monthSaid(review.month)
  const taps = [
    ...(seen.maker && review.state === 'draft' && isOver(review)
      ? [button({ text: '征求意见', say: `讲评 ${review.month} 征求意见`, type: 'primary' })]
      : []),
    ...(seen.approver && review.state === 'open'
      ? [button({ text: '同意发布', say: `同意 讲评 ${review.month}`, type: 'primary' })]
      : []),
    button({ text: '数据来源', say: `讲评 ${review.month} 数据来源` }),
    button({ text: '导出 Word', say: `讲评 ${review.month} 导出` }),
  ]
  return card({
    title: `${titleOf(review)}（${stateSaid(review)}）`,
    color: review.state === 'published' ? 'blue' : 'orange',
    summary: `${month}讲评：${stateSaid(review)}`,
    elements: [
      note(stepSaid(review, approvers, seen)),
      ...paragraphs(review, seen),
      ...drawing(review),
      ...unitTable(review, seen),
      ...correctionLines(review, seen),
      ...objectionLines(objections, seen),
      ...(review.returned ? [note(`退回意见：${review.returned.text}`)] : []),
      buttons(taps),
    ],
  })
}

/** What a head gets: the draft, his own unit's line, and a field for an objection. */
export function hearingCard(review: Review, units: readonly number[], seen: Seen): Card {
  const until = whenSaid(review.ends ?? 0, seen.now, seen.calendar)
  return card({
    title: `${titleOf(review)}（征求意见）`,
    color: 'orange',
    summary: `${monthSaid(review.month)}讲评征求意见，${until} 前可提异议`,
    elements: [
      text(units.map((unit) => ownSaid(review, unit, seen.directory)).join('\n')),
      hr(),
      ...paragraphs(review, seen),
      ...drawing(review),
      note(`本单位的数有出入的，请在 ${until} 前写明事项编号和情况；没有异议不用回复。`),
      form('objection', [
        input({ name: 'text', placeholder: '哪一件、哪个数、实际情况', max: 500, required: true }),
        buttons([
          button({
            text: '提出异议',
            say: `异议 讲评 ${review.month} {text}`,
            submit: true,
            name: 'object',
          }),
        ]),
      ]),
    ],
  })
}

/** The main numbers with their queries; all of them stand in the table that goes along. */
export function sourcesCard(review: Review, seen: Seen): Card {
  const own = review.figures.filter((one) => one.unit === null && one.month === review.month)
  return card({
    title: `${monthSaid(review.month)}讲评数据来源`,
    color: 'blue',
    elements: [
      note(
        `共${review.figures.length}个数，完整的查询语句见表格（ledger 是台账在计数截止时的样子）。计数时间 ${stamp(review.at)}。`,
      ),
      ...own.map((one) =>
        panel(`${figureName(one, seen.directory)}：${one.value}件`, [
          text(figureCounts(one.key)),
          note(shortQuery(one.sql)),
        ]),
      ),
    ],
  })
}

/** What is asked of the ledger; how it is set back to its moment stands in the table. */
const shortQuery = (sql: string): string =>
  sql.slice(Math.max(0, sql.lastIndexOf('select count(*)')))

/** The rows of the table of sources: name, value, what it counts, the query, and what the query finds now. */
export const sourceRows = (figures: readonly (Figure & { now: number })[], seen: Seen) =>
  figures.map((one) => [
    figureName(one, seen.directory),
    one.value,
    one.now,
    one.now === one.value ? '' : '计数之后台账有变动',
    figureCounts(one.key),
    one.sql,
  ])

/** `2026年10月督办工作讲评`. */
export const titleOf = ({ month }: Pick<Review, 'month'>): string =>
  `${month.slice(0, 4)}年${monthSaid(month)}督办工作讲评`

const STATES = { draft: '草稿', open: '征求意见', published: '已发布' } as const

/** 草稿, 征求意见, 已发布; of a month that lasts, until when it was counted. */
export const stateSaid = (review: Review): string =>
  isOver(review) ? STATES[review.state] : spanSaid(review).replace('，当月', '')

const isOver = (review: Review): boolean => !spanSaid(review).startsWith('截至')

function stepSaid(review: Review, approvers: readonly Person[], seen: Seen): string {
  const who = approvers.map((one) => one.name).join('或')
  if (!isOver(review)) return '当月还没有结束，只供了解，不征求意见、不发布。'
  if (review.state === 'draft') return '草稿，每次查看重新计数；征求意见后数字固定。'
  if (review.state === 'open') {
    const until = whenSaid(review.ends ?? 0, seen.now, seen.calendar)
    return `异议期到 ${until}，期满且异议都答复后，由${who}审定，同意后发布一次。`
  }
  return `${seen.directory.name(review.approved?.by ?? null)} ${stamp(review.approved?.at ?? 0)} 同意发布。`
}

const paragraphs = (review: Review, { directory }: Seen): Element[] =>
  reviewText(review, directory).map((one) => text(one))

function drawing(review: Review): Element[] {
  const bars = barsOf(review)
  if (bars.every(({ closed }) => closed === 0)) return []
  const values = bars.flatMap(({ month, closed, inTime }) => [
    { month: monthSaid(month), count: closed, kind: '办结' },
    { month: monthSaid(month), count: inTime, kind: '按时办结' },
  ])
  return [
    chart(
      {
        type: 'bar',
        title: { text: '近六个月办结情况（件）' },
        data: { values },
        xField: ['month', 'kind'],
        yField: 'count',
        seriesField: 'kind',
        legends: { visible: true, orient: 'bottom' },
        label: { visible: true },
      },
      { height: 240 },
    ),
  ]
}

function approvedNote({ approved, corrections }: Review, { directory }: Seen): Element[] {
  if (!approved) return []
  const put = corrections.length > 0 ? `征求意见后更正${corrections.length}处。` : ''
  return [note(`${put}${directory.name(approved.by)} ${stamp(approved.at)} 同意发布。`)]
}

function unitTable(review: Review, { directory }: Seen): Element[] {
  const shares = sharesOf(review)
  if (shares.length === 0) return []
  return [
    table({
      columns: [
        { name: 'unit', label: '单位' },
        { name: 'all', label: '办结', type: 'number' },
        { name: 'good', label: '按时', type: 'number' },
        { name: 'rate', label: '按时办结率' },
      ],
      rows: shares.map(({ unit, good, all }) => ({
        unit: directory.unitName(unit),
        all,
        good,
        rate: percentSaid(good, all),
      })),
    }),
  ]
}

function correctionLines({ corrections }: Review, { directory }: Seen): Element[] {
  if (corrections.length === 0) return []
  const lines = corrections.map((one) =>
    text(
      `${figureName(one, directory)}：${one.was} → ${one.is}（${directory.name(one.by)} ${stamp(one.at)}）`,
    ),
  )
  return [panel(`更正（${corrections.length}处）`, lines)]
}

function objectionLines(objections: readonly Objection[], { directory }: Seen): Element[] {
  return objections.map((one) =>
    text(
      `异议${one.id} ${directory.name(one.person)}：${one.text}\n${
        one.state === 'answered'
          ? `答复：${one.answer}`
          : `待答复，请说“答复异议 ${one.id} 采纳”或“不采纳”和理由`
      }`,
    ),
  )
}
