/** 月讲评: the draft's sentences, each number as the ledger has it, its denominator beside it; at most 1,200 characters. */
import { type Comparison, compare } from '../domain/guard/policy.ts'
import type { Directory } from '../domain/people/directory.ts'
import {
  type FigureKey,
  figureOf,
  inTimeRate,
  monthAfter,
  type Outlook,
  TARGET,
} from '../domain/review/figures.ts'
import type { Review } from '../domain/review/review.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { monthSaid, percentSaid } from './review-words.ts'
import { daySaid } from './words.ts'

/** A draft is no longer than this, whatever the month was (F19). */
export const MOST_LETTERS = 1200

/** The paragraphs that may be read by everybody: no person, no unit that did badly. */
export function reviewText(review: Review, directory: Directory): string[] {
  const { month, figures } = review
  const n = (key: FigureKey) => figureOf(figures, key, month)
  if (n('created') + n('closed') + n('due') + n('overdue') + n('returned') + n('reopened') === 0)
    return [`${monthSaid(month)}没有新交办、办结和到期的督办事项，不作讲评。`]
  return [
    `一、总体情况。${spanSaid(review)}新交办${n('created')}件，其中周交办${n('weekly')}件。${closedSaid(review)}${dueSaid(review)}${sidesSaid(review)}`,
    ...(n('closed') > 0
      ? [
          `二、办理质量。办结的${n('closed')}件中，经批准延期${n('extended')}件。${eventsSaid(n)}`,
          `三、单位情况。${unitsSaid(review, directory)}`,
        ]
      : [`二、办理质量。没有办结的事项，不作比较。${eventsSaid(n)}`]),
    `${n('closed') > 0 ? '四' : '三'}、存在问题。${overdueSaid(review)}`,
    `${n('closed') > 0 ? '五' : '四'}、下步工作。${monthSaid(monthAfter(month, 1))}底前到期${n('ahead')}件，请各承办单位提前安排；确有困难的，请在到期前申请延期或说“说不”提级。`,
  ]
}

const eventsSaid = (n: (key: FigureKey) => number): string =>
  `当月审核退回${n('returned')}次，销号后重新办理${n('reopened')}次。`

/** `10月`, or `11月1日至21日` while the month lasts. */
export function spanSaid({ month, until }: Pick<Review, 'month' | 'until'>): string {
  const whole = until >= instantAt(`${monthAfter(month, 1)}-01`, '0:00')
  return whole ? monthSaid(month) : `截至${daySaid(dayOf(until), dayOf(until)).split(' ')[0]}，当月`
}

function closedSaid({ month, figures }: Review): string {
  const closed = figureOf(figures, 'closed', month)
  if (closed === 0) return `当月没有办结的事项，不计算按时办结率。`
  const good = figureOf(figures, 'inTime', month)
  return `办结${closed}件，按时办结${good}件，按时办结率${percentSaid(good, closed)}（按时办结${good}件÷办结${closed}件）。`
}

function dueSaid({ month, figures }: Review): string {
  const due = figureOf(figures, 'due', month)
  if (due === 0) return '当月没有到期的事项，不计算到期办结率。'
  const good = figureOf(figures, 'dueClosed', month)
  return `到期${due}件，已办结${good}件，到期办结率${percentSaid(good, due)}（已办结${good}件÷到期${due}件）。`
}

/** Two rates with two denominators are two things, above all where the target lies between them. */
function sidesSaid({ month, figures }: Review): string {
  const [closed, due] = [figureOf(figures, 'closed', month), figureOf(figures, 'due', month)]
  if (closed === 0 || due === 0) return ''
  const inTime = (100 * figureOf(figures, 'inTime', month)) / closed
  const done = (100 * figureOf(figures, 'dueClosed', month)) / due
  const both = '两个率分母不同，不能互相代替。'
  if (inTime >= TARGET === done >= TARGET) return both
  const [over, under] = inTime >= TARGET ? ['按时', '到期'] : ['到期', '按时']
  return `${both}对照${TARGET}%的目标，${over}办结率达到，${under}办结率没有达到，引用时请写明口径。`
}

function unitsSaid(review: Review, directory: Directory): string {
  const { compared, median, best } = comparisonOf(review)
  const rule = `办结${inTimeRate.threshold}件以上的单位${compared}个参加比较`
  if (compared === 0) return `没有办结${inTimeRate.threshold}件以上的单位，样本不足，不作比较。`
  const middle = `，按时办结率中位数${percentSaid(Math.round((median ?? 0) * 1000), 1000)}`
  const named = best.map(
    (one) =>
      `${directory.unitName(one.unit)}（${percentSaid(one.good, one.all)}，办结${one.all}件）`,
  )
  const first = named.length > 0 ? `较好的是${named.join('、')}` : '单位少或率相同，不点名'
  return `${rule}${middle}；${first}。依据${inTimeRate.basis}，按月比较。`
}

function overdueSaid({ month, figures }: Review): string {
  const overdue = figureOf(figures, 'overdue', month)
  if (overdue === 0) return '没有逾期未交的事项。'
  return `逾期未交${overdue}件，请有关单位逐件说明原因、明确时间，督查室逐件跟踪。`
}

/** The comparison of units that everybody may know of. */
export function comparisonOf({ month, figures }: Review): Comparison {
  return compare(inTimeRate, sharesOf({ month, figures }))
}

/** Every unit's closed and closed in time. */
export function sharesOf({ month, figures }: Pick<Review, 'month' | 'figures'>) {
  const units = figures.flatMap((one) =>
    one.key === 'closed' && one.month === month && one.unit !== null ? [one.unit] : [],
  )
  return units.map((unit) => ({
    unit,
    good: figureOf(figures, 'inTime', month, unit),
    all: figureOf(figures, 'closed', month, unit),
  }))
}

/** A unit's own line beside the middle of all: its head's, and nobody else's. */
export function ownSaid(review: Review, unit: number, directory: Directory): string {
  const { month, figures } = review
  const all = figureOf(figures, 'closed', month, unit)
  const good = figureOf(figures, 'inTime', month, unit)
  const name = directory.unitName(unit)
  if (all === 0) return `${name}：当月没有办结的事项。`
  const few = all < inTimeRate.threshold ? '，样本不足，不参加比较' : ''
  return `${name}：办结${all}件，按时${good}件，按时办结率${percentSaid(good, all)}${few}。`
}

/** What the 督查室 hears once, when the month can no longer come up to the target. */
export const outlookSaid = (month: string, { due, lost }: Outlook): string =>
  `${monthSaid(month)}按时办结率预计最高${percentSaid(due - lost, due)}（当月到期${due}件，${lost}件已过时限没有交），低于${TARGET}%的目标。`
