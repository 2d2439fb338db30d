/** 交接: what somebody still carries for a unit that he has left for another is passed on by its head's word. */
import { Declined } from '../domain/declined.ts'
import { carriesFor, passOn } from '../domain/matter/handover.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { heirOf } from '../domain/people/departure.ts'
import type { Person, Unit } from '../domain/people/person.ts'
import { belongs, heads, isSupervisor } from '../domain/people/rights.ts'
import {
  type Handover,
  handoverAskedCard,
  handoverDoneCard,
  handoverSaid,
} from '../views/handover.ts'
import { privatePlace } from './place.ts'
import type { Reply } from './reply.ts'
import { settle } from './settle.ts'
import { tellPeople } from './tell.ts'
import { type Spoken, sendingCard, type Turn } from './turn.ts'

/** Somebody who is in another unit now. */
export interface Move {
  person: number
  from: number
}

/** Each old unit's head gets the list of what he could pass on; gives how many matters that are. */
export async function askOldHeads(turn: Turn, moves: readonly Move[]): Promise<number> {
  const { directory } = turn
  let asked = 0
  for (const move of moves) {
    const from = directory.people.get(move.person)
    const unit = directory.units.get(move.from)
    // Where nobody is left the unit was renamed or merged, and its work went along.
    if (!from || !unit || directory.membersOf(unit.id).length === 0) continue
    const question = await questionOf(turn, from, unit)
    const head = unit.head !== null && unit.head !== from.id ? unit.head : question?.heir?.id
    if (!question || head === undefined) continue
    await turn.post({
      kind: 'send',
      place: privatePlace(head),
      body: sendingCard(handoverAskedCard([question], turn)),
      class: 'notice',
      say: '交接',
    })
    asked += question.carried.length
  }
  return asked
}

/** All that waits to be passed on in the units the speaker heads; to a 督查员, in all. */
export async function openHandovers(turn: Spoken): Promise<Reply> {
  const { directory } = turn
  const questions: Handover[] = []
  for (const unit of unitsOf(turn)) {
    const open = await turn.store.matters.find({ leads: [unit.id], limit: 500 })
    const away = new Set(
      open.flatMap(({ handler, proposed }) => {
        const carrier = directory.people.get(handler ?? proposed ?? 0)
        return carrier && !carrier.left && !belongs(carrier, unit) ? [carrier] : []
      }),
    )
    for (const from of away) {
      // Whoever leads it or is in charge of it need not be of it.
      if (heads(from, unit) || from.id === unit.charge) continue
      const question = await questionOf(turn, from, unit)
      if (question) questions.push(question)
    }
  }
  if (questions.length === 0) return { line: '没有待交接的事项。', private: true }
  const card = handoverAskedCard(questions, turn)
  return { line: `有${questions.length}位同志的事项待交接。`, card, private: true, page: true }
}

const unitsOf = ({ actor, directory }: Spoken): Unit[] =>
  [...directory.units.values()].filter((unit) => heads(actor, unit) || isSupervisor(actor))

async function questionOf(turn: Turn, from: Person, unit: Unit): Promise<Handover | undefined> {
  const carried = await carriedFor(turn, from, unit)
  if (carried.length === 0) return undefined
  const heir = heirOf(from.id, unit.id, turn.directory, turn.today)
  return { from, unit, heir: turn.directory.people.get(heir ?? 0), carried }
}

/** All that he carries for the speaker's unit goes to whoever is named, else to his heir by rule. */
export async function handOverAll(
  turn: Spoken,
  from: Person,
  named: Person | null,
): Promise<Reply> {
  const { actor, directory, today } = turn
  const passed: { matter: Matter; to: Person }[] = []
  for (const unit of unitsOf(turn)) {
    const carried = await carriedFor(turn, from, unit)
    if (carried.length === 0) continue
    if (belongs(from, unit)) {
      // A 督查员 speaks of the unit he has left; in his own nothing is to be passed on.
      if (!heads(actor, unit)) continue
      throw new Declined(
        'E-HANDOVER-1',
        `${from.name}仍在${unit.name}，改由他人承办请说“分办 ${carried[0]!.id} @姓名”。`,
        [`待办 ${unit.name}`],
      )
    }
    const to = named ?? directory.people.get(heirOf(from.id, unit.id, directory, today) ?? 0)
    if (!to) throw new Declined('E-PERSON-2', '请写明交接给谁。', [`交接 ${from.name} 给 姓名`])
    if (!belongs(to, unit) && !heads(to, unit))
      throw new Declined('E-PERSON-3', `${to.name}不在${unit.name}，请交接给本单位人员。`)
    for (const { id } of carried) {
      const matter = await turn.store.matters.get(id)
      if (!matter) continue
      const decision = passOn(matter, { from, to, unit }, turn.at)
      passed.push({ matter: await settle(turn, decision, actor.id), to })
    }
  }
  if (passed.length === 0) return done(turn, `${from.name}没有待交接的事项。`)
  await tell(turn, from, passed)
  const heirs = [...new Set(passed.map(({ to }) => to.name))].join('、')
  const numbers = passed.map(({ matter }) => `${matter.id}号`).join('、')
  return done(
    turn,
    `${from.name}的${passed.length}件事项已交接给${heirs}：${numbers}。10分钟内可说“撤销”。`,
  )
}

/** What he still carries for a unit, most pressing first. */
async function carriedFor(turn: Turn, from: Person, unit: Unit): Promise<Matter[]> {
  const { matters, pending } = turn.store
  const found = new Map<number, Matter>()
  for (let offset = 0; ; offset += 500) {
    const page = await matters.find({ leads: [unit.id], limit: 500, offset })
    for (const one of page) found.set(one.id, one)
    if (page.length < 500) break
  }
  for (const one of await matters.list(await pending.supportedBy([from.id]))) found.set(one.id, one)
  return [...found.values()]
    .filter((one) => carriesFor(one, from.id, unit.id))
    .sort((a, b) => a.due - b.due || a.id - b.id)
}

async function tell(turn: Spoken, from: Person, passed: { matter: Matter; to: Person }[]) {
  const { actor, directory } = turn
  const lines = passed.map(({ matter, to }) => ({ id: matter.id, title: matter.title, to: to.id }))
  for (const heir of new Set(lines.map(({ to }) => to))) {
    if (heir === actor.id) continue
    const own = lines.filter(({ to }) => to === heir)
    await tellPeople(
      turn,
      [heir],
      handoverSaid(`${from.name}调离，以下事项由您接办`, own, directory),
    )
  }
  if (from.id !== actor.id)
    await tellPeople(turn, [from.id], handoverSaid('您在原科室的以下事项已交接', lines, directory))
}

/** A tap shows on its own card that it is done. */
const done = (turn: Spoken, line: string): Reply =>
  turn.tapped === undefined ? { line } : { line, card: handoverDoneCard(line), page: true }
