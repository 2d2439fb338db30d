/** 办结、同意、退回、销号: apply, review, grade, strike off. The close belongs to him who asked. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { heads, speaksFor } from '../people/rights.ts'
import { refuseUntold } from './client.ts'
import { answersClient } from './client-duties.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Grade, Matter } from './matter.ts'
import { solved } from './refusal.ts'
import { closers, decides, refuseSelfReview, reviewers } from './review.ts'
import { stepsAfter } from './steps.ts'
import { refuseSilence } from './support.ts'
import { move } from './transitions.ts'

/** The lead unit's head asks to close; inside a unit the handler does, since the head reviews (D.2 row 9). */
export function requestClose(
  matter: Matter,
  act: Act,
  result: string,
  directory: Directory,
): Decision {
  const status = move(matter, 'requestClose', directory)
  const head = directory.units.get(matter.lead)?.head ?? null
  const carriers = matter.origin === 'unit' || matter.path?.asks === 'handler'
  const asker = carriers ? matter.handler : head
  const isAsker =
    (carriers && speaksFor(act.by, matter.handler)) ||
    (matter.origin !== 'unit' && heads(act.by, directory.units.get(matter.lead)))
  if (!isAsker)
    throw new Declined(
      'E-RIGHT-2',
      `${matter.id}号请由${directory.name(asker)}申请办结。`,
      speaksFor(act.by, matter.handler) ? [`报 ${matter.id} 已办妥，请审核后申请办结`] : [],
    )
  if (!result) throw new Declined('E-TEXT-1', '请写明办理结果。', [`办结 ${matter.id} 办理结果`])
  refuseSilence(matter, directory)
  const closing = { by: act.by.id, at: act.at, text: result }
  // What is handed in is the fullest feedback there is.
  const steps = stepsAfter(matter.steps, 'feedback', act.at)
  const refusal = solved(matter, closing)
  const next = { ...matter, status, closing, steps, refusal, changed: act.at }
  const told = reviewers(next, directory).map((person) => person.id)
  const say = `${directory.unitName(matter.lead)}申请办结${matter.id}号，请审核。`
  return { matter: next, verb: '办结', text: result, notices: notify(act, told, say, true) }
}

/** The review passes, with a grade (D.2 row 11). A bare 同意 means 良好 (decisions.md). */
export function complete(matter: Matter, act: Act, grade: Grade, directory: Directory): Decision {
  const status = move(matter, 'complete', directory)
  onlyReviewer(matter, act, directory)
  const next = { ...matter, status, grade, extension: null, changed: act.at }
  const client = answersClient(next)
  const told = client === null ? closers(next, directory).map((person) => person.id) : [client]
  const head = directory.units.get(matter.lead)?.head
  // 立行立改: found, mended, done; the one word of him who may strike it off does both.
  if (matter.path?.short && told.includes(act.by.id)) {
    const struck = closeOut(next, act, directory)
    return { ...struck, verb: '同意', text: `审核通过，${grade}，销号` }
  }
  const done = `${matter.id}号审核通过（${grade}），待销号。`
  const asks = client === null ? '请销号' : '请答复服务对象'
  return {
    matter: next,
    verb: '同意',
    text: `审核通过，${grade}`,
    notices: [
      ...notify(act, told, `${matter.id}号审核通过（${grade}），${asks}。`, true),
      ...notify(
        act,
        [head, matter.handler].filter((id) => !told.includes(id ?? -1)),
        done,
      ),
    ],
  }
}

/** The review does not pass: back to work, with a reason; the clock goes on (D.2 row 10). */
export function returnForRework(
  matter: Matter,
  act: Act,
  reason: string,
  directory: Directory,
): Decision {
  const status = move(matter, 'returnForRework', directory)
  onlyReviewer(matter, act, directory)
  if (!reason) throw new Declined('E-TEXT-2', '退回请写明理由。', [`退回 ${matter.id} 缺附件`])
  const next = {
    ...matter,
    status,
    closing: null,
    returned: matter.returned + 1,
    changed: act.at,
  }
  const head = directory.units.get(matter.lead)?.head
  const say = `${matter.id}号被退回：${reason}`
  return {
    matter: next,
    verb: '退回',
    text: reason,
    notices: notify(act, [head, matter.handler], say, true),
  }
}

/** Struck off the ledger by the one whose word it was (D.2 row 12). */
export function closeOut(matter: Matter, act: Act, directory: Directory): Decision {
  const status = move(matter, 'closeOut', directory)
  const may = closers(matter, directory)
  if (!decides(act.by, may, matter, directory)) {
    refuseSelfReview(matter, act.by, may)
    throw new Declined('E-RIGHT-2', `${matter.id}号请由${named(may)}销号。`)
  }
  refuseUntold(matter, directory)
  const next = { ...matter, status, closed: act.at, changed: act.at }
  const head = directory.units.get(matter.lead)?.head
  return {
    matter: next,
    verb: '销号',
    text: '',
    notices: notify(act, [head, matter.handler], `${matter.id}号已销号。`),
  }
}

function onlyReviewer(matter: Matter, act: Act, directory: Directory): void {
  const may = reviewers(matter, directory)
  refuseSelfReview(matter, act.by, may)
  const author = matter.origin === 'instruction' ? directory.people.get(matter.assigner) : undefined
  if (decides(act.by, author ? [...may, author] : may, matter, directory)) return
  throw new Declined('E-RIGHT-2', `${matter.id}号请由${named(may)}审核。`)
}

const named = (people: { name: string }[]): string =>
  people.map((person) => person.name).join('、') || '督查室'
