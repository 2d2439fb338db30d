/** A pack goes out: frozen, as one card to each place, with the same content on paper. */
import { type Agenda, isIdle } from '../domain/meeting/agenda.ts'
import { noChanges, type Pack } from '../domain/meeting/pack.ts'
import { preparedAnew } from '../domain/meeting/preparation.ts'
import type { Series } from '../domain/meeting/series.ts'
import { packCard } from '../views/agenda.ts'
import { draftCard } from '../views/agenda-draft.ts'
import { agendaDocument, agendaFile } from '../views/agenda-paper.ts'
import { participants } from './meeting.ts'
import { draftKey, packKey, showLetterAgain } from './pack-cards.ts'
import { chatOf } from './place.ts'
import { documentFile } from './printed.ts'
import { sendingCard, type Turn } from './turn.ts'

/** Sends the pack, keeps it as it is, and counts the meeting; its topics are carried over until somebody takes them off. */
export async function sendPack(turn: Turn, series: Series, agenda: Agenda): Promise<void> {
  const { store, now } = turn
  const { at } = agenda
  const places = participants(turn, series)
  const pack: Pack = { series: series.id, at, meets: at, state: 'sent', agenda, places, sent: now }
  const body = sendingCard(packCard(pack, noChanges, turn))
  for (const place of places)
    await turn.post({
      kind: 'send',
      place,
      body,
      class: 'scheduled',
      say: `议程 ${series.name}`,
      key: packKey(pack, place),
    })
  if (!isIdle(agenda)) await sendPaper(turn, pack)
  await store.packs.add(pack)
  await store.meetings.carryTopics([...agenda.topics, ...agenda.left].map((topic) => topic.id))
  const prepared = preparedAnew(series.prepared)
  await store.meetings.save(series, { ...series, held: series.held + 1, prepared })
}

/** Nothing to discuss, and the secretary has said nothing: no member is written to, and the draft tells him; gives why. */
export async function keepBack(turn: Turn, series: Series, agenda: Agenda): Promise<string> {
  const prepared = { ...series.prepared, kept: turn.now }
  await turn.store.meetings.save(series, { ...series, prepared })
  const viewer = turn.directory.people.get(series.secretary)
  const card = draftCard(agenda, prepared, { ...turn, ...(viewer ? { viewer } : {}) })
  await showLetterAgain(turn, draftKey(series, agenda.at), card)
  return '没有需要上会讨论的事项，议程未发送'
}

/** On paper for a group; in private, where each message counts, the card's 导出 brings it. */
async function sendPaper(turn: Turn, pack: Pack): Promise<void> {
  const place = pack.places.find((one) => chatOf(one) !== undefined)
  if (place === undefined) return
  await turn.post({
    ...documentFile(agendaFile(pack.agenda), agendaDocument(pack.agenda, noChanges, turn)),
    place,
    class: 'scheduled',
    key: `${packKey(pack, place)}:paper`,
  })
}
