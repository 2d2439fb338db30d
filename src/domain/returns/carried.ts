/** 结转: what a unit still has in hand when it plans its next month. */
import { isHandedIn } from '../matter/light.ts'
import { isOpen, type Matter, nextDate } from '../matter/matter.ts'

export interface Carried {
  matter: number
  text: string
}

/** The unit's open matters, its parts of others' matters behind them, by date; what waits for others' review is left out. */
export function carriedOf(
  unit: number,
  matters: readonly Matter[],
  supported: readonly Matter[],
): Carried[] {
  const own = matters.filter((one) => one.lead === unit && stays(one))
  const parts = supported.filter((one) => one.lead !== unit && stays(one))
  return [
    ...own.sort(byDate).map(({ id, title }) => ({ matter: id, text: title })),
    ...parts.sort(byDate).map(({ id, title }) => ({ matter: id, text: `协办：${title}` })),
  ]
}

const stays = (matter: Matter): boolean =>
  isOpen(matter) &&
  !isHandedIn(matter) &&
  matter.status !== 'draft' &&
  matter.status !== 'registered'

const byDate = (a: Matter, b: Matter): number => nextDate(a) - nextDate(b) || a.id - b.id
