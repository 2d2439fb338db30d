/** What is neither said nor tapped: reactions, recalled messages, groups entered and left, things fetched. */
import { Declined } from '../domain/declined.ts'
import type { Bound } from '../store/store.ts'
import { outsideLines, welcomeCard } from '../views/help.ts'
import { heardSaid } from './hear-said.ts'
import type { Fetched, Heard, Moved, Reacted, Recalled } from './message.ts'
import type { Office } from './office.ts'
import { spokenOn, turnOn } from './open-turn.ts'
import { groupPlace, type Place, privatePlace } from './place.ts'
import { type ReadBody, unread } from './quoted.ts'
import { isForeign } from './stranger.ts'
import { type Spoken, sendingCard } from './turn.ts'

/** The only reaction that means something: 👌 is 签收 by the one who may. */
const SIGNS = 'OK'

/** 👌 on a matter's card signs it; the answer is a reaction, not a message. */
export async function heardReaction(
  office: Office,
  store: Bound,
  reacted: Reacted,
): Promise<Heard> {
  const shown = await store.messages.about([reacted.message])
  if (shown?.matter == null) return { outcome: 'ignored' }
  const directory = await office.directory(store)
  const actor = directory.byOpenId(reacted.sender.openId)
  if (!actor || (await isForeign(office, store, reacted.sender.tenant)))
    return { outcome: 'refused', reply: '您还不在本单位名册中，请联系管理员登记。' }
  const signing = office.registry.find('签收')?.command
  if (!reacted.added || reacted.emoji !== SIGNS || !signing) return { outcome: 'acted' }
  const turn = spokenOn(
    office,
    store,
    directory,
    { key: reacted.key, way: '表情' },
    {
      actor,
      at: reacted.at,
      place: (shown.place as Place) ?? privatePlace(actor.id),
      message: reacted.message,
      replied: shown.matter,
      file: undefined,
    },
  )
  const matter = await turn.store.matters.get(shown.matter)
  if (matter?.status !== 'assigned') return { outcome: 'acted' }
  const reply = await signing.run(turn, { matter })
  await turn.post({
    kind: 'react',
    place: `m:${reacted.message}`,
    body: { message: reacted.message, emoji: 'DONE' },
    class: 'answer',
  })
  return { outcome: 'acted', reply: reply.line }
}

/** A message taken back no longer leads replies to its matter. */
export async function heardRecalled(store: Bound, recalled: Recalled): Promise<Heard> {
  const shown = await store.messages.about([recalled.message])
  if (shown?.state === 'told') await store.messages.retire(recalled.message)
  return { outcome: 'acted' }
}

/**
 * The bot came into a group: one short card; among people of other houses it says why and goes (feishu-platform.md 11.4).
 * It left: the group gets nothing any more.
 */
export async function heardMoved(office: Office, store: Bound, moved: Moved): Promise<Heard> {
  const id = moved.chat.id
  if (id === undefined) return { outcome: 'ignored' }
  if (moved.kind === 'joined' && moved.external) return goneAgain(office, store, moved.key, id)
  const known = await store.chats.get(id)
  const group = known ?? { id, name: moved.name, unit: null, series: null, gone: false }
  await store.chats.save({ ...group, name: moved.name || group.name, gone: moved.kind === 'left' })
  if (moved.kind === 'left') return { outcome: 'acted' }
  const turn = turnOn(office, store, await office.directory(store), { key: moved.key, way: '进群' })
  await turn.post({
    kind: 'send',
    place: groupPlace(id),
    body: sendingCard(welcomeCard('督查室')),
    class: 'answer',
  })
  return { outcome: 'acted' }
}

async function goneAgain(office: Office, store: Bound, key: string, chat: string): Promise<Heard> {
  const turn = turnOn(office, store, await office.directory(store), { key, way: '进群' })
  const letter = { place: groupPlace(chat), class: 'answer' as const }
  await turn.post({ ...letter, kind: 'send', body: { content: { lines: outsideLines() } } })
  await turn.post({ ...letter, kind: 'leave', body: {} })
  return { outcome: 'acted' }
}

/** What a letter that fetches a file keeps: who asked for it, and where the answer goes. */
interface AskedFor {
  for?: string
  by?: number
  name?: string
  place?: Place
  /** The message that is answered. */
  answers?: string
}

/** The message replied to has come: the sentence is heard with its words, as of when it was said. */
async function heardQuoted(
  office: Office,
  store: Bound,
  { key, read, failed = '' }: Fetched,
  { said, instead }: ReadBody,
  began: (turn: Spoken) => void,
): Promise<Heard> {
  if (read) return heardSaid(office, store, { ...said, key }, began, read)
  return heardSaid(office, store, { ...said, key }, (turn) => {
    began(turn)
    throw unread(failed, instead)
  })
}

/** What the door brought back goes to the command that asked for it. */
export async function heardFetched(
  office: Office,
  store: Bound,
  fetched: Fetched,
  began: (turn: Spoken) => void,
): Promise<Heard> {
  const asked = await store.outbox.get(fetched.ask)
  if (asked?.kind === 'read')
    return heardQuoted(office, store, fetched, asked.body as ReadBody, began)
  const body = asked?.body as AskedFor | undefined
  const command = office.registry.commands.get(body?.for ?? '')?.find((one) => one.fetched)
  const directory = await office.directory(store)
  const actor = body?.by === undefined ? undefined : directory.people.get(body.by)
  if (!command?.fetched || !actor) return { outcome: 'ignored' }
  const turn = spokenOn(
    office,
    store,
    directory,
    { key: fetched.key, way: '文件' },
    {
      actor,
      at: fetched.at,
      place: body?.place ?? privatePlace(actor.id),
      message: body?.answers,
      replied: undefined,
      file: undefined,
    },
  )
  began(turn)
  if (fetched.failed !== undefined)
    throw new Declined(
      'E-FILE-5',
      `“${body?.name ?? '文件'}”没有取到，请重新发一次；超过20MB的请拆开。`,
    )
  return command.fetched(turn, fetched, asked?.body)
}
