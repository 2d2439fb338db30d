/** 月讲评: counted from the ledger, heard by the units, approved, and told once. */
import { Declined } from '../domain/declined.ts'
import { isLeader, isSupervisor, unitsHeadedBy } from '../domain/people/rights.ts'
import { figureKeys, monthAfter, spanOfMonth, TREND } from '../domain/review/figures.ts'
import { approversOf, askedAt, circulate, corrected, type Review } from '../domain/review/review.ts'
import type { Instant } from '../domain/time/day.ts'
import { hearingCard, publishedCard, titleOf, workingCard } from '../views/review-card.ts'
import { figureName, monthSaid } from '../views/review-words.ts'
import { whenSaid } from '../views/words.ts'
import { privatePlace } from './place.ts'
import { record } from './record.ts'
import { type Spoken, sendingCard, type Turn } from './turn.ts'

/** Counts a month anew, as it stood at its end or at `asOf`; what was decided about its review before stays. */
export async function counted(turn: Spoken, month: string, asOf?: Instant): Promise<Review> {
  const { figures, reviews } = turn.store
  const span = spanOfMonth(month, turn.now, asOf)
  const before = await reviews.get(month)
  const all = []
  for (const key of figureKeys) all.push(await figures.count(key, span))
  for (let back = 1; back < TREND; back++) {
    const earlier = spanOfMonth(monthAfter(month, -back), turn.now)
    for (const key of ['closed', 'inTime'] as const) all.push(await figures.count(key, earlier))
  }
  for (const unit of await figures.units(span)) {
    const closed = await figures.count('closed', span, unit)
    if (closed.value === 0) continue
    all.push(closed, await figures.count('inTime', span, unit))
  }
  const fresh: Review = {
    month,
    state: 'draft',
    until: span.to,
    at: turn.now,
    by: turn.actor.id,
    figures: all,
    ends: null,
    approver: null,
    corrections: [],
    returned: null,
    approved: null,
  }
  return before ? { ...before, figures: all, until: span.to, at: turn.now } : fresh
}

/** The review as it stands: a draft is counted anew, what was circulated stays. Declines a month to come. */
export async function reviewOf(turn: Spoken, month: string): Promise<Review> {
  refuseFuture(turn, month)
  const kept = await turn.store.reviews.get(month)
  if (kept && kept.state !== 'draft') return kept
  const draft = await counted(turn, month)
  await turn.store.reviews.keep(draft)
  return draft
}

/** A leader or the 督查室 sees all of it, a head his own units' part of what was circulated. */
export async function showReview(turn: Spoken, month: string) {
  const { actor, directory, store } = turn
  refuseFuture(turn, month)
  const line = `${titleOf({ month })}`
  if (isLeader(actor) || isSupervisor(actor)) {
    const review = await reviewOf(turn, month)
    return { line, card: await workingPage(turn, review), private: true }
  }
  const review = await store.reviews.get(month)
  if (!review || review.state === 'draft')
    throw new Declined('E-REVIEW-3', `${monthSaid(month)}讲评还没有征求意见。`)
  const units = unitsHeadedBy(actor, directory).map((one) => one.id)
  const card =
    review.state === 'open' ? hearingCard(review, units, turn) : publishedCard(review, turn)
  return { line, card, private: true }
}

async function workingPage(turn: Spoken, review: Review) {
  const { actor, directory, store } = turn
  const approvers = approversOf(review, directory)
  return workingCard(review, await store.reviews.objections(review.month), approvers, {
    ...turn,
    maker: isSupervisor(actor),
    approver: approvers.some((one) => one.id === actor.id),
  })
}

