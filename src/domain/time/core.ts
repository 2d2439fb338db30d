/** The core of a time phrase, whichever noun it is built on. */
import { calendarDate } from './date.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import { relativeDay } from './relative.ts'
import type { Core } from './sense.ts'
import { namedWeekday } from './weekday.ts'

const FIRST = /[\d〇一二两三四五六七八九十廿卅今明后昨前大本当次翌隔第这下上周星礼去]/
const FIGURE = /[\d〇一二两三四五六七八九十廿卅]/

/** The core that begins at a place of the folded text. */
export function coreAt(frame: Frame, i: number): Core | undefined {
  const char = frame.text.charAt(i)
  if (!FIRST.test(char)) return undefined
  if (FIGURE.test(char)) {
    if (insideNumber(frame, i)) return undefined
    return calendarDate(frame, i)
  }
  return relativeDay(frame, i) ?? calendarDate(frame, i) ?? namedWeekday(frame, i)
}

/** Whether a figure goes on a number, a decimal, or a code that began before it. */
export function insideNumber(frame: Frame, i: number): boolean {
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
