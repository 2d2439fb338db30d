/** Which page of the digest is asked for: today's or the week's, on a card or as a table; the words in any order. */
import type { Slot } from '../slot.ts'

export interface DigestAsk {
  /** `null`: whichever today has. */
  weekly: boolean | null
  /** As a table. */
  paper: boolean
}

const WORDS: [RegExp, Partial<DigestAsk>][] = [
  // Where its word trails (本周的简报) that word is one of these.
  [/^(?:督办)?简报/u, {}],
  [/^(?:查?看|调出?|要|发)(?:一下|一看|看)?(?:我?的)?(?=\S)/u, {}],
  [/^(?:本周|这周|这一周|一周|每周|周报|当周|本星期|这个?星期|这个?礼拜)的?/u, { weekly: true }],
  [/^(?:今天|今日|当天|当日|每日|日报)的?/u, { weekly: false }],
  [
    /^(?:请|要|给我|发我|帮我)?(?:导出|下载|打印|发)?(?:成|为)?(?:一?份)?(?:表格|表|excel|xlsx|电子表格)/iu,
    { paper: true },
  ],
  [/^(?:导出|下载|打印)(?:一下|一份)?/u, { paper: true }],
]

/** Always there: today's own page where nothing is said. */
export const digestAsk: Slot<DigestAsk> = {
  label: '哪一页（今天、本周、导出）',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    let value: DigestAsk = { weekly: null, paper: false }
    let at = from
    for (;;) {
      const text = sentence.folded.slice(at, to)
      const space = at > from ? (/^[\s,、]*/u.exec(text)?.[0].length ?? 0) : 0
      const hit = WORDS.flatMap(([word, means]) => {
        const length = word.exec(text.slice(space))?.[0].length
        return length ? [{ means, length }] : []
      })[0]
      if (!hit) break
      value = { ...value, ...hit.means }
      at += space + hit.length
    }
    return at > from ? { value, span: [from, at] } : undefined
  },
  absent: () => ({ weekly: null, paper: false }),
}