/** 征求意见: the figures stand, every head concerned gets his part, and the time for objections runs. */
export async function circulateReview(turn: Spoken, month: string) {
  const { store, calendar, directory, now } = turn
  const before = await store.reviews.get(month)
  if (before && before.state !== 'draft') circulate(before, { by: turn.actor, at: now }, calendar)
  const review = circulate(await counted(turn, month), { by: turn.actor, at: now }, calendar)
  await store.reviews.keep(review)
  const units = await store.figures.units(spanOfMonth(month, now))
  const heads = new Map<number, number[]>()
  for (const unit of units) {
    const head = directory.units.get(unit)?.head ?? null
    if (head !== null) heads.set(head, [...(heads.get(head) ?? []), unit])
  }
  const told = [...heads.keys()].filter((id) => id !== turn.actor.id)
  const back = { what: 'review', month, before: before ?? null, told } as const
  await record(turn, { verb: '讲评征求意见', text: titleOf(review), back })
  for (const id of told)
    await turn.post({
      kind: 'send',
      place: privatePlace(id),
      body: sendingCard(hearingCard(review, heads.get(id) ?? [], turn)),
      class: 'notice',
      weight: 'work',
      say: `讲评 ${month}`,
    })
  const at = askedAt(review.ends ?? now, calendar)
  await store.occurrences.plan({ rule: 'monthly-review', subject: `review:${month}`, at })
  const until = whenSaid(review.ends ?? now, now, calendar)
  return {
    line: `${titleOf(review)}已发${told.length}位单位负责人征求意见，异议期到 ${until}。10分钟内可说“撤销”。`,
  }
}

/** 更正: counted anew after an objection; the figures that stood before stay to be seen. */
export async function correctReview(turn: Spoken, month: string) {
  const { store, actor, directory, now } = turn
  const before = await reviewBefore(turn, month)
  // What was put right in the ledger since counts: that is what the correction is for.
  const { figures } = await counted(turn, month, now + 1)
  const review = corrected(before, figures, { by: actor, at: now })
  await store.reviews.keep(review)
  const changes = review.corrections.slice(before.corrections.length)
  const text = changes.map((one) => `${figureName(one, directory)} ${one.was}→${one.is}`)
  const units = [...new Set(changes.flatMap(({ unit }) => (unit === null ? [] : [unit])))]
  const heads = units.flatMap((unit) => directory.units.get(unit)?.head ?? [])
  const told = [...new Set(heads)].filter((id) => id !== actor.id)
  const back = { what: 'review', month, before, told } as const
  await record(turn, { verb: '讲评更正', text: text.join('；').slice(0, 900), back })
  for (const id of told)
    await turn.post({
      kind: 'send',
      place: privatePlace(id),
      body: {
        content: {
          lines: [`${titleOf(review)}中本单位的数已更正，请说“讲评 ${monthSaid(month)}”查看。`],
        },
      },
      class: 'notice',
      weight: 'word',
      say: `讲评 ${month}`,
    })
  return {
    line: `${titleOf(review)}已更正${changes.length}处，原数保留，请说“讲评 ${monthSaid(month)}”查看。10分钟内可说“撤销”。`,
  }
}

/** 审定人: the leader who may approve besides the principal. */
export async function nameApprover(
  turn: Spoken,
  month: string,
  person: { id: number; name: string },
) {
  const { store, directory } = turn
  const before = await reviewOf(turn, month)
  if (before.state === 'published')
    throw new Declined('E-REVIEW-5', `${monthSaid(month)}讲评已经发布。`)
  const leader = directory.people.get(person.id)
  if (!leader || !isLeader(leader))
    throw new Declined('E-REVIEW-10', '审定人请从局领导中指定。', [`讲评 ${month} 审定人 @局领导`])
  await store.reviews.keep({ ...before, approver: person.id })
  const back = { what: 'review', month, before, told: [] } as const
  await record(turn, { verb: '讲评审定人', text: person.name, back })
  return { line: `${titleOf(before)}由${person.name}审定。10分钟内可说“撤销”。` }
}

/** Tells each of these in one line; a step of theirs is waited for. */
export async function tellEach(turn: Turn, people: readonly number[], say: string): Promise<void> {
  for (const id of people)
    await turn.post({
      kind: 'send',
      place: privatePlace(id),
      body: { content: { lines: [say] } },
      class: 'notice',
      weight: 'work',
    })
}

/** The review of a month. Declines where there is none yet. */
export async function reviewBefore({ store }: Spoken, month: string): Promise<Review> {
  const review = await store.reviews.get(month)
  if (review) return review
  throw new Declined('E-REVIEW-3', `${monthSaid(month)}讲评还没有征求意见。`, [
    `讲评 ${monthSaid(month)}`,
  ])
}

function refuseFuture({ today }: Spoken, month: string): void {
  if (month > today.slice(0, 7))
    throw new Declined('E-REVIEW-2', `${month.slice(0, 4)}年${monthSaid(month)}还没有到。`, [
      '讲评 上月',
    ])
}
