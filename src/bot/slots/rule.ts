/** 规则: `按13710`, `按13710 重大复杂`, `立行立改`; and the date a rule may make needless. */
import { Asked } from '../../domain/declined.ts'
import type { Level } from '../../domain/matter/matter.ts'
import type { Profile } from '../../domain/matter/profile.ts'
import type { Profiles } from '../../domain/matter/profiles.ts'
import { profileFor, sourceIn, sourceOn } from '../../domain/matter/source.ts'
import { limitOf, startOf } from '../../domain/matter/timetable.ts'
import { clockOf, dayOf } from '../../domain/time/day.ts'
import { wordsIn } from '../sentence.ts'
import { Lacking, type Reading, type Slot, type Span } from '../slot.ts'
import { type Due, due } from './due.ts'

/** The rule of a matter, for its level. */
export interface Rule {
  profile: Profile
  level: Level
  /** 批转, 党组: the source that was named, if one was. */
  source: string | null
  /** Nobody named it: the source did. */
  bySource?: boolean
}

const LEVEL = '(重大复杂|重大|复杂|一般|简单)(?:事项|问题|件)?'
const SOURCE =
  '(?:来源\\s*:?\\s*)?((?:上级|市里|省里)?(?:批转|转办)|(?:局)?党组(?:会议?)?(?:研究|议定)?)'
const MORE = `(?:[\\s,、(]*${LEVEL}\\)?)?(?:[\\s,、(]*${SOURCE}(?=$|[\\s,;。)])\\)?)?`
/** A short name alone is an ordinary word: 窗口, 说不 are rules only behind 按. */
const TELLING = 3

/** The rule named behind 按, or by its name alone at the end of what is to be done. */
export const rule: Slot<Rule | null> = {
  label: '规则（如 按13710）',
  stands: 'anywhere',
  optional: true,
  async read(reading, span) {
    const hit = behindWord(reading, span) ?? (await alone(reading, span))
    if (!hit) return undefined
    const { profile, level, words, span: found } = hit
    const basis = basisIn(reading.sentence.folded)
    const source = sourceOn(profile, sourceIn(words ?? '') ?? sourceIn(basis))
    if (profile.sourced && source === null) throw sourceAsked(profile, reading, found)
    return { value: { profile, level, source }, span: found }
  },
  absent: () => null,
}

/** A date, unless the rule or the source's own rule sets one. */
export const dueUnlessRuled: Slot<Due | null> = {
  ...due,
  optional: true,
  async read(reading, span) {
    const found = await due.read(reading, span)
    const named = reading.filled.rule as Rule | null | undefined
    if (found && named) refuseBeyond(found.value, named, reading, found.span)
    return found
  },
  absent(reading) {
    const { sentence, profiles, filled } = reading
    const named = (filled.rule as Rule | null) ?? ruleBySource(basisIn(sentence.folded), profiles)
    if (named?.profile.limits[named.level]) return null
    throw new Lacking(due.label)
  },
}

/** The rule that takes matters of the source a basis names, where neither rule nor date was said. */
export function ruleBySource(basis: string, profiles: Profiles): Rule | null {
  const source = sourceIn(basis)
  const profile = source === null ? undefined : profileFor(source, profiles)
  return profile ? { profile, level: '一般', source, bySource: true } : null
}

interface Hit {
  profile: Profile
  level: Level
  /** The words of a source behind it. */
  words: string | undefined
  span: Span
}

function behindWord(reading: Reading, [from, to]: Span): Hit | undefined {
  const names = namesOf(reading, 1)
  const said = new RegExp(
    `(?:${LEVEL}[\\s,、]*)?(?:按照?|依照|适用)\\s*(${names})(?![\\dA-Za-z])` +
      `(?:\\s*(?:工作)?(?:制度|规则|要求|规定|时限|机制|流程))?(?:\\s*(?:办理|执行|落实|推进|办))?${MORE}`,
    'u',
  ).exec(reading.sentence.folded.slice(from, to))
  if (!said) return undefined
  const [whole, before, name, level, words] = said
  return hitOf(reading, name!, level ?? before, words, [
    from + said.index,
    from + said.index + whole.length,
  ])
}

