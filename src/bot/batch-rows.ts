/** The lines of a week's list, each read as the words of an assignment; what is wrong is said by its line. */
import { Declined } from '../domain/declined.ts'
import type { BatchRow } from '../domain/matter/batch.ts'
import { belongs } from '../domain/people/rights.ts'
import { type ListLine, type ListReading, readBatch } from '../views/batch-reading.ts'
import type { OpenSheet } from '../views/sheet.ts'
import { command } from './command.ts'
import { openingOf } from './courtesy.ts'
import { readSlots } from './grammar.ts'
import { guardHere } from './guard.ts'
import { FIELD } from './message.ts'
import { anyone } from './permits.ts'
import { type Sentence, sentenceOf } from './sentence.ts'
import { optional, Unfinished } from './slot.ts'
import { type Due, due } from './slots/due.ts'
import { type Recipient, recipient } from './slots/people.ts'
import { supportersBehind, supportersNamed } from './slots/supporters.ts'
import { basis, text } from './slots/words.ts'
import type { Spoken } from './turn.ts'

/** What a list came to. */
export interface BatchReading {
  rows: BatchRow[]
  findings: string[]
  left: string[]
  notes: string[]
  /** A date that stands above the list: it holds for every line without one. */
  due: BatchRow['due']
}

/** The grammar of one line; it is never said by itself. */
const line = command({
  name: '周交办',
  about: '办理',
  summary: '',
  says: ['{to} {others} {title} {due} {supporters} {basis}'],
  slots: {
    to: recipient,
    others: supportersBehind,
    title: { ...text, label: '事项' },
    due: optional(due),
    supporters: supportersNamed,
    basis,
  },
  who: anyone,
  examples: ['周交办'],
  run: async () => ({ line: '' }),
})

/** The lines of a pasted list. */
export async function rowsPasted(turn: Spoken, list: string): Promise<BatchReading> {
  const reading: BatchReading = { rows: [], findings: [], left: [], notes: [], due: null }
  const lines = linesIn(list)
  for (const [n, words] of lines.entries()) {
    const number = n + 1
    if (words.trim() === '') continue
    const sentence = withoutOpening(sentenceOf(words))
    try {
      guardHere(turn, words)
      const above = n === 0 && lines.length > 1 ? await dateAbove(turn, sentence) : undefined
      if (above) reading.due = above
      else reading.rows.push(await rowOf(turn, sentence, number))
    } catch (error) {
      keepFinding(reading, number, error)
    }
  }
  return reading
}

/** The lines of a dropped table. */
export async function rowsDropped(turn: Spoken, sheets: readonly OpenSheet[]) {
  const table: ListReading = readBatch(sheets)
  const { findings, left, notes } = table
  const reading: BatchReading = { rows: [], findings, left, notes, due: null }
  for (const one of table.lines)
    try {
      guardHere(turn, Object.values(one).join('。'))
      const person = personIn(turn, one)
      const row = { ...(await rowOf(turn, sentenceIn(turn, one), one.line)), person }
      if (row.title.length > one.title.length)
        throw new Declined('E-DATE-2', `时限“${one.due}”看不懂，请写成 12月5日 的样子。`)
      reading.rows.push(row)
    } catch (error) {
      keepFinding(reading, one.line, error)
    }
  return reading
}

/** Secrets are left out alone, all else must be put right first. */
function keepFinding({ findings, left }: BatchReading, number: number, error: unknown): void {
  if (!(error instanceof Declined)) throw error
  const list = error.code.startsWith('E-SECRET') ? left : findings
  const say = error instanceof Unfinished ? error.say.replace(/^听懂了：周交办。/, '') : error.say
  list.push(`第${number}行：${say.replace(/请选择：$/, '请写明是哪一个。')}`)
}

/** One item a line; a list in one line is parted where the next number stands behind a semicolon. */
function linesIn(list: string): string[] {
  const lines = list.split('\n')
  return lines.length > 1 ? lines : list.split(/[；;]\s*(?=\S)/u)
}

