/** The street as JSON, so that a practice ground goes on after a restart where it stopped. */
import type { KeptPlace } from './chats.ts'
import type { KeptFile } from './files.ts'
import type { IdsState } from './ids.ts'
import type { StoredMessage } from './messages.ts'
import type { Resident } from './people.ts'
import type { Pushes, Waiting } from './pushes.ts'
import type { World } from './world.ts'

interface Snapshot {
  version: 1
  now: number
  ids: IdsState
  people: Resident[]
  chats: KeptPlace[]
  messages: StoredMessage[]
  files: KeptFile[]
  pins: [string, number][]
  uuids: [string, { message: string; at: number }][]
  waiting: Waiting[]
}

/** People, places, messages, files, remembered uuids and events not yet delivered; a copy. */
export function takeSnapshot(world: World, pushes: Pushes): Snapshot {
  return structuredClone({
    version: 1,
    now: world.clock.now(),
    ids: world.ids.state(),
    people: world.people.all(),
    chats: world.chats.all().map((place) => ({ ...place, members: [...place.members] })),
    messages: world.messages.all(),
    files: world.files.state(),
    pins: [...world.pins],
    uuids: world.uuids.state(),
    waiting: pushes.state(),
  })
}

/** Puts a snapshot onto an empty street and turns its clock to where it stood. Throws on anything else. */
export function restoreSnapshot(world: World, pushes: Pushes, kept: unknown): void {
  if ((kept as Snapshot | null)?.version !== 1) throw new Error('这不是练习街区的存档')
  if (world.messages.all().length > 0) throw new Error('只能在空的街区上恢复存档')
  const snapshot = structuredClone(kept as Snapshot)
  world.clock.set(snapshot.now)
  world.ids.restore(snapshot.ids)
  for (const person of snapshot.people) world.people.restore(person)
  for (const place of snapshot.chats) world.chats.add({ ...place, members: new Set(place.members) })
  for (const message of snapshot.messages) world.messages.add(message)
  world.files.restore(snapshot.files)
  for (const [message, at] of snapshot.pins) world.pins.set(message, at)
  world.uuids.restore(snapshot.uuids)
  pushes.restore(snapshot.waiting)
}
