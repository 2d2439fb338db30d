/** A paper goes out: numbered, settled on its matter, and as a file to the one who issued it and to the unit's head. */
import type { Matter } from '../domain/matter/matter.ts'
import { issuePaper, nameOf, type Wish } from '../domain/matter/paper.ts'
import type { Paper } from '../domain/matter/sides.ts'
import { paperFile } from '../views/paper.ts'
import { paperDocument } from '../views/paper-document.ts'
import { privatePlace } from './place.ts'
import { documentFile } from './printed.ts'
import { settle } from './settle.ts'
import type { Spoken } from './turn.ts'

/** Issues the paper; gives the matter and the paper's name. */
export async function issue(
  turn: Spoken,
  matter: Matter,
  wish: Wish,
): Promise<{ after: Matter; name: string }> {
  const { store, actor, at, directory } = turn
  const word = wish.kind === '催办单' ? '催' : '督'
  const year = turn.today.slice(0, 4)
  const serial = await store.counters.next(`paper:${word}:${year}`)
  const number = `${word}〔${year}〕${serial}号`
  const decision = issuePaper(matter, { by: actor, at }, wish, number, directory)
  const after = await settle(turn, decision, actor.id)
  const paper = after.papers.at(-1)!
  await sendFile(turn, after, paper)
  return { after, name: nameOf(paper) }
}

async function sendFile(turn: Spoken, matter: Matter, paper: Paper): Promise<void> {
  const file = documentFile(paperFile(matter, paper), paperDocument(matter, paper, turn))
  await turn.post({ ...file, place: privatePlace(turn.actor.id), class: 'answer' })
  const head = turn.directory.units.get(matter.lead)?.head ?? null
  // The paper itself always goes; what is said of it joins the day's other words.
  if (head !== null && head !== turn.actor.id)
    await turn.post({ ...file, place: privatePlace(head), class: 'notice', weight: 'page' })
}
