/** 天数: how far ahead, 7天, 一周, 两个星期, 半个月. */
import { NUMBER, numberOf } from '../../domain/time/numerals.ts'
import type { Slot } from '../slot.ts'

const SPAN = new RegExp(
  `(?:未来|今后|接下来|后)?\\s*(?:(半|${NUMBER})\\s*个?)?(天|日|周|星期|礼拜|月)`,
  'u',
)
const LENGTH: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 }

/** A number of days; null where none is said. */
export const ahead: Slot<number | null> = {
  label: '天数',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = SPAN.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const times = hit[1] === '半' ? 0.5 : numberOf(hit[1] ?? '1')
    if (times === undefined) return undefined
    const value = Math.ceil(times * (LENGTH[hit[2] ?? ''] ?? 1))
    return { value, span: [from + hit.index, from + hit.index + hit[0].length] }
  },
  absent: () => null,
}

/** 全部、所有人: for everybody, not only for oneself. */
export const everybody: Slot<true | null> = {
  label: '范围',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:全部|所有|全局|全体)(?:的?人员?|的)?/u.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    return { value: true, span: [from + hit.index, from + hit.index + hit[0].length] }
  },
  absent: () => null,
}
