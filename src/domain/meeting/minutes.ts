/** 纪要: pasted minutes become drafts, one a line, with who and by when as far as it is written; nothing is guessed (issue RHYTHM, F7). */
import type { Directory } from '../people/directory.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import { readDeadline } from '../time/deadline.ts'
import type { Reading } from '../time/reading.ts'
import { type Said, saidIn } from '../time/said.ts'
import { type Executors, executorsIn } from './executors.ts'
import { labelledIn } from './labels.ts'
import { type Line, linesIn } from './listing.ts'
import { mentionsIn, type Named, unquoted } from './mentions.ts'
import { isTalk, type Tone, toneOf, withoutDecision } from './tone.ts'
import { strangersIn, unknownIn } from './unknown.ts'

/** By when, as far as the line says: none is left to the rule of meetings; all but a set one and none must be asked. */
export type DueRead =
  | { is: 'set'; at: Instant; provisional: boolean; said: Said | null }
  | { is: 'none' }
  | { is: 'unsure'; say: string; choices: Instant[] }
  | { is: 'past' | 'invalid'; say: string }

/** What a line of minutes may become. */
export interface DraftRead {
  /** The line as it was written. */
  words: string
  title: string
  lead: Named | null
  supports: Named[]
  /** Persons of one name of whom one is meant. */
  namesakes: number[]
  /** 未识别: names asked by it that nobody carries; a draft from before they were marked has none. */
  unknown?: string[]
  due: DueRead
}

export interface MinutesRead {
  drafts: DraftRead[]
  /** What was left out, as it was written, and why: the head of a part, an account, or too long for one thing. */
  left: { words: string; tone: Exclude<Tone, 'task'> | 'long' }[]
}

/** What is longer is no one thing to be done. */
export const LONGEST_LINE = 1000

/** The line above a list: 金融科： names who carries its items out, 会议强调： makes them talk. */
interface Above {
  depth: number
  executors: Executors
  unknown: string[]
  talk: boolean
}

/** What lines are read by. */
export interface Reader {
  directory: Directory
  calendar: Calendar
  now: Instant
}

/** Reads pasted minutes line by line. */
export function readMinutes(text: string, reader: Reader): MinutesRead {
  const read: MinutesRead = { drafts: [], left: [] }
  let above: Above | undefined
  const lines = linesIn(text)
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (line.words.length > LONGEST_LINE) {
      read.left.push({ words: line.words, tone: 'long' })
      continue
    }
    const draft = readLine(line, next, reader)
    if (above && line.depth <= above.depth && line.depth > 0) above = undefined
    if (draft.tone !== 'task') {
      read.left.push({ words: line.words, tone: draft.tone })
      const { executors, unknown } = draft
      const talk = isTalk(line.content)
      const leads = executors.lead !== null || unknown.length > 0
      above = leads || talk ? { depth: line.depth, executors, unknown, talk } : undefined
      continue
    }
    const { lead, supports, namesakes } = draft.executors
    const alone = lead === null && supports.length + namesakes.length === 0
    const nobody = alone && draft.unknown.length === 0
    if (above?.talk && nobody && draft.due.is === 'none') {
      read.left.push({ words: line.words, tone: 'narrative' })
      continue
    }
    const by = alone && above ? above.executors : draft.executors
    const unknown = nobody && above ? above.unknown : draft.unknown
    read.drafts.push({
      words: line.words,
      title: draft.title,
      lead: by.lead,
      supports: by.supports,
      namesakes: by.namesakes,
      unknown,
      due: draft.due,
    })
  }
  return read
}

/** Who is to do it and by when, as far as some words say; and the words without that. */
export function executorsAndDue(text: string, reader: Reader) {
  const labelled = labelledIn(text)
  const executors = executorsOf(labelled, reader.directory)
  const strange = unknownIn(labelled.rest, reader.directory)
  const named = `${labelled.lead ?? ''}、${labelled.support ?? ''}`
  const unknown = [...new Set([...strange.names, ...strangersIn(named, reader.directory)])]
  const found = dateIn(labelled.rest, reader)
  const due = oneOf(dueIn(labelled.due ?? '', reader), dueOf(found, labelled.rest, reader))
  const dated = due.is !== 'none'
  const span = 'span' in found ? found.span : undefined
  const title = titleOf(labelled.rest, [
    ...executors.spans,
    ...strange.spans,
    ...(span && dated ? [span] : []),
  ])
  return { executors, unknown, due, dated, title }
}

