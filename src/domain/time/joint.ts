/** Where one word ends and the next begins: 原则上|周五前, 线下|月底前, 说明|日期. */
import { type Folded, gapBefore } from './fold.ts'

// Characters that make one word with the 上, 下, 本 … behind them, so that it names no week, month or day.
const BEFORE: Readonly<Record<string, string>> = {
  上: '则本会早晚以马网线路群台纸手身桌致际础面',
  下: '线私当如以之底楼属旗名手乡',
  本: '基样根原文标脚课剧版资',
  当: '应适相充恰妥担每',
  明: '说证声表查申阐注标写',
  前: '目以之此提眼当',
  今: '如迄至',
  次: '每多首再各数几一二三两届批层名',
}

/** Whether the character at a place ends the word before it. */
export function endsWord(folded: Folded, i: number): boolean {
  const before = BEFORE[folded.text.charAt(i)]
  return before?.includes(folded.text.charAt(i - 1) || ' ') === true && !gapBefore(folded, i)
}
