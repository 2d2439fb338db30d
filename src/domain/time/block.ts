/** Holiday blocks: the days off in a row around a festival. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import { monthOf } from './month.ts'
import { type Festival, festivalDay, festivals } from './statutory.ts'
import { addWorkdays } from './workdays.ts'

/** A festival's days off in a row, and the last working day before them. */
export interface Block {
  festival: Festival
  first: Day
  last: Day
  /** The last working day before the block. */
  eve: Day
}

// 中秋 on 12 September and 国庆 on 1 October: whoever says 节前 in between may mean either.
const CLOSE = 20

// A calendar is a value, so what has been computed of it stays true.
const known = new WeakMap<Calendar, Map<string, Block>>()

/** The block of a festival in a solar year (元旦's may begin in the December before). */
export function blockOf(festival: Festival, year: number, calendar: Calendar): Block {
  const blocks = known.get(calendar) ?? new Map<string, Block>()
  known.set(calendar, blocks)
  const key = `${festival}${year}`
  const block = blocks.get(key) ?? compute(festival, year, calendar)
  blocks.set(key, block)
  return block
}

function compute(festival: Festival, year: number, calendar: Calendar): Block {
  let first = festivalDay(festival, year)
  let last = first
  while (calendar.holidayOf(addDays(first, -1)) !== undefined) first = addDays(first, -1)
  while (calendar.holidayOf(addDays(last, 1)) !== undefined) last = addDays(last, 1)
  return { festival, first, last, eve: addWorkdays(first, -1, calendar) }
}

/** The blocks from last year's to next year's, in order, each once. */
export function blocksAround(today: Day, calendar: Calendar): Block[] {
  const { year } = monthOf(today)
  const blocks = [year - 1, year, year + 1].flatMap((each) =>
    festivals.map((festival) => blockOf(festival, each, calendar)),
  )
  blocks.sort((a, b) => (a.first < b.first ? -1 : 1))
  return blocks.filter((block, i) => block.first !== blocks[i - 1]?.first)
}

/** Whether the next block follows so soon that 节前 may mean either. */
export function isClose(block: Block, next: Block | undefined): boolean {
  return next !== undefined && daysBetween(block.last, next.first) <= CLOSE
}
