import { inline } from './inline.ts'
import type { Block } from './tree.ts'

/** Deeper quotes and lists are read as plain lines. */
const DEPTH = 5
const FENCE = /^\s*```[^`]*$/
const HEADING = /^(#{1,6})\s+(.*)$/
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,}|<hr\s*\/?>)\s*$/
const QUOTE = /^\s*>\s?/
const ITEM = /^(\s*)(?:([-*+])|(\d{1,6})[.)])\s+(.*)$/
const DIVIDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** Reads markdown as the platform's cards use it; never throws, whatever the text. */
export function blocks(text: string): Block[] {
  return read(text.replace(/\r\n?/g, '\n').split('\n'), 0)
}

function read(lines: string[], depth: number): Block[] {
  const found: Block[] = []
  let words: string[] = []
  const flush = () => {
    const text = words.join('\n').trim()
    if (text) found.push({ kind: 'paragraph', inside: inline(text) })
    words = []
  }
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const taken = blockAt(lines, at, depth)
    if (taken) {
      flush()
      found.push(taken.block)
      at = taken.next
    } else {
      if (line.trim()) words.push(line.trim())
      else flush()
      at++
    }
  }
  flush()
  return found
}

interface Taken {
  block: Block
  next: number
}

function blockAt(lines: string[], at: number, depth: number): Taken | undefined {
  const line = lines[at] ?? ''
  if (FENCE.test(line)) return codeAt(lines, at)
  const heading = HEADING.exec(line)
  if (heading) {
    const [, marks = '', text = ''] = heading
    const block: Block = { kind: 'heading', level: marks.length, inside: inline(text) }
    return { block, next: at + 1 }
  }
  if (RULE.test(line)) return { block: { kind: 'rule' }, next: at + 1 }
  if (line.includes('|') && DIVIDER.test(lines[at + 1] ?? '') && lines[at + 1]?.includes('-'))
    return tableAt(lines, at)
  if (depth >= DEPTH) return undefined
  if (QUOTE.test(line)) {
    const end = whileAt(lines, at, (one) => QUOTE.test(one))
    const inside = lines.slice(at, end).map((one) => one.replace(QUOTE, ''))
    return { block: { kind: 'quote', blocks: read(inside, depth + 1) }, next: end }
  }
  return ITEM.test(line) ? listAt(lines, at, depth) : undefined
}

function whileAt(lines: string[], at: number, holds: (line: string) => boolean): number {
  let end = at
  while (end < lines.length && holds(lines[end] ?? '')) end++
  return end
}

function codeAt(lines: string[], at: number): Taken {
  const end = whileAt(lines, at + 1, (line) => !FENCE.test(line))
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

function tableAt(lines: string[], at: number): Taken {
  const end = whileAt(lines, at + 2, (line) => line.includes('|'))
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inline(cell.trim()))
  const rows = lines.slice(at + 2, end).map(cells)
  return { block: { kind: 'table', head: cells(lines[at] ?? ''), rows }, next: end }
}

/** Items of one kind and indentation; deeper lines belong to the item above them. */
function listAt(lines: string[], at: number, depth: number): Taken {
  const first = ITEM.exec(lines[at] ?? '')
  const indent = first?.[1]?.length ?? 0
  const ordered = first?.[3] !== undefined
  const items: string[][] = []
  let end = at
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    const item = ITEM.exec(line)
    const deeper = (/^\s*/.exec(line)?.[0].length ?? 0) > indent && line.trim() !== ''
    if (item && !deeper) {
      if (item[1]?.length !== indent || (item[3] !== undefined) !== ordered) break
      items.push([item[4] ?? ''])
    } else if (deeper) items.at(-1)?.push(line.slice(indent + 1))
    else break
  }
  const inside = items.map((item) => read(item, depth + 1))
  const start = Number(first?.[3] ?? 1)
  return { block: { kind: 'list', ordered, start, items: inside }, next: end }
}
