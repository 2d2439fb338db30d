/** 月讲评: a draft from the ledger, three working days for objections, an approver, published once (domain.md AT8, C.4). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { speaksFor } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { addWorkdays, nextWorkday } from '../time/workdays.ts'
import { type Figure, monthAfter } from './figures.ts'

/** draft: counted anew whenever it is looked at. open: its figures stand, objections are heard. published: told once. */
export type ReviewState = 'draft' | 'open' | 'published'

/** A figure that was put right after an objection; the old one stays to be seen. */
export interface Correction extends Pick<Figure, 'key' | 'month' | 'unit'> {
  was: number
  is: number
  by: number
  at: Instant
}

export interface Review {
  /** `2026-10`. */
  month: string
  state: ReviewState
  /** Until when the ledger was counted. */
  until: Instant
  at: Instant
  by: number
  figures: Figure[]
  /** The end of the time for objections. */
  ends: Instant | null
  /** The leader whom the 督查室 named besides the principal. */
  approver: number | null
  corrections: Correction[]
  /** Why it was sent back, the newest. */
  returned: { by: number; at: Instant; text: string } | null
  approved: { by: number; at: Instant } | null
}

export interface Objection {
  id: number
  month: string
  person: number
  text: string
  at: Instant
  state: 'open' | 'answered' | 'withdrawn'
  answer: string
  answeredBy: number | null
  answered: Instant | null
}

/** Working days in which objections are heard (domain.md C.4). */
export const OBJECTION_DAYS = 3

const said = (month: string): string => `${Number(month.slice(5))}月`

/** The draft goes to the units: from now on its figures stand. Declines a month that still lasts. */
export function circulate(
  review: Review,
  { by, at }: { by: Person; at: Instant },
  calendar: Calendar,
): Review {
  if (review.state !== 'draft')
    throw new Declined('E-REVIEW-1', `${said(review.month)}讲评已经征求意见。`, [
      `讲评 ${said(review.month)}`,
    ])
  if (at < instantAt(`${monthAfter(review.month, 1)}-01`, '0:00'))
    throw new Declined('E-REVIEW-2', `${said(review.month)}还没有结束，月底以后再征求意见。`, [
      `讲评 ${said(review.month)}`,
    ])
  const ends = instantAt(addWorkdays(dayOf(at), OBJECTION_DAYS, calendar), '18:00')
  return { ...review, state: 'open', by: by.id, at, ends, returned: null }
}

/** When the approver is asked: the morning after the time for objections. */
export const askedAt = (ends: Instant, calendar: Calendar): Instant =>
  instantAt(nextWorkday(dayOf(ends), calendar), '8:15')

/** Declines an objection that comes before the figures stand or after its time. */
export function refuseObjection(review: Review | undefined, month: string, at: Instant): void {
  if (!review || review.state === 'draft')
    throw new Declined('E-REVIEW-3', `${said(month)}讲评还没有征求意见。`)
  if (review.state === 'open' && at <= (review.ends ?? 0)) return
  throw new Declined('E-REVIEW-4', `${said(month)}讲评的异议期已过，有情况请说“意见”。`, [
    '意见 讲评中本单位的情况需要说明',
  ])
}

/** Who may approve: the principal, and the leader whom the 督查室 named. */
export function approversOf(review: Review, directory: Directory): Person[] {
  const named = directory.people.get(review.approver ?? 0)
  const { principals } = directory
  return named && !named.left
    ? [named, ...principals.filter((one) => one !== named)]
    : [...principals]
}

/** Declines everybody else's word over a review, and any word before its time. */
export function refuseUnready(
  review: Review | undefined,
  month: string,
  { by, at }: { by: Person; at: Instant },
  open: number,
  directory: Directory,
): asserts review is Review {
  if (!review || review.state === 'draft')
    throw new Declined('E-REVIEW-3', `${said(month)}讲评还没有征求意见，不能审定。`, [
      `讲评 ${said(month)}`,
    ])
  if (review.state === 'published')
    throw new Declined('E-REVIEW-5', `${said(month)}讲评已经发布。`, [`讲评 ${said(month)}`])
  const may = approversOf(review, directory)
  if (!may.some((one) => speaksFor(by, one.id)))
    throw new Declined(
      'E-RIGHT-2',
      `${said(month)}讲评请由${may.map((one) => one.name).join('、') || '主要领导'}审定。`,
    )
  if (at <= (review.ends ?? 0))
    throw new Declined('E-REVIEW-6', `${said(month)}讲评的异议期还没有满，期满后再审定。`, [
      `讲评 ${said(month)}`,
    ])
  if (open > 0)
    throw new Declined('E-REVIEW-7', `${said(month)}讲评还有${open}条异议没有答复。`, [
      `讲评 ${said(month)}`,
    ])
}

/** The figures counted anew over the ones that stood; what differs is kept as it was. */
export function corrected(
  review: Review,
  fresh: readonly Figure[],
  { by, at }: { by: Person; at: Instant },
): Review {
  if (review.state !== 'open')
    throw new Declined('E-REVIEW-8', '只有征求意见中的讲评可以更正；草稿每次查看都重新计数。', [
      `讲评 ${said(review.month)}`,
    ])
  const same = (a: Figure, b: Figure) => a.key === b.key && a.month === b.month && a.unit === b.unit
  const changes = fresh.flatMap((one): Correction[] => {
    const was = review.figures.find((old) => same(old, one))?.value ?? 0
    const { key, month, unit, value } = one
    return was === value ? [] : [{ key, month, unit, was, is: value, by: by.id, at }]
  })
  // What nobody has any more (a unit whose last matter was reopened) went down to nothing.
  const gone = review.figures.flatMap((old): Correction[] => {
    if (old.value === 0 || fresh.some((one) => same(old, one))) return []
    const { key, month, unit, value } = old
    return [{ key, month, unit, was: value, is: 0, by: by.id, at }]
  })
  const all = [...changes, ...gone]
  if (all.length === 0)
    throw new Declined('E-REVIEW-9', '重新计数后没有变化。请先在台账中改正有关事项。', [
      `讲评 ${said(review.month)} 数据来源`,
    ])
  return { ...review, figures: [...fresh], corrections: [...review.corrections, ...all] }
}
