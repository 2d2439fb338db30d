/** A message of several sentences, one a line: all of them are done, or none and each no is said by its line. */
import { Declined } from '../domain/declined.ts'
import { answerInLines, answerSaid, write } from './answer.ts'
import { mayStandIn } from './audience.ts'
import type { Command } from './command.ts'
import { openingOf, saysNothing } from './courtesy.ts'
import { partsOf } from './grammar.ts'
import type { Heard } from './message.ts'
import { chatOf } from './place.ts'
import type { Registry } from './registry.ts'
import type { Reply } from './reply.ts'
import { leadingMentionsLast, type Sentence } from './sentence.ts'
import { cardAt } from './show.ts'
import { numbersMatter } from './slots/matter.ts'
import type { Spoken } from './turn.ts'
import { understand } from './understand.ts'

/**
 * The sentences of a message. A later line begins one when it begins with the first one's word, or with another
 * word and a matter's number; everything else, and what stands inside “ ”, goes on with the line above it.
 */
export function linesOf(sentence: Sentence, registry: Registry): Sentence[] {
  const under = underOneWord(sentence, registry)
  if (under) return under
  const cuts: number[] = [0]
  let first: Command | undefined
  let quoted = false
  let at = 0
  for (const line of sentence.raw.split('\n')) {
    const part = piece(sentence, at, at + line.length)
    const wanted = quoted || !line.trim() ? undefined : understand(part, registry)
    if (wanted?.kind === 'command') {
      if (at === 0) first = wanted.command
      else if (
        first &&
        !wanted.bare &&
        begins(wanted.command, part.folded.slice(wanted.rest), first)
      )
        cuts.push(at)
    }
    for (const sign of line) if (sign === '“' || sign === '”') quoted = sign === '“'
    at += line.length + 1
  }
  return cuts.map((from, i) => piece(sentence, from, cuts[i + 1] ?? sentence.raw.length))
}

/**
 * `交办：` and below it a line for each unit, `报` and below it lines that begin with a number: every line is a sentence
 * of that word. Lines of one report under a bare 报 are not: they begin with no number.
 */
function underOneWord(sentence: Sentence, registry: Registry): Sentence[] | undefined {
  const end = sentence.raw.indexOf('\n')
  if (end < 0) return undefined
  const head = piece(sentence, 0, end)
  const wanted = understand(head, registry)
  if (wanted.kind !== 'command' || !wanted.command.changes) return undefined
  if (!saysNothing(head.folded.slice(wanted.rest))) return undefined
  const first = wanted.command.says
    .map((says) => partsOf(says)[0])
    .find((part) => part !== undefined)
  const hole = first && 'hole' in first ? first.hole : ''
  if (wanted.command.slots[hole]?.stands !== 'at') return undefined
  const lines: Sentence[] = []
  let at = end + 1
  for (const line of sentence.raw.slice(at).split('\n')) {
    const part = withoutOpening(piece(sentence, at, at + line.length))
    at += line.length + 1
    if (part.raw === '') continue
    if (wanted.command.slots.matter && !numbersMatter(part.folded)) return undefined
    const said = (text: string) => `${wanted.word} ${text}`
    lines.push({ ...part, raw: said(part.raw), folded: said(part.folded) })
  }
  return lines.length > 0 ? lines : undefined
}

/** A line without the number or dot of its list. */
function withoutOpening(line: Sentence): Sentence {
  let from = 0
  for (let more = 1; more > 0; from += more) more = openingOf(line.folded.slice(from))
  return { ...line, raw: line.raw.slice(from), folded: line.folded.slice(from) }
}

/** Whether a word and what follows it begin a sentence: `报送了市政府` and `完成 60%` below a 报 do not. */
function begins(command: Command, after: string, first: Command): boolean {
  if (command.slots.matter && /^\p{Script=Han}/u.test(after)) return false
  return command === first || numbersMatter(after)
}

/** A stretch of the sentence as a sentence of its own, without the space around it. */
function piece(sentence: Sentence, from: number, to: number): Sentence {
  const raw = sentence.raw.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const end = start + raw.trim().length
  const { mentions, fields } = sentence
  const alone = { raw: raw.trim(), folded: sentence.folded.slice(start, end), mentions, fields }
  return leadingMentionsLast(alone)
}

/** Does every sentence in one turn and answers once. Declines, and so takes all back, when one of them is declined. */
export async function obeyLines(
  turn: Spoken,
  sentences: Sentence[],
  obey: (sentence: Sentence) => Promise<{ reply: Reply; changes: boolean }>,
): Promise<Heard> {
  const said: string[] = []
  const born: number[] = []
  const refused: string[] = []
  for (const [i, sentence] of sentences.entries()) {
    try {
      const { reply, changes } = await obey(sentence)
      if (changes) said.push(...reply.line.split('\n'))
      else await answerSaid(turn, reply)
      if (reply.born && reply.matter) born.push(reply.matter.id)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      refused.push(`第${i + 1}句：${error.say}（${error.code}）`)
    }
  }
  if (refused.length > 0)
    throw new Declined('E-LIST-1', `这条消息的${sentences.length}句都没有办。${refused.join('')}`)
  if (said.length > 0) await answerInLines(turn, said)
  await showBorn(turn, born)
  return { outcome: 'acted', reply: said.join('\n') }
}

/** More at once would push everything else out of the group's sight; the rest is found by 待办 and 查. */
const MOST_CARDS = 10

/**
 * One message tells all lines; in a group each new matter gets its card besides, for there it is signed by a tap. What
 * only changed has its living card edited in place, and a private speaker has the lines: neither is told twice.
 */
async function showBorn(turn: Spoken, born: number[]): Promise<void> {
  if (chatOf(turn.place) === undefined) return
  for (const id of born.slice(0, MOST_CARDS)) {
    const matter = turn.loaded.get(id)
    if (!matter || !(await mayStandIn(turn, matter, turn.place))) continue
    await write(turn, { card: cardAt(turn, matter, turn.place) }, matter, true)
  }
}
