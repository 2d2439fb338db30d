/** The core of a time phrase, whichever noun it is built on. */
import { calendarDate } from './date.ts'
import { festival } from './festival.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import { endsWord } from './joint.ts'
import { observance } from './observance.ts'
import { period } from './period.ts'
import { place } from './place.ts'
import { relativeDay } from './relative.ts'
import type { Core } from './sense.ts'
import { namedWeekday } from './weekday.ts'

const FIGURE = /[\d〇一二两三四五六七八九十廿卅半]/
const WORD =
  /[最今明昨后前大本当次翌隔第这下上周星礼去全季年月中元春新过清劳端国双节放假小长除正冬腊农阴旧重妇植青儿建教宪圣q]/

/** The core that begins at a place of the folded text; `from` where it reaches back over 自即日起 or 限期. */
export function coreAt(frame: Frame, i: number): (Core & { from?: number }) | undefined {
  const char = frame.text.charAt(i)
  if (FIGURE.test(char)) {
    if (insideNumber(frame, i)) return undefined
    return (
      period(frame, i) ??
      observance(frame, i) ??
      calendarDate(frame, i) ??
      festival(frame, i) ??
      place(frame, i)
    )
  }
  if (!WORD.test(char.toLowerCase()) || endsWord(frame, i)) return undefined
  return (
    festival(frame, i) ??
    relativeDay(frame, i) ??
    calendarDate(frame, i) ??
    namedWeekday(frame, i) ??
    observance(frame, i) ??
    place(frame, i)
  )
}

// Whether a figure goes on a number, a decimal, or a code that began before it.
function insideNumber(frame: Frame, i: number): boolean {
  if (gapBefore(frame, i)) return false
  const { text } = frame
  const before = text.charAt(i - 1)
  if (/\d/.test(text.charAt(i))) {
    return (
      /[\dA-Za-z_.·第]/.test(before) ||
      (/[-/:]/.test(before) && /[\dA-Za-z]/.test(text.charAt(i - 2)))
    )
  }
  return /[〇一二两三四五六七八九十廿卅百千第]/.test(before)
}
