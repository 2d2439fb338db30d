/** The chain of a history: each line's hash covers the line before it, so that an altered or missing one is found. */
import { hash } from 'node:crypto'

/** What of a line its hash covers. */
export interface Link {
  object: string
  seq: number
  at: number
  actor: number | null
  verb: string
  text: string
  way: string
  turn: string
  change: string
  prev: string
}

/** The hash of a line. */
export function hashOf(link: Link): string {
  const { object, seq, at, actor, verb, text, way, turn, change, prev } = link
  return sha256(JSON.stringify([prev, object, seq, at, actor, verb, text, way, turn, change]))
}

/** Follows one object's lines from the first to the head that the object itself names; says what is wrong. */
export function brokenLinks(
  lines: readonly (Link & { hash: string })[],
  head: { seq: number; hash: string },
): string[] {
  const broken: string[] = []
  let last = { seq: 0, hash: '' }
  for (const line of lines) {
    if (line.seq !== last.seq + 1) broken.push(`第${last.seq + 1}行缺失`)
    else if (line.prev !== last.hash) broken.push(`第${line.seq}行与前一行不衔接`)
    if (hashOf(line) !== line.hash) broken.push(`第${line.seq}行被改动`)
    last = line
  }
  if (last.hash !== head.hash || last.seq !== head.seq) broken.push('历史的末尾与本体不符')
  return broken
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex')
