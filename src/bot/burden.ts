/** 减负 in a turn: the weeks' figures, and the line on the weekly page. */
import { type Burden, burdenOf, weekBack } from '../domain/burden.ts'
import type { Unit } from '../domain/people/person.ts'
import type { Instant } from '../domain/time/day.ts'
import { burdenLine } from '../views/burden.ts'
import { privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

/** Weeks that a meter looks back on, the newest first. */
const WEEKS = 4

export interface BurdenWeek extends Burden {
  from: Instant
  to: Instant
}

/** The week that lies `back` weeks back and those before it, of the office or of one unit's people together. */
export async function burdenWeeks(
  turn: Turn,
  unit: Unit | undefined,
  back: number,
  count = WEEKS,
): Promise<BurdenWeek[]> {
  const places = unit && turn.directory.membersOf(unit.id).map((one) => privatePlace(one.id))
  const weeks: BurdenWeek[] = []
  for (let n = 0; n < count; n++) {
    const week = weekBack(turn.now, back + n)
    weeks.push({ ...week, ...burdenOf(await turn.store.burden.sent(week.from, week.to, places)) })
  }
  return weeks
}

/** The last week in one line, for the weekly page of the principal and the 督查室. */
export async function lastWeekBurden(turn: Turn): Promise<string> {
  const [last, before] = await burdenWeeks(turn, undefined, 1, 2)
  return last && before ? burdenLine(last, before) : ''
}
