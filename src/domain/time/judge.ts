/** Which of the phrases of a text acts as its deadline. */
import type { Frame } from './frame.ts'
import { type Outcome, settled } from './outcome.ts'
import { mayBegin, type Phrase, phraseAt } from './phrase.ts'
import type { Candidate } from './reading.ts'
import { nextOf } from './recurrence.ts'
import { vagueAt } from './vague.ts'

// A sentence with more times than this is a table; the first ones already show that it must be asked about.
const MANY = 12
// Places looked at in one text, a time found counting for five: thrice what a full page holds.
const LOOKS = 300
// Book titles are names: 《关于12月5日前…的通知》.
const TITLE = /《[^《》]{0,80}》/y

/** The phrases of a text in order, mere mentions left out. */
export function phrasesIn(frame: Frame): Phrase[] {
  const { text } = frame
  const phrases: Phrase[] = []
  let looks = 0
  for (let i = 0; i < text.length && phrases.length < MANY && looks < LOOKS; ) {
    if (text.charAt(i) === '《') {
      TITLE.lastIndex = i
      const title = TITLE.exec(text)
      i += title ? title[0].length : 1
      continue
    }
    const found = phraseAt(frame, i) ?? vagueAt(frame, i)
    if (found) looks += 5
    else if (mayBegin(text, i)) looks++
    if (found && 'outcome' in found) phrases.push(found)
    i = found ? Math.max(found.to, i + 1) : i + 1
  }
  return phrases
}

/** The phrase that counts: a marker beats a bare mention, a live moment a past one; several that differ become a question. */
export function judged(frame: Frame, phrases: readonly Phrase[]): Phrase | undefined {
  if (phrases.length === 0) return undefined
  const rank = Math.max(...phrases.map((phrase) => phrase.rank))
  const best = phrases.filter((phrase) => phrase.rank === rank)
  const alive = best.filter((phrase) => phrase.outcome.kind !== 'reject')
  const [first, ...others] = alive.length > 0 ? alive : best
  if (!first) return undefined
  const whole = { ...first, to: reach(frame.text, first, others) }
  if (alive.length === 0 || others.every((other) => same(first.outcome, other.outcome)))
    return whole
  const candidates = alive.flatMap((phrase) => candidatesOf(frame, phrase.outcome))
  const unique = candidates.filter(
    (each, i) => candidates.findIndex((one) => one.due === each.due) === i,
  )
  const reason = '一句话里有不止一个时限，请选定一个，或分开交办。'
  return { ...whole, outcome: { kind: 'ask', candidates: unique, reason } }
}

// 5个工作日内（12月1日前）: what is said again right behind belongs to the phrase.
function reach(text: string, first: Phrase, others: readonly Phrase[]): number {
  let { to } = first
  for (const other of others) {
    const between = other.from >= to ? text.slice(to, other.from) : '-'
    if (!/^[(,]?(?:即|也就是)?$/.test(between)) break
    to = other.to + (between.startsWith('(') && text.charAt(other.to) === ')' ? 1 : 0)
  }
  return to
}

function same(one: Outcome, other: Outcome): boolean {
  return one.kind === 'ok' && other.kind === 'ok' && one.due === other.due
}

function candidatesOf(frame: Frame, outcome: Outcome): readonly Candidate[] {
  if (outcome.kind === 'ask') return outcome.candidates
  if (outcome.kind === 'ok') return [settled(outcome)]
  if (outcome.kind !== 'recur') return []
  return [{ due: nextOf(outcome.rule, frame.now, frame.calendar), label: outcome.label }]
}
