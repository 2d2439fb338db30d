import type { Push } from '../protocol.ts'
import { chatOf, type Place } from './chats.ts'
import { placeFromHash, placeToHash, remember } from './places.ts'
import { startReading } from './seen.ts'
import { signal } from './signal.ts'
import { toast } from './toast.tsx'
import { connect, type Link } from './wire.ts'
import { afterPush, type World, worldOf } from './world.ts'

/** The practice ground as last heard; undefined until the first answer. */
export const world = signal<World | undefined>(undefined)

/** Whether the street is there. */
export const link = signal<Link>('opening')

/** Who looks at what. */
export const place = signal<Place>({ as: '', chat: 'bot' })

/** On a phone, where only one column fits: whether it is the list of chats. */
export const browsing = signal(false)

/** Opens the stream and keeps world, link and place true from then on. */
export function start(): void {
  connect({
    state(state) {
      const fresh = worldOf(state, performance.now())
      heard.length = 0
      startReading(fresh.now)
      world.set(fresh)
      settle(fresh)
    },
    push(push) {
      if (heard.length === 0) setTimeout(draw, TOGETHER)
      heard.push(push)
    },
    link: (next) => link.set(next),
  })
  addEventListener('hashchange', () => {
    const now = world.get()
    if (now) settle(now)
  })
}

/** Pushes are drawn in bundles, in milliseconds: a turned clock brings hundreds of them at once. */
const TOGETHER = 40
const heard: Push[] = []

function draw(): void {
  let now = world.get()
  for (const push of heard.splice(0)) {
    if (now) now = afterPush(now, push, performance.now())
    hearToast(push)
  }
  world.set(now)
}

/** Goes to a person and a chat; the address keeps both. */
export function goTo(next: Place): void {
  place.set(next)
  browsing.set(false)
  remember(next)
  placeToHash(next)
}

/** Takes the place from the address; where that is unknown, the first suggestion, else the first person. */
function settle(world: World): void {
  const asked = placeFromHash()
  const first = world.tries[0]
  const fallback = first && world.people.has(first.as) ? first : undefined
  const as = asked && world.people.has(asked.as) ? asked.as : (fallback?.as ?? firstPerson(world))
  const wish: Place = { as, chat: asked?.as === as ? asked.chat : (fallback?.chat ?? 'bot') }
  goTo(chatOf(world, wish) ? wish : { as, chat: 'bot' })
}

function firstPerson(world: World): string {
  return world.people.keys().next().value ?? ''
}

function hearToast(push: Push): void {
  if (push.type === 'toast' && push.as === place.get().as)
    toast(push.toast.type, push.toast.content)
}

/** On a phone: shows the list of chats again. */
export function leave(): void {
  browsing.set(true)
}
