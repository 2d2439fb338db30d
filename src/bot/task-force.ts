/** 专班结束: open matters go home, the list is handed out, and the bot says goodbye to the group and leaves it (R13). */
import { sendHome } from '../domain/matter/handover.ts'
import type { Unit } from '../domain/people/person.ts'
import type { Instant } from '../domain/time/day.ts'
import { forceEndedSaid, forceSheet, goodbyeLines } from '../views/task-force.ts'
import { groupPlace } from './place.ts'
import { sheetsFile } from './printed.ts'
import { settle } from './settle.ts'
import { tellPeople } from './tell.ts'
import type { Turn } from './turn.ts'

/** Sends every open matter home and tells whom it concerns; gives how many there were. */
export async function endForce(
  turn: Turn,
  force: Unit,
  actor: number | null,
  after: Instant,
): Promise<number> {
  const { store, directory } = turn
  const open = await store.matters.find({ leads: [force.id], limit: 5000 })
  const went: { id: number; title: string; lead: number }[] = []
  for (const { id } of open) {
    const matter = await store.matters.get(id)
    if (!matter) continue
    const decision = sendHome(matter, turn.now, directory)
    if (!decision) continue
    const home = await settle(turn, decision, actor)
    went.push({ id, title: home.title, lead: home.lead })
  }
  for (const group of await store.chats.ofUnit(force.id))
    await leaveGroup(turn, force, group.id, after)
  const heads = new Set(went.flatMap(({ lead }) => directory.units.get(lead)?.head ?? []))
  for (const head of heads) {
    const own = went.filter(({ lead }) => directory.units.get(lead)?.head === head)
    if (head !== actor) await tellPeople(turn, [head], forceEndedSaid(force, own, directory))
  }
  const office = directory.withRole('supervisor').map((one) => one.id)
  const others = office.filter((id) => id !== actor && !heads.has(id))
  if (went.length > 0) await tellPeople(turn, others, forceEndedSaid(force, went, directory))
  return went.length
}

/** The goodbye, the list, and out: in this order, since letters to one place keep theirs. */
async function leaveGroup(turn: Turn, force: Unit, chat: string, after: Instant): Promise<void> {
  const key = `force-end:${force.id}:${force.ends}:${chat}`
  if (await turn.store.outbox.get(key)) return
  const all = [
    ...(await turn.store.matters.find({ leads: [force.id], limit: 5000 })),
    ...(await turn.store.matters.find({ leads: [force.id], limit: 5000, open: false })),
  ]
  const letter = { place: groupPlace(chat), class: 'notice' as const, after }
  const content = { lines: goodbyeLines(force) }
  await turn.post({ ...letter, kind: 'send', body: { content }, key })
  const file = sheetsFile(`${force.name}事项清单.xlsx`, [forceSheet(force, all, turn)], turn.now)
  await turn.post({ ...letter, ...file, key: `${key}:list` })
  await turn.post({ ...letter, kind: 'leave', body: {}, key: `${key}:leave` })
}
