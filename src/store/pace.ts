/** The platform's pace where several processes share it: kept in the database, by the database's clock (migration 025). */
import { sql } from 'kysely'
import type { Tx } from './engine.ts'

/** One window that a call counts against: not more than `most` of that name within `within` milliseconds. */
export interface Counted {
  name: string
  most: number
  within: number
  /** How many moments of that name any call may ask for. */
  kept: number
}

/** A call that arrived later than it was reserved for. */
export interface Moved {
  name: string
  moment: number
  later: number
}

/** What is asked for: a call in all these windows, not further away than `furthest` milliseconds. */
export interface Asked {
  windows: Counted[]
  furthest: number
  moved: Moved[]
  /** How many of its milliseconds pass in one of the database's; more than 1 only on a practice ground. */
  speed: number
}

/** The moment of a call by the database's clock, and the milliseconds until then. */
export interface Reserved {
  due: number
  wait: number
}

/** Reserves the next call that every window allows; one that is further away than asked is only told, not reserved. */
export async function reserve(tx: Tx, asked: Asked): Promise<Reserved> {
  const { windows, moved, furthest, speed } = asked
  const of = <Key extends keyof Counted>(key: Key) => windows.map((one) => one[key])
  const late = <Key extends keyof Moved>(key: Key) => moved.map((one) => one[key])
  const { rows } = await sql<Reserved>`
    select due, wait from pace_take(
      ${of('name')}::text[], ${of('most')}::int[], ${of('within')}::int[], ${of('kept')}::int[],
      ${speed}, ${furthest}::int,
      ${late('name')}::text[], ${late('moment')}::bigint[], ${late('later')}::int[])`.execute(tx)
  return rows[0]!
}
