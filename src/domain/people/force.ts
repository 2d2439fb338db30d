/** 专班: people of several units under one leader until a day; from then on it is a unit like any other (R13). */
import { Declined } from '../declined.ts'
import type { Day } from '../time/day.ts'
import type { Directory } from './directory.ts'
import type { Person, Unit } from './person.ts'

/** A task force as it is asked for. */
export interface ForceOrder {
  name: string
  leader: Person
  members: readonly Person[]
  /** Its last day. */
  ends: Day
}

/** A year is long for something that exists to end. */
const LONGEST = 366 * 86_400_000

/** The unit it becomes; declines what could not be told apart from another, has nobody in it, or no end ahead. */
export function formForce(order: ForceOrder, today: Day, directory: Directory): Omit<Unit, 'id'> {
  const { name, leader, members, ends } = order
  const other = directory.unitNamed(name)
  if (other)
    throw new Declined('E-FORCE-3', `已有${other.name}，请换一个名称，或先结束原来的专班。`, [
      `专班 结束 ${other.name}`,
    ])
  return {
    name,
    aliases: aliasesOf(name, directory),
    ...seated(leader, members, ends, today, directory),
  }
}

/** The same for a task force that stands: other people, another last day. */
export function changeForce(
  force: Unit,
  { leader, members, ends }: ForceOrder,
  today: Day,
  directory: Directory,
): Unit {
  if (force.kind !== 'task_force')
    throw new Declined('E-FORCE-2', `${force.name}不是专班，不能按专班登记。`)
  const { kind, parent, ...rest } = seated(leader, members, ends, today, directory)
  return { ...force, kind, parent, ...rest }
}

function seated(
  leader: Person,
  members: readonly Person[],
  ends: Day,
  today: Day,
  directory: Directory,
) {
  const seats = [...new Set(members.map((one) => one.id))].filter((id) => id !== leader.id)
  if (seats.length === 0) throw new Declined('E-FORCE-4', '还缺：专班成员（成员 @姓名、@姓名）。')
  if (ends <= today) throw new Declined('E-DATE-1', '专班的截止日期已经过去，请写一个将来的日期。')
  if (Date.parse(ends) - Date.parse(today) > LONGEST)
    throw new Declined('E-FORCE-5', '专班最长一年，请写一年以内的截止日期，到期可再登记。')
  return {
    kind: 'task_force' as const,
    parent: null,
    head: leader.id,
    charge: chargeOf(leader, directory),
    members: seats,
    ends,
  }
}

/** Whom it answers to: its leader where he is one of the leadership, else the leader in charge of his unit. */
function chargeOf(leader: Person, { units, people }: Directory): number | null {
  if (leader.post === 'leader' || leader.post === 'principal') return leader.id
  const principal = [...people.values()].find((one) => one.post === 'principal' && !one.left)
  return units.get(leader.unit)?.charge ?? principal?.id ?? null
}

/** 数据要素专班 for 数据要素提升专班, unless something else is called so. */
function aliasesOf(name: string, { unitNamed }: Directory): string[] {
  const short = name.replace(/(?:提升|攻坚|工作|推进)(?=专班$)/u, '')
  return short !== name && !unitNamed(short) ? [short] : []
}
