/** Several sentences under one word: a list of lines below it, or a list of numbers behind it. */
import type { Command } from './command.ts'
import { openingOf, saysNothing } from './courtesy.ts'
import { partsOf } from './grammar.ts'
import { namedAt } from './named-at.ts'
import { type Sentence, withoutEnds } from './sentence.ts'
import type { Slot } from './slot.ts'
import { intoMatter, numbersMatter } from './slots/matter.ts'
import { understand, type Wanted } from './understand.ts'
import { type House, stretchOf } from './word-order.ts'

type Begun = Extract<Wanted, { kind: 'command' }>

/** Every sentence of the list; undefined where it is none. */
export function underOneWord(sentence: Sentence, house: House): Sentence[] | undefined {
  const end = sentence.raw.indexOf('\n')
  const head = stretchOf(sentence, 0, end < 0 ? sentence.raw.length : end, house)
  const wanted = understand(head, house.registry)
  if (wanted.kind !== 'command') return undefined
  if (end < 0) return severalNumbers(head, wanted)
  if (!wanted.command.changes) return undefined
  const first = firstHole(wanted.command)
  if (first?.stands !== 'at') return undefined
  const said = saysNothing(head.folded.slice(wanted.rest).replace(BELOW, ''))
  const tail = said ? undefined : sharedTail(head, wanted, house)
  const begins = (line: Sentence): boolean =>
    wanted.command.slots.matter ? numbersMatter(line.folded) : named(line, house)
  const below = linesBelow(sentence, end + 1)
  if (below.length === 0 || (said && nothingElse(below[0]!, house))) return undefined
  if (said || tail !== undefined) {
    // Lines of one report under a bare 报 are no list: they begin with no number.
    if (wanted.command.slots.matter && !below.every(begins)) return undefined
    if (tail !== undefined && !below.every(begins)) return undefined
    return below.map((line) => under(wanted, line, tail ?? ''))
  }
  // The verb stands in the first line only: every line below begins like it, with whom or what it is about.
  const itself = withoutOpening(withoutEnds(head, wanted.rest, head.raw.length))
  if (/[:：]\s*$/.test(head.raw) || !begins(itself) || !below.every(begins)) return undefined
  if (wanted.command.slots.matter && !below.every(marked)) return undefined
  return [itself, ...below].map((line) => under(wanted, line, ''))
}

/** 交办以下事项：. */
const BELOW = /^(?:以下|如下|下列)(?:几?[项件])?(?:事项|任务|工作)?/u

/** A number that is meant as one: `9号 …`, `#9 …`, `9 已…`; not `9个`, which numbersMatter has ruled out. */
const marked = (line: Sentence): boolean =>
  /^(?:#|第)?\s?\d{1,7}\s?(?:号|#|(?=[\s,:;]|$))/.test(line.folded)

/** `交办（12月15日前）：`: what stands in the first line holds for every line below. */
function sharedTail(head: Sentence, wanted: Begun, house: House): string | undefined {
  const rest = withoutEnds(head, wanted.rest, head.raw.length)
  if (!/[:：]\s*$/.test(rest.raw) || named(rest, house)) return undefined
  const tail = rest.raw.replace(/^[\s(（,，]+|[\s)）:：,，]+$/gu, '')
  return /\d|[一二三四五六七八九十]|[周月日天]/.test(tail) && tail.length <= 30 ? tail : undefined
}

/** A date of its own goes before the one that holds for all. */
const DATED =
  /\d\s*[月/.-]\s*\d|[一二三四五六七八九十]+月|\d\s*[日号天](?=[前内下上中午\s,。]|$)|(?:周|星期)[一二三四五六日天]|[今明后]天|[年月]底|(?:工作日|天|周|月)内/

function under({ word }: Begun, line: Sentence, tail: string): Sentence {
  const more = tail && !DATED.test(line.folded) ? ` ${tail}` : ''
  const said = (text: string) => `${word} ${text}${more}`
  return { ...line, raw: said(line.raw), folded: said(line.folded) }
}

/** The lines from here on, without the number or dot of their list; empty ones say nothing. */
function linesBelow(sentence: Sentence, from: number): Sentence[] {
  const lines: Sentence[] = []
  let at = from
  for (const line of sentence.raw.slice(from).split('\n')) {
    const part = withoutOpening(withoutEnds(sentence, at, at + line.length))
    at += line.length + 1
    if (part.raw !== '') lines.push(part)
  }
  return lines
}

function withoutOpening(line: Sentence): Sentence {
  let from = 0
  for (let more = 1; more > 0; from += more) more = openingOf(line.folded.slice(from))
  return { ...line, raw: line.raw.slice(from), folded: line.folded.slice(from) }
}

const named = (line: Sentence, { directory }: House): boolean =>
  namedAt(line, /^(?:给|由|请)?/.exec(line.folded)![0].length, directory) !== undefined

/** `交办`, below it `预算科`, below that the rest: one sentence written over several lines. */
const nothingElse = (line: Sentence, { directory }: House): boolean =>
  saysNothing(line.folded.slice(namedAt(line, 0, directory)?.end ?? 0))

/** The first hole of a command's first pattern that has one. */
function firstHole({ says, slots }: Command): Slot<unknown> | undefined {
  const first = says.map((one) => partsOf(one)[0]).find((part) => part !== undefined)
  return first && 'hole' in first ? slots[first.hole] : undefined
}

const NUMBER = /^(?:#|第)?\s?\d{1,7}\s?(?:号|#)?/
/** What stands between two numbers; a space alone only where nothing but numbers follows. */
const AND = /^\s*(?:[、,]|以?及|[和与])\s*(?=#|第|\d)/
const SPACE = /^\s+(?=(?:#|第)?\d)/

/** `同意 1、5`, `催办4号和5号`, `签收 11 12`: the same is said of each; a matter that goes into another is none of them. */
function severalNumbers(sentence: Sentence, wanted: Begun): Sentence[] | undefined {
  const { slots } = wanted.command
  if (!slots.matter || Object.values(slots).includes(intoMatter)) return undefined
  const from = wanted.rest + /^[\s,:]*/.exec(sentence.folded.slice(wanted.rest))![0].length
  const joined = numbersFrom(sentence.folded, from, AND)
  // Where one only looks, a second number may be something else: `附件 1 3`.
  const alone = joined.ends.length > 1 || !wanted.command.changes
  const spaced = alone ? joined : numbersFrom(sentence.folded, from, SPACE)
  const { starts, ends } = spaced
  const end = ends.at(-1) ?? from
  const rest = sentence.folded.slice(end)
  const whole = /^(?:$|[\s,:;。])/.test(rest) || /[号#]$/.test(sentence.folded.slice(0, end))
  if (ends.length < 2 || !whole) return undefined
  if (spaced !== joined && !saysNothing(rest.replace(/^\s*(?:优秀|良好|合格)/, '')))
    return undefined
  const cut = (text: string, i: number) =>
    `${text.slice(0, from)}${text.slice(starts[i], ends[i])} ${text.slice(end)}`
  return starts.map((_, i) => ({
    ...sentence,
    raw: cut(sentence.raw, i),
    folded: cut(sentence.folded, i),
  }))
}

function numbersFrom(folded: string, from: number, and: RegExp) {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = from; ; ) {
    const number = NUMBER.exec(folded.slice(at))
    if (!number || !numbersMatter(folded.slice(at))) break
    starts.push(at)
    ends.push(at + number[0].trimEnd().length)
    const gap = and.exec(folded.slice(at + number[0].trimEnd().length))
    if (!gap) break
    at += number[0].trimEnd().length + gap[0].length
  }
  return { starts, ends }
}
