/** Words that promise a time and name none: 尽快, 近期, 几天, 三五天 (rule 13). */
import type { Frame } from './frame.ts'
import type { Phrase } from './phrase.ts'
import { matchAt, sticky } from './sticky.ts'

const WORD = sticky(
  '尽快|尽早|尽速|从速|抓紧|早日|近期|近日|日内(?!瓦)|不日|择日|择期|改天|改日|适时|届时|到时候?|会前|会后(?!天)|三五[天日个]?(?:内|之内|后)?|三五个?(?:工作日|星期|周|月)(?:内|之内|后)?|[好这近过]?几个?(?:天|日|周|月|星期|工作日|小时)(?:内|之内|后|以内)?|若干(?:天|日)内?|[这近]两天|今后|随后|日后|稍后|最近|不久|立即|立刻|马上|即刻|速(?:办|报)|随时|有空|这阵子|这段时间|下一步|回头(?!看)',
)

const NUMBER = /[\da-z一二两三四五六七八九十百作然历]/i

/** A vague word at a place, as a phrase that any real time outranks. */
export function vagueAt(frame: Frame, i: number): Phrase | undefined {
  const found = matchAt(WORD, frame.text, i)
  if (!found || (/^(?:日内|日后|几)/.test(found[0]) && NUMBER.test(frame.text.charAt(i - 1))))
    return undefined
  const say = `“${found[0]}”没有确定的时间，请给出具体日期，例如“12月5日前”。`
  const to = i + found[0].length
  return { from: i, to, rank: -1, outcome: { kind: 'reject', reason: 'vague', say } }
}
