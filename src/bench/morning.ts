/** A morning of a large office: the pages of all its people, and ticks of the clock, on the ledger that scale.ts has laid. */
import type { Office } from '../bot/office.ts'
import { tick } from '../bot/tick.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import { type Day, dayOf, type Instant, instantAt } from '../domain/time/day.ts'
import { notices } from '../domain/time/notices.ts'
import { nextWorkday } from '../domain/time/workdays.ts'
import { opensWeek } from '../domain/week.ts'
import { openStore, type Store } from '../store/open.ts'
import { median } from './figures.ts'
import { openOffice } from './large-office.ts'

export interface Morning {
  /** Matters and people of the office. */
  size: number
  people: number
  /** Pages written, how long all of it took, and the processor's share of that, in milliseconds. */
  pages: number
  total: number
  cpu: number
  /** The slices of the pages: so long nobody else is heard. */
  slice: { median: number; p90: number; most: number }
  /** A tick with nothing due, and one with a hundred reminders due. */
  idle: number
  hundred: number
}

const TIMES = 50

/** The first working day of the week after: everybody has a page then. */
export function openingDay(now: Instant): Day {
  const calendar = calendarOf(notices)
  let day = nextWorkday(dayOf(now), calendar)
  while (!opensWeek(day, calendar)) day = nextWorkday(day, calendar)
  return day
}

/** Lives the morning of that day in the office that was laid, and measures it. */
export async function liveMorning(url: string, size: number, day: Day): Promise<Morning> {
  const store = await openStore(url)
  const slices: number[] = []
  let at = instantAt(day, '8:00')
  const office = await openOffice(store, () => at, measuring(slices))
  const timed = async () => {
    const from = performance.now()
    await tick(office)
    return performance.now() - from
  }
  const idle: number[] = []
  for (let n = 0; n < TIMES; n++) idle.push(await timed())
  await planPages(office, day)
  const waiting = await lettersIn(store)
  at = instantAt(day, '8:40')
  const before = process.cpuUsage()
  const total = await timed()
  const { user, system } = process.cpuUsage(before)
  const pages = (await lettersIn(store)) - waiting
  at = instantAt(day, '9:07')
  const hundred = await timed()
  const people = (await store.look((bound) => office.directory(bound))).people.size
  await store.close()
  const sorted = [...slices].sort((a, b) => a - b)
  return {
    ...{ size, people, pages, total, hundred },
    cpu: (user + system) / 1000,
    slice: {
      median: median(slices),
      p90: sorted[Math.floor(sorted.length * 0.9)] ?? 0,
      most: sorted.at(-1) ?? 0,
    },
    idle: median(idle),
  }
}

const lettersIn = async (store: Store): Promise<number> =>
  (await store.look((bound) => bound.outbox.counts())).ready ?? 0

/** Both pages of a day, due at their times. */
export async function planPages(office: Office, day: Day): Promise<void> {
  await office.store.turn(async ({ occurrences }) => {
    await occurrences.plan({ rule: 'digest', subject: '', at: instantAt(day, '8:20') })
    await occurrences.plan({ rule: 'morning', subject: '', at: instantAt(day, '8:40') })
  })
}

/** Writes down how long each slice took, from the moment it was taken to its COMMIT. */
function measuring(slices: number[]): Office['step'] {
  let begun = 0
  let took = 0
  return (name) => {
    if (name === 'tick:taken') begun = performance.now()
    if (name === 'tick:committed') took = performance.now() - begun
    if (name === 'tick:sliced') slices.push(took)
  }
}
