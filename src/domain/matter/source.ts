/** 来源: where a matter comes from, read from the words of its basis; it decides the rule only by a rule's own list. */
import type { Profile } from './profile.ts'
import type { Profiles } from './profiles.ts'

/** A superior's paper or instruction; a 局 may be one's own, so its name alone says nothing. */
const SUPERIOR =
  /上级|(?:国务院|中央|[省市州县区](?:委|政府|人大|政协|纪委|领导|长|办)).{0,12}?(?:批示|批转|批办|转办|交办|来文|文件|通知|函|[〔[(]?\d{4})/u

/** Words of a basis by the source they name, the surer first (domain.md AT2, A.1). */
const WORDS: readonly [string, RegExp][] = [
  ['党组', /党组/],
  ['批转', SUPERIOR],
  ['例会', /例会|推进会|调度会/],
  ['巡察', /巡察|巡视/],
]

/** The source that words name; nothing where they name none. */
export const sourceIn = (words: string): string | null =>
  WORDS.find(([, named]) => named.test(words))?.[0] ?? null

/** The rule that takes matters of a source by itself; nothing where no rule lists it. */
export const profileFor = (source: string, profiles: Profiles): Profile | undefined =>
  [...profiles.values()].find((profile) => profile.sources.includes(source))

/** The source a matter on a rule is counted under: the one named, or the only one the rule has. */
export function sourceOn(profile: Profile, named: string | null): string | null {
  if (named !== null && profile.sources.includes(named)) return named
  return profile.sources.length === 1 ? profile.sources[0]! : null
}
