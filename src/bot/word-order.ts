/**
 * The word behind what it is about: `特急 交办 …`, `给预算科交办 …`, `把初稿交办给预算科 …`, `把12号转办给金融科`. Each is read
 * like the order of the house, the word first. Quoted words are only text.
 */
import type { Directory } from '../domain/people/directory.ts'
import { namedAt } from './named-at.ts'
import { numberBehindWord } from './number-first.ts'
import type { Registry } from './registry.ts'
import { leadingMentionsLast, type Sentence, shielded, withoutEnds } from './sentence.ts'

/** Where names and words are looked up. */
export interface House {
  registry: Registry
  directory: Directory
}

/** The sentence with its word in front. */
export function inWordOrder(sentence: Sentence, house: House): Sentence {
  const begun = unbracketed(leadingMentionsLast(sentence), house.registry)
  const hurried = urgencyBehindWord(begun, house.registry)
  const joined = dateBehindRecipient(signedAndHandedOut(hurried), house.directory)
  return numberBehindWord(recipientBehindWord(joined, house.directory), house)
}

/** 【交办】预算科 …: the word stands in brackets, like the head of a notice. */
function unbracketed(sentence: Sentence, registry: Registry): Sentence {
  const [whole, word = ''] =
    /^[[【(]\s*(\p{Script=Han}{1,6})\s*[\]】)]/u.exec(sentence.folded) ?? []
  if (whole === undefined || registry.find(word)?.word !== word) return sentence
  const put = (text: string) => `${word} ${text.slice(whole.length)}`
  return { ...sentence, raw: put(sentence.raw), folded: put(sentence.folded) }
}

/** A stretch of the sentence as a sentence of its own, without the space around it, its word in front. */
export function stretchOf(sentence: Sentence, from: number, to: number, house: House): Sentence {
  return inWordOrder(withoutEnds(sentence, from, to), house)
}

/** 签收11并分办给王强: the two words belong together, before the number. */
const SPLIT = /^(\s*签收)([\s:]*(?:#|第)?\s?\d{1,7}\s?(?:号|#)?)[\s,]*(并?(?:分办|部署))(?:给)?/u

function signedAndHandedOut(sentence: Sentence): Sentence {
  const hit = SPLIT.exec(sentence.folded)
  if (!hit) return sentence
  const put = (text: string) => `签收并分办 ${hit[2]!.trim()} ${text.slice(hit[0].length)}`
  return { ...sentence, raw: put(sentence.raw), folded: put(sentence.folded) }
}

/** 交办 12月15日前 预算科 报送…: the date goes to the end, before what the matter rests on. */
const DATED = /^(\s*(?:交办|派单?|布置)[\s:]*)([^\s,、:]{2,16}(?:前|内|底))[\s,]+/u

function dateBehindRecipient(sentence: Sentence, directory: Directory): Sentence {
  const hit = DATED.exec(sentence.folded)
  if (!hit || !namedAt(sentence, hit[0].length, directory)) return sentence
  const [whole, verb, date] = hit
  const from = whole.length
  const rests = sentence.folded.slice(from).search(/[\s,;。(](?:依据|根据)/u)
  const to = rests < 0 ? sentence.raw.length : from + rests
  const put = (text: string) =>
    `${verb}${text.slice(from, to)} ${text.slice(verb!.length, verb!.length + date!.length)}${text.slice(to)}`
  return { ...sentence, raw: put(sentence.raw), folded: put(sentence.folded) }
}

/** 特急, 【特急】, 特急（省厅调度） or 特急 因省厅调度 in front of a command. */
const URGENT =
  /^\s*(?:\[|\(|【)?特急(?:\]|\)|】)?(?:件|事项)?[\s,:;!。]*(?:\(([^()]{2,40})\)|(?:因为?|理由:?)\s*([^\s,;。]{2,40}))?[\s,:;!。]*/u
/** A reason that stands apart at the end: 因省厅调度. */
const REASON = /(?<=[\s,;。])因(?!素|此|地|时|人|公)\S+\s*$/u

function urgencyBehindWord(sentence: Sentence, registry: Registry): Sentence {
  const { raw, folded } = sentence
  const hit = URGENT.exec(folded)
  if (!hit) return sentence
  const [whole, bracketed, because] = hit
  const wanted = registry.find(folded.slice(whole.length))
  if (!wanted?.command.slots.urgent) return sentence
  const why = bracketed ?? because
  const reason = why === undefined ? -1 : folded.indexOf(why)
  const at = why === undefined ? folded.search(REASON) : -1
  const put = (text: string) =>
    at < 0
      ? `${text.slice(whole.length)} 特急${why === undefined ? '' : ` 因${text.slice(reason, reason + why.length)}`}`
      : `${text.slice(whole.length, at)}特急 ${text.slice(at)}`
  return { ...sentence, raw: put(raw), folded: put(folded) }
}

/** The words that hand a thing to somebody; the particle behind them tells of it and hands nothing. */
const HANDS = /^(?:交办|布置|派单?)(?![的了过])(?:一下|给)?[\s,:]*/u
const HANDED = /(?:交办|布置|派单?)给?[\s,:]*/gu

/** 把…这件事交办给: how much at the end only points at what was named. */
const thisThing = (folded: string): number =>
  /(?:这|一)(?:件事|项工作|项任务|个?事)\s*$/.exec(folded)?.[0].length ?? 0

function recipientBehindWord(sentence: Sentence, directory: Directory): Sentence {
  const { raw } = sentence
  const { folded } = shielded(sentence)
  const whom = (at: number) => namedAt(sentence, at, directory)?.end ?? 0
  const cut = (text: string, parts: [number, number][]) =>
    `交办 ${parts
      .map(([from, to]) => text.slice(from, to).trim())
      .filter(Boolean)
      .join(' ')}`
  const put = (...parts: [number, number][]): Sentence => ({
    ...sentence,
    raw: cut(raw, parts),
    folded: cut(sentence.folded, parts),
  })
  const lead = /^\s*(?:请\s*)?(?:给|向|对)?\s*/u.exec(folded)![0]
  const to = whom(lead.length)
  if (to > 0) {
    const gap = /^[\s,:]*/.exec(folded.slice(to))![0].length
    const verb = HANDS.exec(folded.slice(to + gap))
    // 预算科交办的事 is a thing; without 给 a space tells that the unit is meant by itself.
    const meant = verb && (/[给向对]/.test(lead) || gap > 0)
    return meant ? put([lead.length, to], [to + gap + verb[0].length, raw.length]) : sentence
  }
  const taken = /^\s*(?:请\s*)?[把将]\s*/u.exec(folded)?.[0].length
  if (taken === undefined) return sentence
  for (const verb of folded.slice(taken).matchAll(HANDED)) {
    const from = taken + verb.index
    const at = from + verb[0].length
    const end = verb.index > 1 ? whom(at) : 0
    if (end > 0)
      return put([at, end], [taken, from - thisThing(folded.slice(0, from))], [end, raw.length])
  }
  return sentence
}
