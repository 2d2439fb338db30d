/** A sentence as the door would hand it in. */
import { MENTION, type Mention, type Said } from '../../bot/message.ts'
import type { Instant } from '../../domain/time/day.ts'

/** Whom the text after an @ names, and how many characters that takes. */
type Whom = (after: string) => { openId: string; name: string; length: number } | undefined

/** The text with each @ that names somebody as a mention, all of one tenant. */
export function withMentions(
  text: string,
  tenant: string,
  whom: Whom,
): Pick<Said, 'text' | 'mentions'> {
  const mentions: Mention[] = []
  const [before = '', ...after] = text.split('@')
  const rest = after.map((part) => {
    const found = whom(part)
    if (!found) return `@${part}`
    mentions.push({ openId: found.openId, name: found.name, tenant })
    return String.fromCodePoint(MENTION + mentions.length - 1) + part.slice(found.length)
  })
  return { text: before + rest.join(''), mentions }
}

interface By {
  /** What makes it one sentence. */
  key: string
  at: Instant
  openId: string
  tenant: string
  /** The group's id; undefined in private. */
  chat: string | undefined
  addressed: boolean
  /** The message replied to. */
  parent?: string | undefined
}

/** What the door makes of somebody's text message. */
export function saidBy(by: By, words: Pick<Said, 'text' | 'mentions'>): Said {
  const { key, at, openId, tenant, chat, addressed, parent } = by
  return {
    kind: 'said',
    key: `msg:${key}`,
    at,
    sender: { openId, tenant },
    chat: chat === undefined ? { kind: 'private' } : { kind: 'group', id: chat },
    message: key,
    parents: parent === undefined ? [] : [parent],
    ...words,
    addressed,
  }
}
