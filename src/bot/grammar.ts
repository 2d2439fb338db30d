/** A command's patterns are read hole by hole: those that stand next, those found anywhere, the rest as text. */
import { Declined } from '../domain/declined.ts'
import type { Command } from './command.ts'
import { Lacking, type Reading, type Slot, type Span } from './slot.ts'

type Part = { literal: string } | { hole: string }

interface Attempt {
  filled: Record<string, unknown>
  /** What was still missing; none when the pattern fits. */
  lacks: string | undefined
  /** How many holes were filled, to choose the pattern that came furthest. */
  came: number
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

/** Fills a command's holes from the sentence after its word. Declines with what is missing and an example. */
export async function readSlots(
  command: Command,
  reading: Reading,
  from: number,
): Promise<Record<string, unknown>> {
  let best: Attempt | undefined
  for (const says of command.says) {
    const attempt = await tryPattern(command, partsOf(says), reading, from)
    if (!attempt) continue
    if (attempt.lacks === undefined) return attempt.filled
    if (!best || attempt.came > best.came) best = attempt
    // `报 1` in reply to another matter's card is half of a sentence about 1, not the report “1”.
    if (attempt.came > 0) break
  }
  if (best) reading.took(best.filled)
  const tries = command.examples.slice(0, 2)
  const lacks = best?.lacks
  throw new Declined(
    'E-SAY-1',
    lacks ? `听懂了：${command.name}。还缺：${lacks}。` : `没有看懂这句“${command.name}”。`,
    [...tries],
  )
}

async function tryPattern(
  command: Command,
  parts: Part[],
  reading: Reading,
  start: number,
): Promise<Attempt | undefined> {
  const filled: Record<string, unknown> = {}
  reading.took(filled)
  const { folded } = reading.sentence
  let span: Span = [skip(folded, start), folded.length]
  let came = 0
  let lacks: string | undefined
  const floating: [string, Slot<unknown>][] = []
  let rest: [string, Slot<unknown>] | undefined

  for (const part of parts) {
    if ('literal' in part) {
      if (!folded.startsWith(part.literal, span[0])) return undefined
      span = [skip(folded, span[0] + part.literal.length), span[1]]
      continue
    }
    const slot = command.slots[part.hole] as Slot<unknown>
    if (slot.stands === 'anywhere') floating.push([part.hole, slot])
    else if (slot.stands === 'rest') rest = [part.hole, slot]
    else {
      const found = await slot.read(reading, span)
      if (found) {
        filled[part.hole] = found.value
        came += 1
        span = cut(reading, span, found.span)
      } else if (slot.optional) filled[part.hole] = await slot.absent(reading)
      else lacks ??= slot.label
    }
  }
  if (lacks !== undefined) return { filled, lacks, came }
  for (const [hole, slot] of floating) {
    const found = await slot.read(reading, span)
    if (found) {
      filled[hole] = found.value
      came += 1
      span = cut(reading, span, found.span)
    } else if (slot.optional) filled[hole] = await slot.absent(reading)
    else lacks ??= slot.label
  }
  if (rest) {
    const found = await rest[1].read(reading, span)
    if (found) {
      filled[rest[0]] = found.value
      came += 1
    } else if (rest[1].optional) filled[rest[0]] = await rest[1].absent(reading)
    else lacks ??= rest[1].label
  } else if (folded.slice(span[0], span[1]).trim()) return undefined
  if (lacks !== undefined) return { filled, lacks, came }
  const holes = new Set(parts.flatMap((part) => ('hole' in part ? [part.hole] : [])))
  for (const [hole, slot] of Object.entries(command.slots)) {
    if (holes.has(hole)) continue
    try {
      filled[hole] = await slot.absent(reading)
    } catch (error) {
      if (!(error instanceof Lacking)) throw error
      return { filled, lacks: error.label, came }
    }
  }
  return { filled, lacks, came }
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
