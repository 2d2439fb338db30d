/** Our words for what crosses the door: what people do (inwards) and what the bot says (outwards). */
import type { Card } from '../card/types.ts'
import type { Instant } from '../domain/time/day.ts'

/** A mention stands in a sentence as one character, so that no typed text can imitate it. */
export const MENTION = 0xf0000
/** A form field stands in a sentence as one character; its typed content never becomes grammar. */
export const FIELD = 0xf1000

/** Somebody who did something: the platform's id for this app, and his tenant. */
export interface Sender {
  openId: string
  unionId?: string
  tenant: string
}

export interface Mention {
  openId: string
  name: string
  tenant: string
}

/** Where it happened. A private place is known by the person, since a menu tap carries no chat id. */
export interface Chat {
  kind: 'group' | 'private' | 'unknown'
  id?: string
}

interface Happened {
  /** What makes a second delivery the same: `msg:<message_id>`, else `evt:<event_id>`. */
  key: string
  /** When the person did it, by the platform's clock. */
  at: Instant
}

/** A typed sentence, a menu entry or a dropped file. */
export interface Said extends Happened {
  kind: 'said'
  sender: Sender
  chat: Chat
  message?: string
  /** Ids of the message replied to and of the thread's first message, nearest first. */
  parents: string[]
  /** The text; mention n is the character MENTION + n; the bot's own mention is taken out. */
  text: string
  mentions: Mention[]
  /** Whether the bot was spoken to: a private chat, a menu, or a mention of the bot by open_id. */
  addressed: boolean
  file?: { key: string; name: string; type: 'file' | 'image' }
  /** The pictures of a post beyond its first. */
  others?: { key: string; name: string; type: 'file' | 'image' }[]
}

/** A tap on a card: the button's sentence, and what was typed into the form's fields. */
export interface Tapped extends Happened {
  kind: 'tapped'
  sender: Sender
  chat: Chat
  message: string
  say: string
  /** The version of the matter that the card showed. */
  rev?: number
  fields: Record<string, string | string[]>
}

export interface Reacted extends Happened {
  kind: 'reacted'
  sender: Sender
  message: string
  emoji: string
  added: boolean
}

export interface Recalled extends Happened {
  kind: 'recalled'
  chat: Chat
  message: string
}

/** The bot came into a group or left it (or the group was dissolved). */
export interface Moved extends Happened {
  kind: 'joined' | 'left'
  sender?: Sender
  chat: Chat
  name: string
  /** People of other tenants are in it. */
  external?: boolean
}

/** A message as the platform gives it back: its words, or the file it is; neither where it says nothing readable. */
export interface Quoted {
  text: string
  mentions: Mention[]
  file?: NonNullable<Said['file']>
}

/** What the door brought back for an Outgoing of kind `download`, `lookup` or `read`. */
export interface Fetched extends Happened {
  kind: 'fetched'
  /** The outbox row that asked. */
  ask: string
  bytes?: Uint8Array
  found?: Record<string, string>
  read?: Quoted
  /** It cannot be had: the platform's code. */
  failed?: string
}

export type Incoming = Said | Tapped | Reacted | Recalled | Moved | Fetched

/** What hear made of it. */
export type Outcome = 'acted' | 'refused' | 'ignored' | 'duplicate' | 'fault'

/** How a sentence was taken, as far as it was read. */
export interface Understood {
  /** The command's file (`report`) and name (`报`); null where nothing was asked for. */
  command: { file: string; name: string } | null
  /** What the command's holes were filled with, by their names. */
  slots: Record<string, unknown>
}

export interface Heard {
  outcome: Outcome
  understood?: Understood
  /** A refusal that asks back: one tap answers. */
  asks?: boolean
  /** What the person was told, in plain words. */
  reply?: string
  /** For a tap: what goes back in the callback's own answer. */
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string }
  card?: Card
}

export type Hear = (incoming: Incoming) => Promise<Heard>

/** What a message consists of: lines of plain text (nothing in them is parsed), or a card. */
export type Content = { lines: string[] } | { card: Card }

export type To = { person: string } | { chat: string }

export type Outgoing =
  /** `first`: somebody asked for it and waits. */
  | { kind: 'send'; to: To; content: Content; uuid: string; first?: true }
  /** `chat`: where the answered message stands, as far as known, so that the answer keeps that chat's pace. */
  | { kind: 'reply'; message: string; chat?: string; content: Content; uuid: string }
  /** Sentences to tap under the newest message of a private chat. */
  | { kind: 'follow-up'; message: string; bubbles: string[] }
  | { kind: 'patch'; message: string; card: Card }
  | { kind: 'recall'; message: string }
  | { kind: 'react'; message: string; emoji: string }
  | { kind: 'file'; to: To; name: string; bytes: Uint8Array; uuid: string }
  | { kind: 'download'; message: string; file: string; type: 'file' | 'image' }
  | { kind: 'lookup'; mobiles: string[] }
  /** What a message says, whoever wrote it. */
  | { kind: 'read'; message: string }
  /** The bot goes out of a group. */
  | { kind: 'leave'; chat: string }

/** What the platform answered: the message's id and chat, or the things asked for. */
export interface Sent {
  message?: string
  chat?: string
  bytes?: Uint8Array
  found?: Record<string, string>
  read?: Quoted
}

/** Carries one Outgoing to the platform. Throws Undelivered. */
export type Send = (out: Outgoing) => Promise<Sent>

/** The code of a letter that was not sent since the app has used up what the platform allows it: no other would go either. */
export const APP_PACE = 'app-pace'

/** The codes of letters that were never tried: their pace held them back. */
export const HELD_BACK: ReadonlySet<string> = new Set([APP_PACE, 'pace'])

/**
 * Why a message did not arrive.
 * `later`: try again (after `after` milliseconds where the platform said so). `unknown`: it may have arrived.
 * `gone`: this recipient cannot be reached. `content`: the platform refuses this content.
 * `expired`: the message is too old to change, recalled or deleted. `setup`: the app's own settings are wrong.
 */
export class Undelivered extends Error {
  readonly reason: 'later' | 'unknown' | 'gone' | 'content' | 'expired' | 'setup'
  readonly code: string
  readonly after: number | undefined
  constructor(reason: Undelivered['reason'], code: string, after?: number) {
    super(`undelivered: ${reason} (${code})`)
    this.reason = reason
    this.code = code
    this.after = after
  }
}
