/** A turn: one transaction, one decision, one outbox. Jobs get a Turn, commands a Spoken one. */
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Profiles } from '../domain/matter/profiles.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import type { Weight } from '../domain/remind/allowance.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Day, Instant } from '../domain/time/day.ts'
import type { Class, Letter } from '../store/outbox.ts'
import type { Bound } from '../store/store.ts'
import type { Envelopes } from './envelope.ts'
import type { Foresight } from './foresight.ts'
import type { Content, Quoted, Said, Understood } from './message.ts'
import type { Place } from './place.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Turn {
  /** The key of what caused it: the inbox key, or the occurrence. */
  key: string
  now: Instant
  /** The time of a line of history. */
  stamp: () => Instant
  today: Day
  calendar: Calendar
  directory: Directory
  /** The rules that matters run on. */
  profiles: Profiles
  store: Bound
  /** The words of the house. */
  words: Vocabulary
  /** Matters read in this turn, as they were: what a decision is compared with. */
  loaded: Map<number, Matter>
  /** Where it came from, for the journal: sentence, card, menu, reaction, clock. */
  way: string
  /** The card that was tapped; its new content goes back in the callback's answer, not as an edit. */
  tapped: string | undefined
  /** The process was down when it should have happened: what it tells goes onto one card of explanation. */
  late: boolean
  /** Seals whom an anonymous word came from. */
  envelopes: Envelopes
  /** What would be sent until a moment if nobody did anything. */
  foresee(until: Instant): Promise<Foresight>
  /** Puts a letter into the outbox; its key is the turn's own unless given. */
  post(letter: Post): Promise<void>
  /** Puts the pages of many persons into the outbox: of weight `page`, which nothing holds back but quiet hours. */
  postPages(pages: readonly Post[]): Promise<void>
}

/** A letter as a turn writes it. */
export interface Post {
  kind: Letter['kind']
  place: string
  body: unknown
  class: Class
  /** What makes a second one the same, where the turn's key and order are not enough. */
  key?: string
  matter?: number
  rev?: number
  /** Not before this moment; notices wait for the sending window anyway. */
  after?: Instant
  /** How much a person's day may hold it back; a step of his that is waited for unless told otherwise. */
  weight?: Weight
  /** The sentence that shows more, where it ends as one line among others. */
  say?: string
  /** A leader's word has it go out on rest days too (日报 含休息日). */
  restDays?: boolean
}

/** A turn that somebody's sentence or tap began. */
export interface Spoken extends Turn {
  actor: Person
  /** When he said it, by the platform's clock. */
  at: Instant
  place: Place
  /** His message, to reply to; a tap and a menu entry have none. */
  message: string | undefined
  /** The matter of the card or message replied to. */
  replied: number | undefined
  /** A file dropped with or as the message. */
  file: { key: string; name: string; type: 'file' | 'image' } | undefined
  /** What came beside it: a post's pictures beyond the first. */
  others?: readonly { key: string; name: string; type: 'file' | 'image' }[]
  /** His message as it came, where it replies to one that is about no matter. */
  replies?: Said
  /** What that one says, once it was read. */
  quoted?: Quoted
  /** His sentence as words, for a question that offers it again. */
  wording: string
  /** How his sentence was taken, filled in while it is read. */
  understood: Understood | undefined
  /** The same turn on another transaction, to say no after a rollback. */
  reopened(store: Bound): Spoken
}

/** A card to a place, as the body of a letter. */
export const sendingCard = (card: Card): { content: Content } => ({ content: { card } })
