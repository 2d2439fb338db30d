/** 今日待办 of 8:40 counted again: what falls due for a handler, in a head's units, for the 督查室; what was kept back. */
import { at, type Day } from './almanac.ts'
import { leaders, supervisors, units } from './fate.ts'
import { type KeptBack, toldTo } from './kept-recount.ts'
import { asLines, type Facts, headedBy, type Noted, owedUntil } from './page-facts.ts'
import type { DuePage } from './page-recount.ts'

/** The moment at which the pages of a day are sent to all but the leaders. */
export const morningMoment = (day: Day): number => at(day, '8:40')

/** How many of a part are named at most, and looked at for what stands there already. */
const NAMED = 12

/** The pages that are due, by person. */
export const morningsDue = (facts: Facts, kept: readonly KeptBack[]): Map<string, DuePage> =>
  new Map(
    facts.here
      .filter((key) => !leaders.includes(key))
      .flatMap((key) => {
        const page = morningOf(key, facts, kept)
        return page ? [[key, page] as const] : []
      }),
  )

function morningOf(key: string, facts: Facts, kept: readonly KeptBack[]): DuePage | undefined {
  const { opensWeek, day, open, tonight, sunday } = facts
  const selves = facts.selves(key)
  const ofOffice = selves.some((one) => supervisors.includes(one))
  const watched = ofOffice && opensWeek ? units.map(({ name }) => name) : headedBy(selves)
  const waits = new Set(facts.waitsFor(key))
  const his = open.filter((one) => watched.includes(one.unit) || waits.has(one))
  const today = owedUntil(his, at(day, '0:00'), tonight)
  const overdue = opensWeek ? his.filter(({ light }) => light === 'red') : []
  const coming = opensWeek ? owedUntil(his, tonight, sunday) : []
  const told = toldTo(key, kept, facts)
  const listed = today.length + overdue.length + coming.length
  // One thing of a handler's own has a card of its own when its day comes.
  const least = ofOffice || watched.length > 0 ? 1 : 2
  if (told.length === 0 && listed < least) return undefined
  const above = [today, overdue, coming].flatMap((rows) => rows.slice(0, NAMED).map(({ id }) => id))
  // Work that is listed by its date is not listed once more as a message.
  const messages = told.filter(
    ({ weight, matter }) => weight !== 'work' || !above.includes(matter ?? 0),
  )
  const part = (heading: string, rows: readonly Noted[]) => ({
    heading,
    count: rows.length,
    lists: asLines(rows),
  })
  return {
    title: opensWeek ? '本周待办' : '今日待办',
    parts: [
      part('今天到期', today),
      part('已逾期', overdue),
      part('本周内到期', coming),
      { heading: '并入的消息', count: messages.length, lists: messages.map(() => '') },
    ],
    ...(opensWeek && watched.length > 0 ? { week: { units: watched, always: false } } : {}),
  }
}
