/** 请假、销假: what may be told of an absence, and what has to be asked first (domain.md capability F24). */
import { Asked, Declined } from '../declined.ts'
import { addDays, type Day, daysBetween } from '../time/day.ts'
import type { Absence } from './absence.ts'
import type { Directory } from './directory.ts'

/** Longer is no leave but another post: the roster tells it. */
const LONGEST = 370

export interface Leave {
  absence: Omit<Absence, 'id'>
  /** Those of his that it takes the place of. */
  replaces: Absence[]
}

/** How the leave is said again, word for word, once it has been confirmed. */
export type Confirmed = () => { label: string; say: string }

/**
 * A leave as told. Declines what cannot be; asks where it overlaps one told before, and where the stand-in is away
 * himself, unless it was confirmed.
 */
export function takeLeave(
  absence: Omit<Absence, 'id'>,
  confirmed: boolean,
  again: Confirmed,
  directory: Directory,
): Leave {
  const { person, from, to, standIn } = absence
  if (daysBetween(from, to) >= LONGEST)
    throw new Declined('E-LEAVE-6', '请假最长登记一年，更久的请由管理员在名册中调整。')
  if (standIn === person) throw new Declined('E-LEAVE-2', '代办人不能是请假的本人，请另指定一人。')
  const replaces = leavesOf(person, directory).filter((one) => one.from <= to && from <= one.to)
  const [same] = replaces
  if (same && same.from === from && same.to === to && same.standIn === standIn)
    throw new Declined('E-LEAVE-1', '这几天已经登记过，不用重复登记。', ['销假'])
  if (replaces.length > 0 && !confirmed)
    throw new Asked('E-LEAVE-1', `已登记的请假（${replaces.map(said).join('、')}）和这几天重叠。`, [
      again(),
    ])
  const away = standIn === null ? [] : awayWithin(standIn, from, to, directory)
  if (away.length > 0 && !confirmed) {
    const name = directory.name(standIn)
    const say = `${name}${away.map(said).join('、')}也请假，届时再由其代办人代办。可另指定一人，或点选：`
    throw new Asked('E-LEAVE-3', say, [again()])
  }
  return { absence, replaces }
}

/** A person's leaves that still count. */
export const leavesOf = (person: number, directory: Directory): Absence[] =>
  directory.absences.filter((one) => one.person === person)

const awayWithin = (person: number, from: Day, to: Day, directory: Directory): Absence[] =>
  leavesOf(person, directory).filter((one) => one.from <= to && from <= one.to)

const said = ({ from, to }: Absence): string => (from === to ? from : `${from}至${to}`)

/**
 * Back from leave: the one that runs today ends yesterday; else the only one to come is taken back. Asks which where
 * several are to come.
 * @param back the first day back, where one was said.
 */
export function endLeave(
  person: number,
  today: Day,
  back: Day | null,
  again: (from: Day) => { label: string; say: string },
  directory: Directory,
): { was: Absence; to: Day | null } {
  const own = leavesOf(person, directory).filter((one) => one.to >= today)
  const day = back ?? today
  const running = own.findLast((one) => one.from <= day && day <= one.to)
  const found = running ?? (own.length === 1 && back === null ? own[0] : undefined)
  if (!found && own.length > 1 && back === null)
    throw new Asked(
      'E-LEAVE-5',
      `登记了${own.length}次请假，请选择要销的一次：`,
      own.slice(0, 5).map((one) => again(one.from)),
    )
  if (!found) throw new Declined('E-LEAVE-4', '没有可销的请假。')
  const to = addDays(day, -1)
  return { was: found, to: running && to >= found.from ? to : null }
}

/** Everybody who acts for him on a day of the leave, in the order of days. */
export function actingDuring(
  { person, from, to }: Omit<Absence, 'id'>,
  directory: Directory,
): number[] {
  const acting = new Set<number>()
  for (let day = from; day <= to; day = addDays(day, 1)) acting.add(directory.actsFor(person, day))
  acting.delete(person)
  return [...acting]
}
