/** 审定: the approver is asked, says yes or no, and what he agreed to is told once. */
import { Declined } from '../domain/declined.ts'
import { inTimeRate } from '../domain/review/figures.ts'
import { approversOf, type Review, refuseUnready } from '../domain/review/review.ts'
import { publishedCard, titleOf, workingCard } from '../views/review-card.ts'
import { groupPlace, privatePlace } from './place.ts'
import { record } from './record.ts'
import { reviewBefore, tellEach } from './review.ts'
import { type Spoken, sendingCard, type Turn } from './turn.ts'

/** 同意: published once, to the groups of the units and to the leaders. */
export async function approveReview(turn: Spoken, month: string) {
  const { store, actor, directory, now, at } = turn
  const before = await reviewBefore(turn, month)
  const open = (await store.reviews.objections(month)).filter(({ state }) => state === 'open')
  refuseUnready(before, month, { by: actor, at }, open.length, directory)
  const review: Review = { ...before, state: 'published', approved: { by: actor.id, at: now } }
  await store.reviews.keep(review)
  const { basis, threshold } = inTimeRate
  const text = `${titleOf(review)}；依据：${basis}；样本下限：${threshold}件；审定人：${actor.name}`
  const back = { what: 'review', month, before, told: [], published: true } as const
  await record(turn, { verb: '讲评发布', text, back })
  const groups = (await store.chats.ofUnits()).map((one) => groupPlace(one.id))
  const leaders = directory.leaders
  const makers = directory.withRole('supervisor')
  const people = [...new Set([...leaders, ...makers])].filter((one) => one.id !== actor.id)
  const card = sendingCard(publishedCard(review, turn))
  for (const place of [...groups, ...people.map((one) => privatePlace(one.id))])
    await turn.post({
      kind: 'send',
      place,
      body: card,
      class: 'notice',
      weight: 'page',
      say: `讲评 ${month}`,
    })
  return {
    line: `${titleOf(review)}已同意发布，发${groups.length}个单位群和${people.length}位同志。10分钟内没有发出的可说“撤销”。`,
  }
}

/** 退回: a draft again, with the approver's reason. */
export async function returnReview(turn: Spoken, month: string, text: string) {
  const { store, actor, directory, now } = turn
  const before = await reviewBefore(turn, month)
  refuseUnready(before, month, { by: actor, at: Number.MAX_SAFE_INTEGER }, 0, directory)
  if (!text)
    throw new Declined('E-TEXT-2', '退回讲评请写明理由。', [`退回 讲评 ${month} 请补充分析`])
  const review: Review = {
    ...before,
    state: 'draft',
    ends: null,
    returned: { by: actor.id, at: now, text },
  }
  await store.reviews.keep(review)
  const told = directory.withRole('supervisor').flatMap(({ id }) => (id === actor.id ? [] : [id]))
  const back = { what: 'review', month, before, told } as const
  await record(turn, { verb: '退回讲评', text, back })
  await tellEach(turn, told, `${actor.name}退回${titleOf(review)}：${text}`)
  return { line: `${titleOf(review)}已退回督查室。10分钟内可说“撤销”。` }
}

/** The approver is asked once the time for objections is over and all of them are answered; else why not. */
export async function askApprover(turn: Turn, review: Review): Promise<string | undefined> {
  const { directory, store, today } = turn
  const open = (await store.reviews.objections(review.month)).filter(
    ({ state }) => state === 'open',
  )
  if (open.length > 0) {
    const makers = directory.withRole('supervisor').map((one) => one.id)
    const say = `${titleOf(review)}异议期已满，还有${open.length}条异议没有答复，答复后送审定。`
    await tellEach(turn, makers, say)
    return undefined
  }
  const approvers = approversOf(review, directory).filter(
    (one) => !directory.absentOn(one.id, today),
  )
  if (approvers.length === 0) return '审定人不在岗'
  const objections = await store.reviews.objections(review.month)
  for (const one of approvers.slice(0, 1))
    await turn.post({
      kind: 'send',
      place: privatePlace(one.id),
      body: sendingCard(
        workingCard(review, objections, approvers, { ...turn, maker: false, approver: true }),
      ),
      class: 'notice',
      weight: 'work',
      say: `讲评 ${review.month}`,
    })
  return undefined
}
