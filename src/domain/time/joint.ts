/** Where one word ends and the next begins: 原则上|周五前, 线下|月底前, 说明|日期. */
import { type Folded, gapBefore } from './fold.ts'

// What makes one word with the 上, 下, 本 … behind it, so that it names no week, month or day
// (but 路线|下周三, 报表|明天).
const BEFORE: Readonly<Record<string, RegExp>> = {
  上: /[则会早晚以马网群台纸手身桌致际础]$|(?<![路专热航管干地号])线$/,
  下: /[私当如以之底]$|(?<![路专热航管干地号])线$/,
  本: /[基样原标课剧]$/,
  当: /[应适相充恰妥担每]$/,
  明: /[说证声阐注标]$|(?<![报图台附列])表$/,
  前: /[目以之此眼当]$/,
  今: /[如迄至]$/,
  次: /[每多首再各数几一二三两届]$/,
}

/** Whether the character at a place ends the word before it. */
export function endsWord(folded: Folded, i: number): boolean {
  const before = BEFORE[folded.text.charAt(i)]
  if (!before || i < 1 || gapBefore(folded, i)) return false
  return before.test(folded.text.slice(Math.max(0, i - 2), i))
}
