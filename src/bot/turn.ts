/** A turn: one transaction, one decision, one outbox. Jobs get a Turn, commands a Spoken one. */
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { type Day, dayOf, type Instant } from '../domain/time/day.ts'
import { nextOpen } from '../domain/time/window.ts'
import type { Class, Letter } from '../store/outbox.ts'
import type { Bound } from '../store/store.ts'
import type { Content } from './message.ts'
import type { Office } from './office.ts'
import type { Place } from './place.ts'
import type { Registry } from './registry.ts'

export interface Turn {
  /** The key of what caused it: the inbox key, or the occurrence. */
  key: string
  now: Instant
  today: Day
  calendar: Calendar
  directory: Directory
  store: Bound
  registry: Registry
  /** Matters read in this turn, as they were: what a decision is compared with. */
  loaded: Map<number, Matter>
  /** Where it came from, for the journal: sentence, card, menu, reaction, clock. */
  way: string
  /** The card that was tapped; its new content goes back in the callback's answer, not as an edit. */
  tapped: string | undefined
  /** Puts a letter into the outbox; its key is the turn's own unless given. */
  post(letter: Post): Promise<void>
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
  /** The same turn on another transaction, to say no after a rollback. */
  reopened(store: Bound): Spoken
}

/** What a turn is opened with, besides the office and its transaction. */
export interface Cause {
  key: string
  way: string
  tapped?: string | undefined
}

/** Opens a turn on the transaction given. */
export async function openTurn(office: Office, store: Bound, cause: Cause): Promise<Turn> {
  return turnOn(office, store, await office.directory(store), cause)
}

/** A turn whose directory is known already. */
export function turnOn(office: Office, store: Bound, directory: Directory, cause: Cause): Turn {
  const now = office.now()
  const loaded = new Map<number, Matter>()
  let n = 0
  return {
    key: cause.key,
    way: cause.way,
    tapped: cause.tapped,
    now,
    today: dayOf(now),
    calendar: office.calendar,
    directory,
    store: remembering(store, loaded),
    registry: office.registry,
    loaded,
    async post(post) {
      n += 1
      const asked = post.after ?? now
      const letter: Letter = {
        key: post.key ?? `${cause.key}/${n}`,
        turn: cause.key,
        n,
        kind: post.kind,
        place: post.place,
        body: post.body,
        matter: post.matter ?? null,
        rev: post.rev ?? null,
        class: post.class,
        nextTry: post.class === 'notice' ? nextOpen(asked, office.calendar) : asked,
      }
      await store.outbox.put(letter, now)
    },
  }
}

/** A card to a place, as the body of a letter. */
export const sendingCard = (card: Card): { content: Content } => ({ content: { card } })

/** The store, remembering every matter as it was first read. */
function remembering(store: Bound, loaded: Map<number, Matter>): Bound {
  const get: Bound['matters']['get'] = async (id) => {
    const matter = await store.matters.get(id)
    if (matter && !loaded.has(id)) loaded.set(id, matter)
    return matter
  }
  const byFormal: Bound['matters']['byFormal'] = async (formal) => {
    const matter = await store.matters.byFormal(formal)
    if (matter && !loaded.has(matter.id)) loaded.set(matter.id, matter)
    return matter
  }
  const matters = new Proxy(store.matters, {
    get: (target, name) =>
      name === 'get' ? get : name === 'byFormal' ? byFormal : Reflect.get(target, name),
  })
  return new Proxy(store, {
    get: (target, name) => (name === 'matters' ? matters : Reflect.get(target, name)),
  })
}

/** A turn that a person began at a place. */
export function spokenOn(
  office: Office,
  store: Bound,
  directory: Directory,
  cause: Cause,
  by: Pick<Spoken, 'actor' | 'at' | 'place' | 'message' | 'replied' | 'file'>,
): Spoken {
  return {
    ...turnOn(office, store, directory, cause),
    ...by,
    reopened: (again) => spokenOn(office, again, directory, cause, by),
  }
}
