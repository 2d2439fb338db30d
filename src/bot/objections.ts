/** 异议: said to a month's review while its time runs; answered by the 督查室, to the one who said it. */
import { Declined } from '../domain/declined.ts'
import { type Objection, refuseObjection } from '../domain/review/review.ts'
import { titleOf } from '../views/review-card.ts'
import { privatePlace } from './place.ts'
import { record } from './record.ts'
import { askApprover } from './review-approval.ts'
import { tellPeople } from './tell.ts'
import type { Spoken } from './turn.ts'

/** Keeps an objection and tells the 督查室. */
export async function object(turn: Spoken, month: string, text: string) {
  const { store, actor, at, directory } = turn
  refuseObjection(await store.reviews.get(month), month, at)
  const id = await store.reviews.object({ month, person: actor.id, text, at })
  const title = titleOf({ month })
  await record(turn, { verb: '讲评异议', text, back: { what: 'objection', id, before: null } })
  const makers = directory.withRole('supervisor').flatMap((one) => (one === actor ? [] : [one.id]))
  await tellPeople(
    turn,
    makers,
    `${directory.unitName(actor.unit)}${actor.name}对${title}提出异议（第${id}条）：${text}\n请说“答复异议 ${id} 采纳”或“答复异议 ${id} 不采纳 理由”。`,
  )
  return { line: `异议已转督查室（第${id}条），将予答复。10分钟内可说“撤销”。`, private: true }
}

/** The 督查室 answers; when it was the last one and its time is over, the approver is asked. */
export async function answerObjection(turn: Spoken, id: number, text: string) {
  const { store, actor, now } = turn
  const before = await store.reviews.objection(id)
  if (!before || before.state === 'withdrawn')
    throw new Declined('E-REVIEW-11', `没有第${id}条异议。`, ['讲评'])
  if (before.state === 'answered')
    throw new Declined('E-REVIEW-12', `第${id}条异议已经答复：${before.answer}`, ['讲评'])
  const after: Objection = {
    ...before,
    state: 'answered',
    answer: text,
    answeredBy: actor.id,
    answered: now,
  }
  await store.reviews.settle(after)
  await record(turn, { verb: '答复异议', text, back: { what: 'objection', id, before } })
  const say = `您对${titleOf(before)}的异议（第${id}条）已答复：${text}`
  // What he asked for himself is owed to him; it is not the bot's to hold back.
  if (before.person !== actor.id)
    await turn.post({
      kind: 'send',
      place: privatePlace(before.person),
      body: { content: { lines: [say] } },
      class: 'notice',
      weight: 'owed',
    })
  const review = await store.reviews.get(before.month)
  const left = (await store.reviews.objections(before.month)).some(({ state }) => state === 'open')
  if (review?.state === 'open' && !left && now > (review.ends ?? 0)) await askApprover(turn, review)
  return { line: `第${id}条异议已答复，已告知本人。10分钟内可说“撤销”。` }
}
