/** The steps of a matter are taken as things happen: signed, handed out, reported. A return takes none of it back. */
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { usualHours } from '../time/hours.ts'
import { addMonths } from '../time/month.ts'
import { onOrAfterWorkday } from '../time/workdays.ts'
import type { Step, StepEnd } from './sides.ts'

/** The steps after something has happened: what it ends and what was open for it is done. The same list when nothing was. */
export function stepsAfter(steps: Step[], happened: StepEnd, at: Instant): Step[] {
  const ends = (step: Step) => step.ends === happened && step.done === null && at >= step.opens
  return steps.some(ends) ? steps.map((step) => (ends(step) ? { ...step, done: at } : step)) : steps
}

/** Until when it is to be signed; nothing when it is, or when its rule sets no limit. */
export const signBy = (steps: readonly Step[]): Instant | undefined =>
  steps.find((step) => step.ends === 'sign' && step.done === null)?.due

/** The next step that still waits, signing apart: what the card shows and the light looks at. */
export function nextStepOf(steps: readonly Step[]): Step | undefined {
  const open = steps.filter((step) => step.done === null && step.ends !== 'sign')
  return open.sort((a, b) => a.due - b.due)[0]
}

/** Signing, by its limit. */
export const signStep = (opens: Instant, due: Instant): Step => ({
  name: '签收',
  ends: 'sign',
  opens,
  due,
  done: null,
})

/** 月度反馈: a plan approved beyond the limit is reported on each month from the old date to before the new (domain.md B.2). */
export function monthlyNodes(from: Instant, to: Instant, calendar: Calendar): Step[] {
  const nodes: Step[] = []
  for (let n = 1; ; n += 1) {
    const day = onOrAfterWorkday(addMonths(dayOf(from), n), calendar)
    const due = instantAt(day, usualHours.close)
    if (due >= to) return nodes
    const opens = nodes.at(-1)?.due ?? from
    nodes.push({ name: '月度反馈', ends: 'feedback', opens, due, done: null })
  }
}
