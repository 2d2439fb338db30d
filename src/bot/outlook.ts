/** 办结率的预测: when a month can no longer come up to its target, the 督查室 reads it once, on its morning page (AT9). */
import { fallsShort, spanOfMonth } from '../domain/review/figures.ts'
import { outlookSaid } from '../views/review.ts'
import type { Turn } from './turn.ts'

/** The day on which it was told last. */
const TOLD = 'review-outlook'

/** The line for today's page; empty where the month does well, or it was told on another day of it. */
export async function outlookToday({ store, today, now }: Turn): Promise<string> {
  const month = today.slice(0, 7)
  const told = await store.settings.get(TOLD)
  if (told?.startsWith(month) && told !== today) return ''
  const outlook = await store.figures.outlook(spanOfMonth(month, now))
  return fallsShort(outlook) ? outlookSaid(month, outlook) : ''
}

/** It stood on a page today: no page of another day of the month says it again. */
export const outlookTold = ({ store, today }: Turn): Promise<void> =>
  store.settings.set(TOLD, today)
