/** 会议秘书: who keeps a meeting's papers when its secretary is gone, so that nothing of the next one is lost. */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import type { Day } from '../time/day.ts'
import type { Series } from './series.ts'

/** How many are proposed. */
const PROPOSED = 2

/**
 * Who may follow a series' secretary, the first of them at once: whom he named for a leave not yet over, the office's
 * other secretaries (those of the leading unit and of his own before the rest), the leading unit's liaison and head,
 * the 督查室.
 */
export function successors(
  series: Pick<Series, 'secretary' | 'unit'>,
  directory: Directory,
  today: Day,
): number[] {
  const was = series.secretary
  const home = directory.people.get(was)?.unit
  const named = directory.absences.findLast((one) => one.person === was && one.to >= today)
  const near = ({ unit }: Person) => (unit === series.unit ? 0 : unit === home ? 1 : 2)
  const led = directory.units.get(series.unit ?? 0)
  const ids = [
    named?.standIn,
    ...[...directory.withRole('secretary')].sort((a, b) => near(a) - near(b)).map(({ id }) => id),
    ...directory
      .withRole('liaison')
      .filter(({ unit }) => unit === led?.id)
      .map(({ id }) => id),
    led?.head,
    ...directory.withRole('supervisor').map(({ id }) => id),
  ]
  const here = (id: number | null | undefined): id is number =>
    id != null && id !== was && directory.people.get(id)?.left === false
  return [...new Set(ids.filter(here))].slice(0, PROPOSED)
}

/** Who decides on it: the 督查室; where nobody is of it, the 管理员. */
export function decidersOf(directory: Directory): readonly Person[] {
  const supervisors = directory.withRole('supervisor')
  return supervisors.length > 0 ? supervisors : directory.withRole('admin')
}
