/** Opens a turn on an open transaction. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Directory } from '../domain/people/directory.ts'
import { actingOn } from '../domain/people/rights.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { nextOpen, offPeak } from '../domain/time/window.ts'
import type { Class, Letter } from '../store/outbox.ts'
import type { Bound } from '../store/store.ts'
import type { Office } from './office.ts'
import { postPagesTo, postTo } from './restraint.ts'
import type { Post, Spoken, Turn } from './turn.ts'

/** What a turn is opened with, besides the office and its transaction. */
export interface Cause {
  key: string
  way: string
  tapped?: string | undefined
  /** The clock asked for it long after its time. */
  late?: boolean
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
  const written = (post: Post): Letter => {
    n += 1
    const asked = post.after ?? now
    return {
      key: post.key ?? `${cause.key}/${n}`,
      turn: cause.key,
      n: office.serial(),
      kind: post.kind,
      place: post.place,
      body: post.body,
      matter: post.matter ?? null,
      rev: post.rev ?? null,
      class: post.class,
      nextTry: hastens(post) ? asked : whenToSend(post, asked, office.calendar()),
    }
  }
  const turn: Turn = {
    key: cause.key,
    way: cause.way,
    tapped: cause.tapped,
    late: cause.late ?? false,
    now,
    stamp: office.stamp,
    today: dayOf(now),
    calendar: office.calendar(),
    directory,
    profiles: office.profiles(),
    store: remembering(store, loaded),
    words: office.registry,
    loaded,
    envelopes: office.envelopes,
    foresee: (until) => office.foresee(office, store, until),
    async post(post) {
      const letter = written(post)
      const toPerson = letter.kind === 'send' && letter.place.startsWith('p:')
      if (toPerson && letter.class !== 'answer') await postTo(turn, letter, post)
      else await store.outbox.put(letter, now)
    },
    postPages: (pages) => postPagesTo(turn, pages.map(written)),
  }
  return turn
}

/** 特急 by a leader's word: what is told of such a matter waits for no window (decisions.md "Sending window"). */
const hastens = (post: Post): boolean => post.weight === 'urgent' && post.matter !== undefined

/** An answer goes at once; what others get waits for working hours, and what is scheduled for a quiet minute. */
function whenToSend(post: Post, asked: Instant, calendar: Calendar): Instant {
  const kind: Class = post.class
  if (kind === 'answer') return asked
  const open = nextOpen(asked, post.restDays ? everyDay(calendar) : calendar)
  return kind === 'scheduled' ? offPeak(open) : open
}

/** The calendar of those who were told to be there: the window's hours stay. */
const everyDay = (calendar: Calendar): Calendar => ({ ...calendar, isWorkday: () => true })

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
  // A copy of its kind, not an heir of it: every turn makes one, and a new prototype is dear.
  const copy: Bound['matters'] = Object.create(Object.getPrototypeOf(store.matters))
  return { ...store, matters: Object.assign(copy, store.matters, { get, byFormal }) }
}

/** A turn that a person began at a place. */
export function spokenOn(
  office: Office,
  store: Bound,
  directory: Directory,
  cause: Cause,
  by: Pick<
    Spoken,
    'actor' | 'at' | 'place' | 'message' | 'replied' | 'file' | 'others' | 'replies' | 'quoted'
  >,
): Spoken {
  const reopened: Spoken['reopened'] = (again) => spokenOn(office, again, directory, cause, by)
  const turn = turnOn(office, store, directory, cause)
  const actor = actingOn(by.actor, turn.today, directory)
  return Object.assign(turn, by, { actor, wording: '', understood: undefined, reopened })
}
