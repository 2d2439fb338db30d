import { safeUrl } from '../url.ts'
import { entityAt } from './entity.ts'
import { tagAt } from './tag.ts'
import type { Inline } from './tree.ts'

/** Deeper marks are left as they are typed. */
const DEPTH = 6
/** Characters that may begin something other than plain text. */
const SPECIAL = /[\\&`*_~[!<\n:h]/g

interface Found {
  piece: Inline | undefined
  length: number
}

/** Reads the marks inside a line of text (which may contain line breaks); what is not a mark stays text. */
export function inline(text: string, depth = 0): Inline[] {
  const pieces: Inline[] = []
  let plain = ''
  let at = 0
  const say = (words: string) => {
    plain += words
  }
  const flush = () => {
    if (plain) pieces.push({ kind: 'text', text: plain })
    plain = ''
  }
  while (at < text.length) {
    SPECIAL.lastIndex = at
    const next = SPECIAL.exec(text)?.index ?? text.length
    say(text.slice(at, next))
    at = next
    if (at >= text.length) break
    const entity = text[at] === '&' ? entityAt(text.slice(at, at + 12)) : undefined
    if (entity) {
      say(entity.char)
      at += entity.length
      continue
    }
    const found = depth < DEPTH ? pieceAt(text, at, depth) : undefined
    if (found?.piece) {
      if (found.piece.kind === 'text') say(found.piece.text)
      else {
        flush()
        pieces.push(found.piece)
      }
    } else if (!found) say(text[at] ?? '')
    at += found?.length ?? 1
  }
  flush()
  return pieces
}

function pieceAt(text: string, at: number, depth: number): Found | undefined {
  switch (text[at]) {
    case '\\':
      return escapeAt(text, at)
    case '\n':
      return { piece: { kind: 'break' }, length: 1 }
    case '`':
      return codeAt(text, at)
    case '*':
    case '_':
    case '~':
      return emphasisAt(text, at, depth)
    case '!':
    case '[':
      return linkAt(text, at, depth)
    case '<':
      return tagAt(text, at, (inside) => inline(inside, depth + 1))
    case ':':
      return emojiAt(text, at)
    case 'h':
      return addressAt(text, at)
    default:
      return undefined
  }
}

function escapeAt(text: string, at: number): Found | undefined {
  const next = text[at + 1]
  if (next === undefined || !/[!-/:-@[-`{-~]/.test(next)) return undefined
  return { piece: { kind: 'text', text: next }, length: 2 }
}

function codeAt(text: string, at: number): Found | undefined {
  const end = text.indexOf('`', at + 1)
  if (end < 0 || end === at + 1) return undefined
  return { piece: { kind: 'code', text: text.slice(at + 1, end) }, length: end + 1 - at }
}

function emphasisAt(text: string, at: number, depth: number): Found | undefined {
  const mark = text[at] ?? ''
  const double = text[at + 1] === mark
  if (mark === '~' && !double) return undefined
  // An underscore inside a word is part of it.
  if (mark === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined
  const fence = double ? mark + mark : mark
  const start = at + fence.length
  const end = text.indexOf(fence, start + 1)
  const body = end < 0 ? '' : text.slice(start, end)
  if (!body.trim() || /^\s|\s$/.test(body)) return undefined
  const kind = mark === '~' ? 'strike' : double ? 'bold' : 'italic'
  return { piece: { kind, inside: inline(body, depth + 1) }, length: end + fence.length - at }
}

/** An address may hold pairs of brackets, but not deeper ones. */
const LINK = /(!?)\[([^\]\n]{0,500})\]\(((?:[^()\s]|\([^()\s]*\)){1,2000})(?:\s[^)]*)?\)/y

function linkAt(text: string, at: number, depth: number): Found | undefined {
  LINK.lastIndex = at
  const found = LINK.exec(text)
  if (!found) return undefined
  const [whole, image, words = '', address = ''] = found
  if (image) return { piece: { kind: 'image', alt: words }, length: whole.length }
  const href = safeUrl(address)
  const inside = inline(words, depth + 1)
  const piece: Inline = href ? { kind: 'link', href, inside } : { kind: 'text', text: words }
  return { piece, length: whole.length }
}

const EMOJI: Record<string, string> = { OK: '👌', THUMBSUP: '👍', DONE: '✅' }

function emojiAt(text: string, at: number): Found | undefined {
  const found = /^:([A-Za-z]{2,12}):/.exec(text.slice(at, at + 14))
  const emoji = found && EMOJI[found[1] ?? '']
  return emoji ? { piece: { kind: 'text', text: emoji }, length: found[0].length } : undefined
}

const ADDRESS = /https?:\/\/[^\s<>()，。；、）》”]{1,2000}/y

function addressAt(text: string, at: number): Found | undefined {
  ADDRESS.lastIndex = at
  const found = ADDRESS.exec(text)?.[0]
  const href = found && safeUrl(found)
  if (!found || !href) return undefined
  return {
    piece: { kind: 'link', href, inside: [{ kind: 'text', text: found }] },
    length: found.length,
  }
}
