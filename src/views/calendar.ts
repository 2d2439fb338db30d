/** What the office knows of its days: a notice before it counts, the days a unit set itself, dates that moved with them. */
import { button, buttons, card, facts, note, panel, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { DayChange } from '../domain/time/arrangement.ts'
import type { Override } from '../domain/time/calendar.ts'
import { type Day, dayOf, daysBetween, type Instant } from '../domain/time/day.ts'
import type { Notice } from '../domain/time/notices.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened, whenSaid } from './words.ts'

/** Lines of a list before the rest is only counted. */
const MOST = 40

/** Matters named in one line. */
const IN_ONE_LINE = 5

/** A matter whose date moved, and the date it had. */
export interface Moved {
  matter: Matter
  was: Instant
}

/** A pasted notice, festival by festival, with the button that makes it count. */
export function noticeCard(
  { notice, before, differing, draft }: NoticePreview,
  now: Instant,
): Card {
  const today = dayOf(now)
  const elements: Element[] = [
    text(
      before
        ? `${notice.year}年的放假安排已有一份（${before.doc}）。确认后以这一份为准。`
        : `请核对${notice.year}年的放假安排，确认后生效。`,
    ),
    facts([
      ['文号', notice.doc],
      ...notice.off.map(([name, first, last]): [string, string] => [name, spanSaid(first, last)]),
      ['调休上班', notice.work.map((day) => daySaid(day, `${notice.year}`)).join('、') || '无'],
    ]),
  ]
  if (before)
    elements.push(
      panel(`与原来不同的日子（${differing.length}天）`, [
        text(differing.map((one) => changeSaid(one, today)).join('\n')),
      ]),
    )
  elements.push(
    note('确认后，受影响的时限将重新推算，并告知有关人员。'),
    buttons([button({ text: '确认登记', say: `登记 放假通知 确认 ${draft}`, type: 'primary' })]),
  )
  return card({ title: `${notice.year}年放假安排核对`, color: 'blue', elements })
}

export interface NoticePreview {
  notice: Notice
  /** The notice that counted so far for that year. */
  before: Notice | undefined
  differing: DayChange[]
  draft: number
}

/** `12月31日 周四 至 2027年1月2日 周六，共3天`. */
function spanSaid(first: Day, last: Day): string {
  const days = daysBetween(first, last) + 1
  return days === 1
    ? daySaid(first, last)
    : `${daySaid(first, last)} 至 ${daySaid(last, last)}，共${days}天`
}

/** `10月11日 周日：改为上班`. */
function changeSaid({ day, works, festival }: DayChange, today: Day): string {
  const now = works ? '改为上班' : `改为休息${festival ? `（${festival}）` : ''}`
  return `${daySaid(day, today)}：${now}`
}

/** 登记 调休, alone: which years are known, and what the unit set itself. */
export function calendarCard(
  years: number[],
  own: (Override & { person: number; at: Instant })[],
  { directory, now }: Seen,
): Card {
  const today = dayOf(now)
  const lines = own.map(({ day, work, name = '', person, at }) =>
    text(
      `${daySaid(day, today)} ${work ? '上班' : '休息'}：${name}（${directory.name(person)} ${daySaid(dayOf(at), today)}登记）`,
    ),
  )
  return card({
    title: '工作日历',
    color: 'blue',
    elements: [
      text(`已有放假安排的年份：${years.join('、')}年。其余年份暂按周末和法定节日推算。`),
      ...(lines.length > 0 ? [text('本单位自定：'), ...lines] : [note('本单位没有自定的日子。')]),
      note('例：登记 调休 12月31日 休息 年终结账'),
    ],
  })
}

/** The same in one line, where it is told among other things. */
export function recountedLine(moved: Moved[], why: string, seen: Seen): string {
  const day = (at: Instant) => daySaid(dayOf(at), dayOf(seen.now))
  const shown = moved
    .slice(0, IN_ONE_LINE)
    .map(({ matter, was }) => `${matter.id}号由${day(was)}改为${day(matter.due)}`)
  const more = moved.length > shown.length ? `等${moved.length}件` : ''
  return `${why}，时限重新推算：${shown.join('，')}${more}。`
}

/** To one person, once: which of his dates moved with the calendar, from when to when, and why. */
export function recountedCard(
  moved: Moved[],
  why: string,
  seen: Seen,
  how = '按新的工作日重新推算',
): Card {
  const said = (at: Instant) => whenSaid(at, seen.now, seen.calendar)
  const lines = moved
    .slice(0, MOST)
    .map(({ matter, was }) =>
      text(
        `${matter.id}号 ${shortened(matter.title, 30)}\n原 ${said(was)}，现 ${said(matter.due)}`,
      ),
    )
  if (moved.length > MOST) lines.push(note(`另有${moved.length - MOST}件，说“待办”查看。`))
  return card({
    title: `${moved.length}件事项的时限已重新推算`,
    color: 'blue',
    summary: `${why}，${moved.length}件事项的时限已重新推算`,
    elements: [text(`${why}，${how}：`), ...lines],
  })
}
