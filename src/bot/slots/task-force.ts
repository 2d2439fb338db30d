/** 专班, by its name, an alias, or what comes before 专班 in one of them: 政府基金 for 政府基金提升专班. */
import type { Unit } from '../../domain/people/person.ts'
import type { Slot } from '../slot.ts'
import { unit } from './people.ts'

/** A task force; another unit of that name is found too, so that it can be said what it is. */
export const taskForce: Slot<Unit> = {
  ...unit,
  label: '专班',
  read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    const typed = /^[\p{Script=Han}\w]{2,20}(?=[\s,:;。]|$)/u.exec(text)?.[0]
    const short = reading.directory.unitAt(text) || !typed ? [] : forcesOf(typed, reading.directory)
    const [only, ...others] = short
    if (!only || others.length > 0) return unit.read(reading, [from, to])
    return { value: only, span: [from, from + typed!.length] }
  },
}

function forcesOf(typed: string, { units }: { units: ReadonlyMap<number, Unit> }): Unit[] {
  const full = [`${typed}专班`, `${typed}提升专班`, `${typed}工作专班`]
  return [...units.values()].filter(
    ({ kind, name, aliases }) =>
      kind === 'task_force' && [name, ...aliases].some((one) => full.includes(one)),
  )
}
