/** A tap: a button is a sentence that somebody else wrote; the tapper is the actor. */
import { Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Bound } from '../store/store.ts'
import { answerTapped, currentCard } from './answer.ts'
import { fillSlots } from './filling.ts'
import type { Heard, Tapped } from './message.ts'
import type { Office } from './office.ts'
import { spokenOn } from './open-turn.ts'
import { groupPlace, type Place, privatePlace } from './place.ts'
import { fill } from './sentence.ts'
import { isForeign } from './stranger.ts'
import type { Spoken } from './turn.ts'
import { understand } from './understand.ts'

/** Hears a tap on a card and gives the callback's answer. */
export async function heardTapped(
  office: Office,
  store: Bound,
  tapped: Tapped,
  began: (turn: Spoken) => void,
): Promise<Heard> {
  const directory = await office.directory(store)
  const actor = directory.byOpenId(tapped.sender.openId)
  if (!actor || (await isForeign(office, store, tapped.sender.tenant)))
    throw new Declined('E-WHO-1', '您还不在本单位名册中，请联系管理员登记。')
  const shown = await store.messages.about([tapped.message])
  const turn = spokenOn(
    office,
    store,
    directory,
    { key: tapped.key, way: '卡片', tapped: tapped.message },
    {
      actor,
      at: tapped.at,
      place: (shown?.place as Place | undefined) ?? (await placeOf(store, tapped, actor.id)),
      message: undefined,
      replied: shown?.matter ?? undefined,
      file: undefined,
    },
  )
  began(turn)
  const sentence = fill(tapped.say, tapped.fields)
  const wanted = understand(sentence, office.registry)
  // What a tap says is meant, even where its words end in a question mark.
  const meant = wanted.kind === 'command' || wanted.kind === 'question' ? wanted : undefined
  const filled = meant && (await fillSlots(turn, { ...meant, glued: false }, sentence))
  if (!meant || !filled) throw new Declined('E-SAY-2', '这个按钮已失效，请查看最新卡片。')
  const matter = filled.matter as Matter | undefined
  const { changes, tolerant } = meant.command
  if (changes && !tolerant && matter && tapped.rev !== undefined && tapped.rev !== matter.rev)
    return outdated(turn, tapped, matter)
  return answerTapped(turn, tapped.message, await meant.command.run(turn, filled))
}

/** A card older than the matter does nothing twice: it is told so, and shown the matter as it stands. */
async function outdated(turn: Spoken, tapped: Tapped, matter: Matter): Promise<Heard> {
  const card = await currentCard(turn, tapped.message, matter)
  return {
    outcome: 'refused',
    reply: '事项已更新',
    toast: { type: 'warning', content: '事项已更新，请看最新卡片。' },
    ...(card ? { card } : {}),
  }
}

async function placeOf(store: Bound, tapped: Tapped, actor: number): Promise<Place> {
  const { id } = tapped.chat
  const group = id === undefined ? undefined : await store.chats.get(id)
  return group ? groupPlace(group.id) : privatePlace(actor)
}