async function alone(reading: Reading, [from, to]: Span): Promise<Hit | undefined> {
  const names = namesOf(reading, TELLING)
  if (!names) return undefined
  const text = reading.sentence.folded.slice(from, to)
  const said = new RegExp(`(?<=[\\s,;。、(])(${names})(?=$|[\\s,;。、(])${MORE}`, 'u').exec(text)
  if (!said) return undefined
  const [whole, name, level, words] = said
  const at = from + said.index
  const end = at + whole.length
  if (!level && !words && !(await endsThere(reading, [end, to]))) return undefined
  return hitOf(reading, name!, level, words, [at, end])
}

/** Behind the name nothing more is to be done: only a date, a basis, who supports. */
async function endsThere(reading: Reading, [from, to]: Span): Promise<boolean> {
  const tail = reading.sentence.folded.slice(from, to)
  if (/^[\s,;。、()]*(?:$|依据|根据|协办|配合|标准|特急)/u.test(tail)) return true
  const date = await Promise.resolve(due.read(reading, [from, to])).catch(() => undefined)
  return date !== undefined && tail.slice(0, date.span[0] - from).trim() === ''
}

function hitOf(
  { profiles }: Reading,
  name: string,
  level: string | undefined,
  words: string | undefined,
  span: Span,
): Hit {
  const profile = [...profiles.values()].find(
    (one) => one.name === name || one.aliases.includes(name),
  )!
  const heavy = level === '重大' || level === '复杂' ? '重大复杂' : level
  return { profile, level: (heavy ?? '一般') as Level, words, span }
}

/** The names and aliases of rules, the longest first, as alternatives of a pattern. */
function namesOf({ profiles }: Reading, least: number): string {
  const clocked = (profile: Profile) =>
    least === 1 || Object.keys(profile.limits).length > 0 || profile.steps.length > 0
  return [...profiles.values()]
    .filter(clocked)
    .flatMap((profile) => [profile.name, ...profile.aliases])
    .filter((name) => [...name].length >= least)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}

/** What follows 依据. */
const basisIn = (folded: string): string =>
  /(?:^|[\s,;。(])(?:依据|根据)\s*:?\s*(\S.*)$/su.exec(folded)?.[1] ?? ''

function sourceAsked(profile: Profile, { sentence }: Reading, [from, to]: Span): Asked {
  const words = (source: string) =>
    [wordsIn(sentence, 0, from), wordsIn(sentence, from, to), source, wordsIn(sentence, to)]
      .filter((part) => part)
      .join(' ')
  return new Asked(
    'E-RULE-1',
    `${profile.name}只用于上级批转和党组研究的事项，请写明来源（可在句末写“依据 文号”）：`,
    [
      { label: '上级批转', say: words('上级批转') },
      { label: '党组研究', say: words('党组研究') },
    ],
  )
}

/** A date beyond what the rule allows is not taken silently: the heavier level, the rule's own date, or no rule. */
function refuseBeyond(date: Due, { profile, level, source }: Rule, reading: Reading, span: Span) {
  const { sentence, calendar, now } = reading
  const start = startOf(profile, { at: now, urgent: false }, calendar)
  const within = (one: Level) => {
    const limit = limitOf(profile, one, start, calendar)
    return limit === null || date.at <= limit
  }
  if (within(level)) return
  const from = source
    ? ` ${source === '党组' ? '党组研究' : source === '批转' ? '上级批转' : ''}`
    : ''
  const named = (more: string) => ` 按${profile.name}${more}${from.trimEnd()}`
  const whole = wordsIn(sentence)
  const without = `${wordsIn(sentence, 0, span[0])} ${wordsIn(sentence, span[1])}`.trim()
  const heavier = level !== '重大复杂' && profile.limits.重大复杂 && within('重大复杂')
  const limit = limitOf(profile, level, start, calendar)!
  throw new Asked(
    'E-RULE-2',
    `按${profile.name}${level === '一般' ? '' : level}应在 ${dayOf(limit)} ${clockOf(limit)} 前办结，所写时限更晚。请选择：`,
    [
      ...(heavier ? [{ label: '重大复杂，按所写时限', say: whole + named(' 重大复杂') }] : []),
      { label: '按规则的时限', say: without + named(level === '一般' ? '' : ` ${level}`) },
      { label: `不按${profile.name}，按所写时限`, say: whole },
    ],
  )
}
