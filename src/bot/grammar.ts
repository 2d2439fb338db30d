/** A command's patterns are read hole by hole: those that stand next, those found anywhere, the rest as text. */
import type { Command } from './command.ts'
import { saysNothing } from './courtesy.ts'
import { shielded } from './sentence.ts'
import { Lacking, type Reading, type Slot, type Span, Unfinished } from './slot.ts'

type Part = { literal: string } | { hole: string }

interface Attempt {
  filled: Record<string, unknown>
  /** What was still missing; none when the pattern fits. */
  lacks: string | undefined
  /** How many holes were filled, to choose the pattern that came furthest. */
  came: number
  /** A hole, or a fixed word, stood right where the command's word ended. */
  touches: boolean
  /** Its first hole that must be there was filled. */
  begun: boolean
}

const cutBefore = new Map<string, Part[]>()

/** Cuts `'新建 {name} {rule}'` into its parts; a declaration's patterns are cut once. */
export function partsOf(says: string): Part[] {
  const known = cutBefore.get(says)
  if (known) return known
  const parts = says
    .split(/\s*(\{\w+\})\s*|\s+/)
    .filter((piece) => piece)
    .map((piece) => (piece.startsWith('{') ? { hole: piece.slice(1, -1) } : { literal: piece }))
  cutBefore.set(says, parts)
  return parts
}

/**
 * Fills a command's holes from the sentence after its word. Declines with what is missing and an example. Nothing
 * when the text is glued to the word and is no hole of the command's: then the word was not meant (报告一下).
 */
export async function readSlots(
  command: Command,
  reading: Reading,
  from: number,
  glued: boolean,
): Promise<Record<string, unknown> | undefined> {
  const { sentence } = reading
  let best: Attempt | undefined
  let unread = false
  for (const says of command.says) {
    reading.sentence = sentence
    const attempt = await tryPattern(command, partsOf(says), reading, from)
    if (!attempt) unread = true
    if (!attempt || (glued && !attempt.touches)) continue
    if (attempt.lacks === undefined) return attempt.filled
    // In reply to a card the number is not what is missing.
    const nearer = reading.replied === undefined ? 1 : 0
    if (!best || attempt.came >= best.came + nearer) best = attempt
    // `报 1` in reply to another matter's card is half of a sentence about 1, not the report “1”.
    // Only the number may come from the card, behind a unit too: 协办 农业农村科.
    if (attempt.begun && attempt.lacks !== command.slots.matter?.label) break
  }
  if (glued && !best) return undefined
  if (best) reading.took(best.filled)
  const tries = command.examples.slice(0, 2)
  // With words left over that fit no hole it is not the number that is missing.
  const lacks = unread && best?.came === 0 ? undefined : best?.lacks
  const missed = best?.came === 0 && !unread ? (command.teaches ?? lacks) : lacks
  const say = missed
    ? `听懂了：${command.name}。还缺：${missed}。`
    : `没有看懂这句“${command.name}”。`
  throw new Unfinished(say, tries, best?.came ?? 0)
}

async function tryPattern(
  command: Command,
  parts: Part[],
  reading: Reading,
  start: number,
): Promise<Attempt | undefined> {
  const filled: Record<string, unknown> = {}
  reading.took(filled)
  reading.filled = filled
  const begin = skip(reading.sentence.folded, start)
  const attempt: Attempt = { filled, lacks: undefined, came: 0, touches: false, begun: false }
  let span: Span = [begin, reading.sentence.folded.length]
  const floating: [string, Slot<unknown>][] = []
  let rest: [string, Slot<unknown>] | undefined

  const holesIn = parts.flatMap((part) => ('hole' in part ? part.hole : []))
  const first = holesIn.find((hole) => !command.slots[hole]?.optional)
  const fillFrom = async (hole: string, slot: Slot<unknown>, sight = reading) => {
    const found = await slot.read(sight, span)
    if (found) {
      filled[hole] = found.value
      attempt.came += 1
      if (hole === first) attempt.begun = true
      if (slot.stands !== 'rest' && found.span[0] <= begin) attempt.touches = true
      span = cut(reading, span, found.span)
    } else if (slot.optional) await fillWithout(hole, slot)
    else attempt.lacks ??= slot.label
  }
  const fillWithout = async (hole: string, slot: Slot<unknown>) => {
    try {
      filled[hole] = await slot.absent(reading)
    } catch (error) {
      if (!(error instanceof Lacking)) throw error
      attempt.lacks ??= error.label
    }
  }

  for (const [i, part] of parts.entries()) {
    if ('literal' in part) {
      const { folded } = reading.sentence
      if (!folded.startsWith(part.literal, span[0])) return undefined
      attempt.touches ||= span[0] === begin
      span = [skip(folded, span[0] + part.literal.length), span[1]]
      continue
    }
    const slot = command.slots[part.hole] as Slot<unknown>
    // What a pattern begins with is looked for before what stands behind it: 同意 优秀 1.
    if (slot.stands === 'anywhere' && i > 0) floating.push([part.hole, slot])
    else if (slot.stands === 'rest') rest = [part.hole, slot]
    else await fillFrom(part.hole, slot)
  }
  if (attempt.lacks !== undefined) return attempt
  // Quoted words are only text: nothing is looked for in them.
  for (const [hole, slot] of floating)
    await fillFrom(hole, slot, { ...reading, sentence: shielded(reading.sentence) })
  if (rest) await fillFrom(...rest)
  else if (!saysNothing(reading.sentence.folded.slice(span[0], span[1]))) return undefined
  const holes = new Set(holesIn)
  for (const [hole, slot] of Object.entries(command.slots)) {
    if (!holes.has(hole)) await fillWithout(hole, slot)
  }
  return attempt
}

/** Takes a used stretch out of the sentence; what stood before and after it closes up. */
function cut(reading: Reading, span: Span, used: Span): Span {
  const { sentence } = reading
  const [from, to] = span
  if (used[0] <= skip(sentence.folded, from)) return [skip(sentence.folded, used[1]), to]
  if (!sentence.folded.slice(used[1], to).trim()) return [from, used[0]]
  const blank = ' '.repeat(used[1] - used[0])
  const without = (text: string) => text.slice(0, used[0]) + blank + text.slice(used[1])
  reading.sentence = { ...sentence, raw: without(sentence.raw), folded: without(sentence.folded) }
  return span
}

/** Spaces and soft punctuation between the parts of a sentence. */
function skip(folded: string, from: number): number {
  let at = from
  while (at < folded.length && /[\s,:;、。]/.test(folded[at]!)) at += 1
  return at
}