/** 三、 ④ 五是 第七项: numbers of a list that no sentence begins with. */
const LISTED =
  /^\s*(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[一二三四五六七八九十]{1,3}是(?=\p{Script=Han})|[①-⑳]|第[一二三四五六七八九十\d]{1,3}[条项件][、.:]?)\s*/u

/** The list's number or dot taken off. */
function withoutOpening(sentence: Sentence): Sentence {
  let from = LISTED.exec(sentence.folded)?.[0].length ?? 0
  for (let more = 1; more > 0; from += more) more = openingOf(sentence.folded.slice(from))
  return { ...sentence, raw: sentence.raw.slice(from), folded: sentence.folded.slice(from) }
}

const ONLY_DATE = /^[\s，,：:。]*(?:前|之前)?(?:交卷|完成|办结|报送|反馈)?[\s，,：:。]*$/u

/** `下周一9:00前交卷：` above a list. */
async function dateAbove(turn: Spoken, sentence: Sentence): Promise<BatchRow['due'] | undefined> {
  const found = await due.read(readingOf(turn, sentence), [0, sentence.folded.length])
  if (!found) return undefined
  const [from, to] = found.span
  const rest = sentence.folded.slice(0, from) + sentence.folded.slice(to)
  return ONLY_DATE.test(rest) ? dateOf(found.value) : undefined
}

async function rowOf(turn: Spoken, sentence: Sentence, number: number): Promise<BatchRow> {
  const filled = await readSlots(line, readingOf(turn, sentence), 0, false)
  const said = filled as {
    to: Recipient
    others: { unit: { id: number }; person: { id: number } | null }[]
    title: string
    due: Due | null
    supporters: { unit: { id: number }; person: { id: number } | null }[]
    basis: string | null
  }
  const person = 'person' in said.to ? said.to.person : null
  return {
    line: number,
    title: said.title.replaceAll(/\s*\n\s*/g, ' '),
    basis: said.basis,
    lead: 'unit' in said.to ? said.to.unit.id : said.to.person.unit,
    person: person?.id ?? null,
    supports: [...said.others, ...said.supporters].map((one) => ({
      unit: one.unit.id,
      person: one.person?.id ?? null,
    })),
    due: said.due && dateOf(said.due),
  }
}

const dateOf = ({ at, provisional, said }: Due) => ({ at, provisional, said })

/** A line of a table as a sentence: what was typed for title and basis is never read as grammar. */
function sentenceIn({ directory }: Spoken, one: ListLine): Sentence {
  const unit = directory.unitNamed(one.unit)
  if (!unit)
    throw new Declined('E-UNIT-1', one.unit ? `没有“${one.unit}”这个科室。` : '还缺：责任单位。')
  if (!one.title) throw new Declined('E-TEXT-1', '还缺：事项。')
  const [title, basisField] = [0, 1].map((n) => String.fromCodePoint(FIELD + n))
  const parts = [
    `${unit.name} ${title}`,
    one.due && `${one.due}${/前$/.test(one.due) ? '' : '前'}`,
    one.supporters && `协办 ${one.supporters}`,
    one.basis && `依据 ${basisField}`,
  ]
  return sentenceOf(parts.filter(Boolean).join(' '), [], [one.title, one.basis])
}

/** The person named in a line of a table: he belongs to the unit, at home or by a seat. */
function personIn({ directory }: Spoken, one: ListLine): number | null {
  const unit = directory.unitNamed(one.unit)
  if (!one.person || !unit) return null
  const inside = directory.named(one.person).filter((person) => belongs(person, unit))
  if (inside.length !== 1)
    throw new Declined('E-PERSON-3', `${unit.name}没有“${one.person}”，或不止一位，请核对。`)
  return inside[0]!.id
}

function readingOf(turn: Spoken, sentence: Sentence) {
  const { calendar, directory, store, profiles } = turn
  return {
    ...{ sentence, calendar, directory, store, profiles },
    now: turn.at,
    replied: undefined,
    filled: {},
    took: () => {},
    see: () => {},
  }
}
