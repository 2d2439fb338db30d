/** A message of several sentences, one a line: all of them are done, or none and each no is said by its line. */
import { Declined } from '../domain/declined.ts'
import { answerSaid, write } from './answer.ts'
import type { Command } from './command.ts'
import type { Heard } from './message.ts'
import type { Registry } from './registry.ts'
import type { Reply } from './reply.ts'
import { leadingMentionsLast, type Sentence } from './sentence.ts'
import { numbersMatter } from './slots/matter.ts'
import type { Spoken } from './turn.ts'
import { understand } from './understand.ts'

/**
 * The sentences of a message. A later line begins one when it begins with the first one's word, or with another
 * word and a matter's number; everything else, and what stands inside “ ”, goes on with the line above it.
 */
export function linesOf(sentence: Sentence, registry: Registry): Sentence[] {
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
  const refused: string[] = []
  for (const [i, sentence] of sentences.entries()) {
    try {
      const { reply, changes } = await obey(sentence)
      if (changes) said.push(...reply.line.split('\n'))
      else await answerSaid(turn, reply)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      refused.push(`第${i + 1}句：${error.say}（${error.code}）`)
    }
  }
  if (refused.length > 0)
    throw new Declined('E-LIST-1', `这条消息的${sentences.length}句都没有办。${refused.join('')}`)
  if (said.length > 0) await write(turn, { lines: said })
  return { outcome: 'acted', reply: said.join('\n') }
}
