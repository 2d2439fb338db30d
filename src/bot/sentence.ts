/** A sentence as it is read: the words as typed, and a folded copy of the same length for the grammar. */
import { FIELD, MENTION, type Mention } from './message.ts'

export interface Sentence {
  /** As typed; mentions and fields are one private character each. */
  raw: string
  /** Full-width letters, digits, punctuation and spaces folded to half width, letter by letter. */
  folded: string
  mentions: Mention[]
  /** What was typed into a form's fields. */
  fields: string[]
}

/** Characters that show nothing and only mislead: controls, zero width, bidi overrides. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Reads a text with its mentions. */
export function sentenceOf(
  text: string,
  mentions: Mention[] = [],
  fields: string[] = [],
): Sentence {
  const raw = text.replace(INVISIBLE, '').replace(/\t/g, ' ').trim()
  return {
    raw,
    folded: fold(raw),
    mentions,
    fields: fields.map((field) => field.replace(INVISIBLE, '')),
  }
}

/** Folds to half width without changing any position. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
}

/** A part of the sentence as words: mentions become @名字, fields what was typed. */
export function wordsIn(sentence: Sentence, from = 0, to = sentence.raw.length): string {
  let words = ''
  for (const sign of sentence.raw.slice(from, to)) {
    const code = sign.codePointAt(0) ?? 0
    const field = code >= FIELD ? sentence.fields[code - FIELD] : undefined
    const mention = code >= MENTION && code < FIELD ? sentence.mentions[code - MENTION] : undefined
    words += field ?? (mention ? `@${mention.name}` : sign)
  }
  return words.trim()
}

/** The mention that stands at a position, and how many code units it takes. */
export function mentionAt(sentence: Sentence, at: number): Mention | undefined {
  const code = sentence.raw.codePointAt(at) ?? 0
  return code >= MENTION && code < FIELD ? sentence.mentions[code - MENTION] : undefined
}

/** The first position of a mention from `at` on, or -1. */
export function nextMention(sentence: Sentence, at: number): number {
  for (let i = at; i < sentence.raw.length; i++) if (mentionAt(sentence, i)) return i
  return -1
}

/** How many code units one private character takes. */
export const SIGN = 2

/**
 * A button's sentence with its holes filled from the form: dates come in as words, everything else as a field
 * character, so that nothing typed into a form is ever read as grammar.
 */
export function fill(say: string, fields: Record<string, string | string[]>): Sentence {
  const typed: string[] = []
  const mentions: Mention[] = []
  const text = say.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = [fields[name] ?? ''].flat().join('、').trim()
    const date = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))? [+-]\d{4}$/.exec(value)
    // The picker's offset is the client's; what the person meant is the day on the calendar he saw.
    if (date) return date[2] ? `${date[1]} ${date[2]}` : date[1]!
    if (/^ou_[0-9a-z_*]+$/i.test(value)) {
      mentions.push({ openId: value, name: '', tenant: '' })
      return String.fromCodePoint(MENTION + mentions.length - 1)
    }
    if (value === '') return ''
    typed.push(value)
    return String.fromCodePoint(FIELD + typed.length - 1)
  })
  return sentenceOf(text, mentions, typed)
}

/** A stretch of the sentence without the space around it. */
export function withoutEnds(sentence: Sentence, from: number, to: number): Sentence {
  const raw = sentence.raw.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const end = start + raw.trim().length
  return { ...sentence, raw: raw.trim(), folded: sentence.folded.slice(start, end) }
}

/** Leading mentions go to the end: `@李娜 交办 …` is read like `交办 @李娜 …`. */
export function leadingMentionsLast(sentence: Sentence): Sentence {
  let at = 0
  while (nextMention(sentence, at) === at && mentionAt(sentence, at)) {
    at += SIGN
    while (sentence.folded[at] === ' ') at += 1
  }
  if (at === 0 || at >= sentence.raw.length) return sentence
  const turned = (text: string) => `${text.slice(at)} ${text.slice(0, at).trim()}`
  return { ...sentence, raw: turned(sentence.raw), folded: turned(sentence.folded) }
}

/** Mentions before a matter's number go behind it: `分办 @王强 12 先摸底` is read like `分办 12 @王强 先摸底`. */
export function mentionsBehindNumber(sentence: Sentence, from: number): Sentence {
  let at = from
  const skipSpaces = () => {
    while (sentence.folded[at] === ' ') at += 1
  }
  skipSpaces()
  const start = at
  while (mentionAt(sentence, at)) {
    at += SIGN
    skipSpaces()
  }
  const number = /^(?:#|第)?\s?\d{1,7}\s?(?:号|#)?(?=\s|$)/.exec(sentence.folded.slice(at))
  if (at === start || !number) return sentence
  const end = at + number[0].length
  const turned = (text: string) =>
    `${text.slice(0, start)}${text.slice(at, end)} ${text.slice(start, at).trim()}${text.slice(end)}`
  return { ...sentence, raw: turned(sentence.raw), folded: turned(sentence.folded) }
}

/** The sentence with what stands in quotes or 《》 hidden from the grammar; the words as typed stay. */
export function shielded(sentence: Sentence): Sentence {
  const folded = sentence.folded.replace(
    /“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』|《[^》]*》/g,
    (quoted) => '\u25a1'.repeat(quoted.length),
  )
  return folded === sentence.folded ? sentence : { ...sentence, folded }
}
