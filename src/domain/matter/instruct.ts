/** 批示: a leader's written word on a matter, or the word that begins one (D.2 rows 2, 13; decisions.md hole 22). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Unit } from '../people/person.ts'
import { type Assignment, assign, leadable } from './assign.ts'
import { followedAnew } from './client-duties.ts'
import { type Act, type Birth, type Decision, notify } from './decision.ts'
import type { NewDate } from './extend.ts'
import type { Matter } from './matter.ts'
import { step } from './rights.ts'

/**
 * A leader's word on a matter under way is recorded and told; on one that waits to be struck off it opens another
 * round, with a date of its own where it names one (D.2 row 13). Whoever's the newest word is ends the matter.
 */
export function instruct(
  matter: Matter,
  act: Act,
  text: string,
  due: NewDate | null,
  directory: Directory,
): Decision {
  const again = matter.status === 'completed'
  const status = step(matter, act.by, again ? 'instructAgain' : 'instruct', directory)
  const instruction = wordOf(act, text, matter.id)
  const next: Matter = again
    ? { ...matter, ...anotherRound(matter, act, due), status, instruction, changed: act.at }
    : { ...matter, instruction, changed: act.at }
  const told = [directory.units.get(matter.lead)?.head, matter.handler]
  const say = again
    ? `${act.by.name}对${matter.id}号有新的批示：${text}。请继续办理（第${next.round}轮）。`
    : `${act.by.name}对${matter.id}号批示：${text}`
  return { matter: next, verb: '批示', text, notices: notify(act, told, say, true) }
}

function anotherRound(matter: Matter, act: Act, due: NewDate | null): Partial<Matter> {
  if (due && due.at <= act.at)
    throw new Declined('E-DATE-1', '办结时限已经过去，请写一个将来的日期。')
  return {
    ...followedAnew(matter),
    round: matter.round + 1,
    closing: null,
    grade: null,
    ...(due ? { due: due.at, provisional: due.provisional, said: due.said } : {}),
  }
}

/** The leader rules who leads; after that signing cannot be declined again (decisions.md hole 22). */
export function rule(
  matter: Matter,
  act: Act,
  lead: Unit,
  text: string,
  directory: Directory,
): Decision {
  const status = step(matter, act.by, 'rule', directory)
  leadable(lead)
  const next: Matter = {
    ...matter,
    status,
    lead: lead.id,
    proposed: lead.id === matter.lead ? matter.proposed : null,
    ruled: true,
    refused: null,
    withdrawal: null,
    instruction: wordOf(act, text, matter.id),
    changed: act.at,
  }
  const say = `${act.by.name}批示${matter.id}号由${lead.name}承办，请签收。`
  return { matter: next, verb: '批示', text, notices: notify(act, [lead.head], say, true) }
}

/** A new matter from a leader's word; he ends it, whatever else he is in the bureau. */
export function assignByInstruction(
  act: Act,
  order: Assignment,
  text: string,
  directory: Directory,
): Birth {
  const birth = assign(act, order, directory)
  const instruction = { by: act.by.id, at: act.at, text }
  const matter = { ...birth.matter, origin: 'instruction' as const, source: '批示', instruction }
  return { ...birth, matter, verb: '批示' }
}

function wordOf(act: Act, text: string, id: number) {
  if (text) return { by: act.by.id, at: act.at, text }
  throw new Declined('E-TEXT-1', '请写明批示内容。', [`批示 ${id} 请抓紧办理，每周报进展`])
}
