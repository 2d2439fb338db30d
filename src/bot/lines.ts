/** A message of several sentences, one a line or one a clause: all of them are done, or none and each no is said by its line. */
import { Declined } from '../domain/declined.ts'
import { answerInLines, answerSaid, write } from './answer.ts'
import { mayStandIn } from './audience.ts'
import type { Command } from './command.ts'
import type { Heard, Understood } from './message.ts'
import { underOneWord } from './one-word.ts'
import { chatOf } from './place.ts'
import type { Hit } from './registry.ts'
import type { Reply } from './reply.ts'
import type { Sentence } from './sentence.ts'
import { cardAt } from './show.ts'
import { numbersMatter } from './slots/matter.ts'
import type { Spoken } from './turn.ts'
import { understand } from './understand.ts'
import { type House, stretchOf } from './word-order.ts'

/**
 * The sentences of a message. A later line begins one when it begins with the first one's word, or with another
 * word and a matter's number; everything else, and what stands inside “ ”, goes on with the line above it.
 */
export function linesOf(sentence: Sentence, house: House): Sentence[] {
  const under = underOneWord(sentence, house)
  if (under) return under
  const cuts: Cut[] = [{ until: 0, from: 0 }]
  let first: Command | undefined
  let quoted = false
  let at = 0
  for (const line of sentence.raw.split('\n')) {
    const part = stretchOf(sentence, at, at + line.length, house)
    const wanted = quoted || !line.trim() ? undefined : understand(part, house.registry)
    if (wanted?.kind === 'command') {
      if (at === 0) first = wanted.command
      else if (
        first &&
        !wanted.bare &&
        begins(wanted.command, part.folded.slice(wanted.rest), first)
      )
        cuts.push({ until: at, from: at })
    }
    if (first) cuts.push(...clausesOf(sentence, at, at + line.length, first, house))
    for (const sign of line) if (sign === '“' || sign === '”') quoted = sign === '“'
    at += line.length + 1
  }
  return cuts.map(({ from }, i) =>
    stretchOf(sentence, from, cuts[i + 1]?.until ?? sentence.raw.length, house),
  )
}

/** Where a sentence ends and the next begins. */
interface Cut {
  until: number
  from: number
}

/**
 * `报 8 已走访，报 10 已汇总`: the same word again behind a mark, and a matter's number, begins a sentence within a line;
 * what stands before it has to be one already, for `请 签收 11` is one.
 */
function clausesOf(
  sentence: Sentence,
  begin: number,
  end: number,
  first: Command,
  house: House,
): Cut[] {
  if (!first.changes || !first.slots.matter) return []
  const { raw, folded } = sentence
  const names = (wanted: Hit | undefined, rest: string): boolean =>
    wanted?.command === first && !wanted.bare && numbersMatter(rest.slice(wanted.rest))
  const words = [first.name, ...first.aliases]
  return [...folded.slice(begin, end).matchAll(/[\s,;。]+/gu)].flatMap((mark) => {
    const until = begin + mark.index
    const from = until + mark[0].length
    const rest = folded.slice(from, end)
    // Most clauses begin with no word of the command's: those are not looked up.
    const bare = rest.replace(/^\/\s*/, '')
    if (!words.some((word) => bare.startsWith(word))) return []
    if (!names(house.registry.find(rest), rest) || isQuoted(raw, from)) return []
    const before = stretchOf(sentence, begin, until, house)
    return names(house.registry.find(before.folded), before.folded) ? [{ until, from }] : []
  })
}

const isQuoted = (raw: string, at: number): boolean =>
  raw.lastIndexOf('“', at) > raw.lastIndexOf('”', at - 1)

/** Whether a word and what follows it begin a sentence: `报送了市政府` and `完成 60%` below a 报 do not. */
function begins(command: Command, after: string, first: Command): boolean {
  if (command.slots.matter && /^\p{Script=Han}/u.test(after)) return false
  return command === first || numbersMatter(after)
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
  const understood: Understood[] = []
  for (const [i, sentence] of sentences.entries()) {
    try {
      const { reply, changes } = await obey(sentence).finally(() => {
        if (turn.understood) understood.push(turn.understood)
      })
      if (changes) said.push(...reply.line.split('\n'))
      else await answerSaid(turn, reply)
      if (reply.born && reply.matter) born.push(reply.matter.id)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      refused.push(`第${i + 1}句：${error.say}（${error.code}）`)
    }
  }
  // One word for all of them is what was asked for; its first line stands for the others.
  const [first] = understood
  turn.understood = understood.every((one) => sameWord(one, first)) ? first : undefined
  if (refused.length > 0)
    throw new Declined('E-LIST-1', `这条消息的${sentences.length}句都没有办。${refused.join('')}`)
  if (said.length > 0) await answerInLines(turn, said)
  await showBorn(turn, born)
  const heard: Heard = { outcome: 'acted', reply: said.join('\n') }
  return turn.understood ? { ...heard, understood: turn.understood } : heard
}

const sameWord = (one: Understood, other: Understood | undefined): boolean =>
  one.command?.name === other?.command?.name

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
