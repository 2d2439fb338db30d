/** 请假代办 in words. */
import type { Absence } from '../domain/people/absence.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import type { Day } from '../domain/time/day.ts'
import type { Days } from '../domain/time/stretch.ts'
import { daySaid } from './words.ts'

/** `12月1日 周二 至 12月5日 周六`, a single day once. */
export const spellSaid = ({ first, last }: Days, today: Day): string =>
  first === last ? daySaid(first, today) : `${daySaid(first, today)} 至 ${daySaid(last, today)}`

/** `金融科王强`: no homonym can be meant. */
export const nameWithHouse = (person: Person, directory: Directory): string =>
  `${directory.unitName(person.unit)}${person.name}`

/** What those who act for somebody are told. */
export function leaveSaid(
  person: Person,
  { from, to, standIn }: Omit<Absence, 'id'>,
  directory: Directory,
  today: Day,
): string {
  const days = spellSaid({ first: from, last: to }, today)
  const by = standIn === null ? '未指定代办人，按规定由您代办' : '由您代办'
  return `${nameWithHouse(person, directory)}${days}请假，${by}：期间其待办和消息转给您，说“待办”即可看到。`
}
