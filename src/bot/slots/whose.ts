/** Whose list is asked for: one's own, one's own unit's, the whole bureau's, a person's, a unit's. */
import { Declined } from '../../domain/declined.ts'
import type { Slot } from '../slot.ts'
import { type Recipient, recipient } from './people.ts'

export type Whose = Recipient | 'self' | 'home' | 'all'

const WORDS: [RegExp, Whose][] = [
  [/^(?:我们|我|本)(?:科室?|单位|部门|室)的?/u, 'home'],
  [/^(?:全局|全部|全体|所有|整个局)的?/u, 'all'],
  [
    /^(?:我(?!们)自?己?(?:还?有(?:哪些|哪几件|什么|啥|几件|多少))?|本人|还?有(?:哪些|哪几件|什么|啥|几件|多少)(?=待办))的?/u,
    'self',
  ],
]

/** `我`, `我科`, `全局`, or a person or a unit by name, with or without 的. */
export const whose: Slot<Whose> = {
  label: '人员或科室',
  stands: 'at',
  optional: false,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    for (const [word, value] of WORDS) {
      const hit = word.exec(text)?.[0].length
      if (hit) return { value, span: [from, from + hit] }
    }
    const found = await recipient.read(reading, [from, to])
    if (!found || found.span[0] !== from) return undefined
    const end = found.span[1]
    return { ...found, span: [from, end + (reading.sentence.folded[end] === '的' ? 1 : 0)] }
  },
  absent: () => {
    throw new Declined('E-PERSON-2', '还缺：人员或科室。')
  },
}
