/** 规则: the list, one rule, and what a change would change. */
import { button, buttons, card, facts, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Profile } from '../domain/matter/profile.ts'
import type { Profiles } from '../domain/matter/profiles.ts'
import { levels, limitWords, partsOf } from './rule-words.ts'

/** A change of the office's rules that waits for a word. */
export interface RuleChange {
  /** The rule as it would be; nothing when the office's own would go. */
  after: Profile | undefined
  before: Profile | undefined
}

/** Every rule in a line. */
export function rulesCard(profiles: Profiles, admin: boolean): Card {
  const rows = [...profiles.values()].map((rule): [string, string] => [rule.name, rule.about])
  const taps = [...profiles.keys()]
    .slice(1, 5)
    .map((name) => button({ text: name, say: `规则 ${name}` }))
  return card({
    title: `规则（${rows.length}条）`,
    elements: [
      facts(rows),
      note('说“规则 名称”看一条；交办时写“按13710”。'),
      buttons(admin ? [...taps.slice(0, 4), button({ text: '导出', say: '规则 导出' })] : taps),
    ],
  })
}

/** One rule in full. */
export function ruleCard(rule: Profile): Card {
  return card({
    title: `规则 ${rule.name}`,
    elements: [facts(partsOf(rule).filter(([, said]) => said))],
  })
}

/** What would change, old beside new, with the tap that makes it so. */
export function ruleChangeCard(changes: readonly RuleChange[], draft: number): Card {
  return card({
    title: '请核对规则的改动',
    elements: [
      ...changes.flatMap(({ before, after }) => {
        const name = (after ?? before)?.name ?? ''
        if (!after) return [text(`停用“${name}”`)]
        if (!before)
          return [text(`新增“${name}”`), facts(partsOf(after).filter(([, said]) => said))]
        return [text(`改“${name}”`), facts(differences(before, after))]
      }),
      note('已交办的事项日期不变，只对今后交办的起作用。'),
      buttons([button({ text: '确认', say: `规则 确认 ${draft}`, type: 'primary' })]),
    ],
  })
}

/** What was wrong with a table of rules, line by line. */
export function ruleFaultsCard(faults: readonly string[]): Card {
  const shown = faults.slice(0, 20)
  const more = faults.length - shown.length
  return card({
    title: '规则表没有登记',
    color: 'red',
    elements: [
      text(shown.join('\n')),
      note(`${more > 0 ? `还有${more}处。` : ''}请改正后重新发送，规则没有变动。`),
    ],
  })
}

/** The parts that differ: `首次反馈 3天 → 首次反馈 2天`. */
export function differences(before: Profile, after: Profile): [string, string][] {
  const old = new Map(partsOf(before))
  return partsOf(after).flatMap(([part, said]): [string, string][] => {
    const was = old.get(part) ?? ''
    return was === said ? [] : [[part, `${was || '无'} → ${said || '无'}`]]
  })
}

/** One line for the history: which rules, and what of them. */
export function ruleChangesSaid(changes: readonly RuleChange[]): string {
  return changes
    .map(({ before, after }) => {
      if (!after) return `停用${before?.name ?? ''}`
      if (!before)
        return `新增${after.name}：${
          levels
            .map((level) => limitWords(after.limits[level]))
            .filter((said) => said)
            .join('、') || '按写明的时限'
        }`
      return `${after.name}：${differences(before, after)
        .map(([part, said]) => `${part} ${said.replaceAll('\n', '；')}`)
        .join('，')}`
    })
    .join('。')
}