function readLine({ content, depth }: Line, next: Line | undefined, reader: Reader) {
  const decided = withoutDecision(content)
  const { executors, unknown, due, dated, title } = executorsAndDue(decided, reader)
  const asks = executors.lead !== null || executors.supports.length > 0 || unknown.length > 0
  const bound = dated || asks
  const deeper = next !== undefined && next.depth > depth && depth > 0
  // Nothing but who: the items below are theirs.
  const onlyNames = title === '' && !dated && next !== undefined
  const named = bound && onlyNames
  const lists = /[:：]$/u.test(content) && next !== undefined && next.depth > depth && !dated
  const tone: Tone =
    named || lists
      ? 'heading'
      : toneOf(content, {
          bound: bound || executors.namesakes.length > 0,
          marked: depth > 0,
          deeper,
          due: dated,
        })
  return { tone, executors, unknown, due, title: title || decided }
}

/** Labelled executors go before those found in the words. */
function executorsOf(
  { lead, support, rest }: { lead: string | null; support: string | null; rest: string },
  directory: Directory,
): Executors {
  const inWords = executorsIn(rest, directory)
  if (lead === null && support === null) return inWords
  const those = (words: string | null) => (words === null ? [] : mentionsIn(words, directory))
  const [first, ...others] = those(lead).flatMap((one) => one.those)
  const namesakes = first ? [] : those(lead).flatMap((one) => one.namesakes)
  const same = inWords.lead && inWords.lead.unit === first?.unit ? inWords.lead : undefined
  const chosen = same ?? first ?? (namesakes.length > 0 ? null : inWords.lead)
  const helping = [...others, ...those(support).flatMap((one) => one.those), ...inWords.supports]
  return {
    lead: chosen,
    supports: helping.filter(
      ({ unit }, i) => unit !== chosen?.unit && helping.findIndex((one) => one.unit === unit) === i,
    ),
    namesakes: chosen ? [] : namesakes.length > 0 ? namesakes : inWords.namesakes,
    spans: inWords.spans,
  }
}

const dueIn = (text: string, reader: Reader): DueRead => dueOf(dateIn(text, reader), text, reader)

/** The labelled date, and the one in the words: where both are set and differ, one has to be chosen. */
function oneOf(labelled: DueRead, inWords: DueRead): DueRead {
  if (labelled.is === 'none') return inWords
  if (labelled.is !== 'set' || inWords.is !== 'set' || inWords.at === labelled.at) return labelled
  return { is: 'unsure', say: '写了两个时限，请选定。', choices: [labelled.at, inWords.at] }
}

const dateIn = (text: string, { calendar, now }: Reader): Reading =>
  readDeadline(unquoted(text), now, { calendar, weekdayToday: 'ask' })

function dueOf(found: Reading, text: string, { calendar, now }: Reader): DueRead {
  switch (found.kind) {
    case 'ok': {
      const said = saidIn(unquoted(text), found, now, { calendar }) ?? null
      return { is: 'set', at: found.due, provisional: found.provisional, said }
    }
    case 'ask':
      return { is: 'unsure', say: found.reason, choices: found.candidates.map(({ due }) => due) }
    case 'recur':
      return { is: 'none' }
    case 'reject':
      if (found.reason === 'past' || found.reason === 'invalid')
        return { is: found.reason, say: found.say }
      return { is: 'none' }
  }
}

/** The words without these stretches, and without what is left of punctuation around them. */
function titleOf(text: string, spans: readonly (readonly [number, number])[]): string {
  let words = text
  for (const [from, to] of [...spans].sort((a, b) => b[0] - a[0]))
    words = `${words.slice(0, from)}\u0000${words.slice(to)}`
  return words
    .replace(/[（(【[][\s，,；;、\u0000]*[）)】\]]/gu, '')
    .replace(/[，,；;、\s—–|｜]*\u0000[，,；;、：:\s—–|｜]*(?=$|[）)。])/gu, '')
    .replace(/[，,；;][\s\u0000]*(?:之?前|以前)?(?:完成|办结|完毕)(?=[。；;\s]*$)/u, '')
    .replace(/^[，,；;、：:。\s\u0000|｜]+/u, '')
    .replace(/([，,；;、])[\s\u0000，,；;、]*\u0000[\s，,；;、]*/gu, '$1')
    .replace(/\u0000/gu, '')
    .replace(/[（(【[][\s，,；;、。]*[）)】\]]/gu, '')
    .replace(/^[，,；;、：:。\s—–|｜]+|[，,；;、：:。\s—–|｜]+$/gu, '')
    .replace(/[ \t\u3000]{2,}/gu, ' ')
}
