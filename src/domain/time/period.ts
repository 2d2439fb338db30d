/** Periods and the points behind them: 3日内, 5个工作日内, 限期一周, 3天后, 24小时内 (rules 3, 4 and 6). */
import { type Amount, type Amounts, amountAt, guessAt } from './amount.ts'
import { addDays, type Day } from './day.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import { behind, finishes } from './marker.ts'
import { addMonths } from './month.ts'
import type { Core, Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'
import { addWorkdays, onOrAfterWorkday } from './workdays.ts'

// A promise of more than ten years, or a year of working days, is a slip of the pen.
const MOST = { workdays: 250, months: 120, days: 3660, minutes: 600_000 }

const LIMIT =
  /(?:(?:限期?|限时|期限|时限)(?:要求)?(?:为|是|在|于|:)*|给(?:你们?|您|他们?|我们?|大家)?)$/
// 三天期限, 一周时间
const SPAN = sticky('的?(?:期限|时限|时间)')
const TODAY = sticky('的(?:今天|今日)')
// From now: the notice that is being read, the matter that is being handed out.
const FROM_NOW =
  /(?:自|从|于|在|请)?(?:即日|今日|今天|今)(?:起|算起|开始|计)(?:的|,)?$|(?:自|从|于|在)?(?:(?:收到|接到|接|收|见到?|签收|领取)(?:本|此|该|上述|到)?(?:通知书?|文件?|来文|交办单|督办单|督办通知|通知单|函|指令|任务|指示|批示|要求|交办)?(?:之日|当日|当天|之时|时)?(?:起|后|之后|以后)|(?:本|此)?(?:通知|文件|交办|督办通知|任务|本文)(?:下发|发出|印发|下达|送达)?(?:之日|当日)?(?:起|后|之后)|(?:签收|受理|交办|下发|印发|发文|收文|接文|接令|立项|登记)(?:之日|当日)?(?:起|后|之后))(?:的|,)?$/
const EVENT = /[一-鿿](?:之日起|之后|以后|后|起)(?:的|,)?$/

// 第3天, 超过3天, 提前3天 and 每3天 are not counted from today.
const UNCOUNTED =
  /(?:第|超过?|提前|逾期|连续|每|前|已|近|过去|最近|满|不到|不足|不少于|为期|历时|共)$/
const PASSING = /(?:再|(?<![超通度经])(?=过))过$/
const HALF_DAY = sticky('半[天日](?:(?:之|以)?[内后](?!勤|续)|(?=[,，。;；]|$))')
const ABOUT = /(?:大约|大概|约莫|(?<![预邀节合制条失])约)$/

/** The period at a place. A bare amount (培训3天) is none. */
export function period(frame: Frame, i: number): (Core & { from: number }) | undefined {
  const { text, today } = frame
  const half = matchAt(HALF_DAY, text, i)
  if (half && !/[\d一二两三大小]$/.test(text.slice(0, i).slice(-1)))
    return { from: i, to: i + half[0].length, sense: halfDay(today) }
  const guess = guessBefore(text, i)
  const one = guess ? undefined : amountAt(text, i)
  const found = guess ?? one
  if (!found) return undefined
  const { from, limit, now, event } = leadBefore(text, i)
  const joined = !limit && !now && !event && !gapBefore(frame, i)
  if (joined && UNCOUNTED.test(text.slice(Math.max(0, i - 4), i))) return undefined
  // 大半年内, 十天半个月内
  if (joined && text.charAt(i) === '半' && /[大小天日]/.test(text.charAt(i - 1))) return undefined
  const mark = behind(text, found.to)
  const passing = !mark && PASSING.exec(text.slice(Math.max(0, i - 3), i))
  if (passing) {
    const sense = between(frame, one ? [one] : [], '“过几天”只是约数，请给出确定的时限。')
    return { from: i - passing[0].length, to: found.to, sense }
  }
  if (mark?.word === 'before') return one && !one.daily ? longAgo(text, i, mark.to) : undefined
  const about =
    !mark && isEnd(text, found.to) ? ABOUT.exec(text.slice(Math.max(0, i - 3), i)) : null
  if (mark?.word === 'around' || about) {
    const reason = '时间只是约数，请给出确定的时限。'
    const to = mark?.to ?? found.to
    return {
      from: from - (about?.[0].length ?? 0),
      to,
      sense: between(frame, one ? [one] : [], reason),
    }
  }
  const after = mark?.word === 'after'
  const within = mark?.word === 'within' || mark?.word === 'until'
  const named = /^的?(?:期限|时限)/.test(text.slice(found.to, found.to + 3))
  const ends = named || finishes(text, found.to) || (guess !== undefined && isEnd(text, found.to))
  // 5日 alone is a date.
  const alone = !one?.daily && (now || (ends && standsFirst(text, i)))
  if (!within && !after && !limit && !alone) return undefined
  const bare = found.to + (limit || named ? (matchAt(SPAN, text, found.to)?.[0].length ?? 0) : 0)
  const to = within || after ? mark.to + (matchAt(TODAY, text, mark.to)?.[0].length ?? 0) : bare
  if (guess) return { from, to, sense: guessed(frame, guess.between) }
  if (!one) return undefined
  if (event) {
    return { from, to, sense: between(frame, [one], '起算的日子还不确定，请给出具体日期。') }
  }
  return { from, to, sense: counted(frame, today, one, !after) }
}

// 25-27日 is a range of dates unless 内 makes it one of days.
function guessBefore(text: string, i: number): Amounts | undefined {
  const guess = guessAt(text, i)
  const dates = guess?.between.every((each) => each.daily) === true && guess.between.length > 0
  return dates && behind(text, guess.to)?.word !== 'within' ? undefined : guess
}

function halfDay(today: Day): Sense {
  const reason = '“半天”没有确定的时限，请选定日期或写明几小时。'
  return { is: 'several', days: [today, addDays(today, 1)], reason }
}

/** The end of a period (or the point, which does not move) counted from a day that is not counted itself. */
export function counted(frame: Frame, base: Day, amount: Amount, moves: boolean): Sense {
  const { workdays, months, days, minutes } = amount
  if (
    workdays + months + days + minutes === 0 ||
    workdays > MOST.workdays ||
    months > MOST.months ||
    days > MOST.days ||
    minutes > MOST.minutes
  ) {
    return { is: 'flaw', reason: 'invalid', say: '时限的长短有误，请核对后重新填写。' }
  }
  if (minutes > 0) return { is: 'instant', at: frame.now + minutes * 60_000 }
  if (workdays > 0) {
    return { is: 'day', days: [addWorkdays(base, workdays, frame.calendar)], period: true }
  }
  const end = addDays(addMonths(base, months), days)
  if (!moves) return { is: 'day', days: [end] }
  return { is: 'day', days: [onOrAfterWorkday(end, frame.calendar)], period: true }
}

function guessed(frame: Frame, amounts: readonly Amount[]): Sense {
  if (amounts.length > 0) return between(frame, amounts, '天数不确定，请选定日期。')
  return { is: 'flaw', reason: 'vague', say: '天数不确定，请给出具体日期，例如“12月5日前”。' }
}

function between(frame: Frame, amounts: readonly Amount[], reason: string): Sense {
  const days: Day[] = []
  for (const amount of amounts) {
    const sense = counted(frame, frame.today, amount, true)
    if (sense.is === 'day') days.push(...sense.days)
    else if (sense.is === 'flaw') return sense
    else days.push(frame.today, addDays(frame.today, 1))
  }
  return { is: 'several', days, reason }
}

function longAgo(text: string, i: number, to: number): Core & { from: number } {
  const say = `“${text.slice(i, to)}”是过去的时间，请重新给出时限。`
  return { from: i, to, sense: { is: 'flaw', reason: 'past', say } }
}

function leadBefore(
  text: string,
  i: number,
): { from: number; limit: boolean; now: boolean; event: boolean } {
  const start = Math.max(0, i - 16)
  const head = text.slice(start, i)
  const limit = LIMIT.exec(head)
  const before = head.slice(0, limit?.index ?? head.length)
  const now = FROM_NOW.exec(before)
  const event = !now && EVENT.test(before)
  const from = start + (now?.index ?? limit?.index ?? head.length)
  return { from, limit: limit !== null, now: now !== null, event }
}

function standsFirst(text: string, i: number): boolean {
  return i === 0 || /[,，。;；:、(\n]/.test(text.charAt(i - 1))
}

function isEnd(text: string, i: number): boolean {
  return i >= text.length || /[,，。;；:、)\n]/.test(text.charAt(i))
}
