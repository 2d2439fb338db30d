/** A rule by its name or by how people say it, standing next. */
import { Declined } from '../../domain/declined.ts'
import type { Profile } from '../../domain/matter/profile.ts'
import type { Slot } from '../slot.ts'

/** The rule named; nothing where none is. */
export const ruleNamed: Slot<{ rule: Profile } | null> = {
  label: '规则名称（如 13710）',
  stands: 'at',
  optional: false,
  read({ sentence, profiles }, [from, to]) {
    const rest = sentence.folded.slice(from, to)
    const all = [...profiles.values()].flatMap((rule) =>
      [rule.name, ...rule.aliases].map((said) => ({ rule, said })),
    )
    const hit = all
      .filter(({ said }) => rest.startsWith(said))
      .sort((a, b) => b.said.length - a.said.length)[0]
    // 7100 is no 710: digits and letters end where they end.
    if (hit && !/^[\dA-Za-z]/.test(/[\dA-Za-z]$/.test(hit.said) ? rest.slice(hit.said.length) : ''))
      return { value: { rule: hit.rule }, span: [from, from + hit.said.length] }
    const other = /^[^\s,，。；;]+/u.exec(rest)?.[0]
    if (!other) return undefined
    throw new Declined(
      'E-RULE-5',
      `没有“${other}”这条规则。现有：${[...profiles.keys()].join('、')}。`,
      ['规则'],
    )
  },
  absent: () => null,
}

/** The number of what waits for a word. */
export const draftNumber: Slot<number | null> = {
  label: '待确认的编号',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const hit = /^\d{1,9}(?!\d)/.exec(sentence.folded.slice(from, to))
    return hit ? { value: Number(hit[0]), span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}
