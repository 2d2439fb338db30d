/** 范围: 逾期, 今天, 本周, 本月, as people say it; several together narrow further. */
import type { Scope } from '../../domain/matter/urgency.ts'
import type { Slot } from '../slot.ts'

const WORDS: [RegExp, Scope][] = [
  [/^(?:已经?)?(?:逾期|超期|超时|过期|到期未办)了?/u, '逾期'],
  [/^(?:今天|今日|当天|当日)(?:到期)?/u, '今天'],
  [/^(?:本周|这周|这一周|当周|本星期|这星期|这个星期|这礼拜)(?:内|到期)?/u, '本周'],
  [/^(?:本月|这个?月|当月)(?:内|到期)?/u, '本月'],
]

/** The scopes that stand next, in any order. */
export const scopes: Slot<Scope[]> = {
  label: '范围（逾期、今天、本周、本月）',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const found = new Set<Scope>()
    let at = from
    for (;;) {
      const text = sentence.folded.slice(at, to)
      const space = found.size > 0 ? (/^[\s,、]*(?:且|和|又)?\s*/u.exec(text)?.[0].length ?? 0) : 0
      const hit = WORDS.flatMap(([word, scope]) => {
        const length = word.exec(text.slice(space))?.[0].length
        return length ? [{ scope, length }] : []
      })[0]
      if (!hit) break
      found.add(hit.scope)
      at += space + hit.length
    }
    if (found.size === 0) return undefined
    return { value: [...found], span: [from, at + (sentence.folded[at] === '的' ? 1 : 0)] }
  },
  absent: () => [],
}
