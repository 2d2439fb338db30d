/** The office's rules change: previewed first, then kept, with a line of history that can be taken back. */
import { Declined } from '../domain/declined.ts'
import type { Profile } from '../domain/matter/profile.ts'
import { faultsOf } from '../domain/matter/profile-faults.ts'
import { usualProfiles } from '../domain/matter/profiles.ts'
import { type RuleChange, ruleChangeCard, ruleChangesSaid, ruleFaultsCard } from '../views/rules.ts'
import { readRules } from '../views/rules-sheet.ts'
import { readSheets } from '../views/sheet.ts'
import { record } from './record.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** What waits for 确认: the rules to keep, and the names of those whose own version goes. */
interface Draft {
  keep: Profile[]
  drop: string[]
}

/** Shows what a change would change and asks for the word; declines a faulty rule, and a change that changes nothing. */
export async function previewRules(turn: Spoken, draft: Draft): Promise<Reply> {
  const faults = draft.keep.flatMap((rule) => faultsAmong(rule, draft.keep, turn))
  if (faults.length > 0)
    throw new Declined('E-RULE-6', `规则没有变动：${[...new Set(faults)].join('；')}。`, ['规则'])
  const changes = changesOf(turn, draft)
  if (changes.length === 0)
    throw new Declined('E-RULE-7', '与现行规则没有不同，规则没有变动。', ['规则'])
  const body: Draft = {
    keep: changes.flatMap(({ after }) =>
      after && !draft.drop.includes(after.name) ? [after] : [],
    ),
    drop: draft.drop,
  }
  const id = await turn.store.drafts.add({
    kind: 'rules',
    person: turn.actor.id,
    body,
    at: turn.now,
  })
  return { line: '请核对后确认。', card: ruleChangeCard(changes, id), private: true }
}

/** The previewed change takes effect for whatever is assigned from now on. */
export async function confirmRules(turn: Spoken, id: number): Promise<string> {
  const { store, actor, at } = turn
  const draft = (await store.drafts.take(id, 'rules')) as Draft | undefined
  if (!draft) throw new Declined('E-RULE-8', '没有待确认的规则改动，可能已经确认过。', ['规则'])
  const faults = draft.keep.flatMap((rule) => faultsAmong(rule, draft.keep, turn))
  if (faults.length > 0)
    throw new Declined('E-RULE-6', `规则没有变动：${[...new Set(faults)].join('；')}。`, ['规则'])
  const said = ruleChangesSaid(changesOf(turn, draft))
  const own = new Map((await store.profiles.own()).map((rule) => [rule.name, rule]))
  const names = [...draft.keep.map((rule) => rule.name), ...draft.drop]
  const before = names.map((name) => ({ name, profile: own.get(name) ?? null }))
  for (const rule of draft.keep) await store.profiles.keep(rule, { person: actor.id, at })
  for (const name of draft.drop) await store.profiles.drop(name)
  await record(turn, { verb: '改规则', text: said, back: { what: 'profiles', before } })
  return said
}

/** A table of rules came in: what is wrong with it, line by line, or what it would change. */
export async function previewTable(turn: Spoken, bytes: Uint8Array): Promise<Reply> {
  const sheets = await readSheets(bytes)
  const { rules, faults } = readRules(sheets[0]?.rows ?? [])
  const keep = rules.map(({ rule }) => rule)
  const wrong = rules.flatMap(({ line, rule }) =>
    faultsAmong(rule, keep, turn).map((fault) => `第${line}行：${fault}`),
  )
  const all = [...new Set([...faults, ...wrong])]
  if (all.length > 0)
    return {
      line: `规则表有${all.length}处不对，没有登记。`,
      card: ruleFaultsCard(all),
      private: true,
    }
  return previewRules(turn, { keep, drop: [] })
}

/** A rule goes back to what the program came with; one the office added goes away. */
export function withoutOwn(turn: Spoken, rule: Profile): Promise<Reply> {
  return previewRules(turn, { keep: [], drop: [rule.name] })
}

function changesOf({ profiles }: Spoken, { keep, drop }: Draft): RuleChange[] {
  const kept = keep.map((after) => ({ before: profiles.get(after.name), after }))
  const dropped = drop.map((name) => ({ before: profiles.get(name), after: usualOf(name) }))
  const same = ({ before, after }: RuleChange) =>
    JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))
  return [...kept, ...dropped].filter((change) => !same(change))
}

/** A rule as a list of its parts, whatever the order of its fields and limits. */
const sorted = (rule: Profile | undefined) =>
  rule && Object.entries({ ...rule, limits: Object.entries(rule.limits).sort() }).sort()

const usualOf = (name: string) => usualProfiles.find((rule) => rule.name === name)

const faultsAmong = (rule: Profile, those: readonly Profile[], { profiles }: Spoken): string[] => {
  const all = new Map(profiles)
  for (const one of those) all.set(one.name, one)
  return faultsOf(rule, [...all.values()])
}
