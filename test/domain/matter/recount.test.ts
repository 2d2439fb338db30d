import { describe, expect, test } from 'vitest'
import { type Matter, untouched } from '../../../src/domain/matter/matter.ts'
import { profileOf, profilesOf } from '../../../src/domain/matter/profiles.ts'
import { recounted } from '../../../src/domain/matter/recount.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { addDays, dayOf, instantAt } from '../../../src/domain/time/day.ts'
import { readDeadline } from '../../../src/domain/time/deadline.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { saidIn } from '../../../src/domain/time/said.ts'

const own = profileOf({ profile: '限期' }, profilesOf([]))
const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)

/** The years known on a day: those before a year, as if its notice were not out. */
const known = new Map(
  [2021, 2022, 2023, 2024, 2025, 2026].map((last) => [
    last,
    calendarOf(notices.filter((notice) => notice.year <= last)),
  ]),
)
const announced = (year: number) => known.get(year)!
const unknown = (year: number) => announced(year - 1)

/** A matter whose date was said in these words at that moment, read by the calendar of the year before. */
function assigned(words: string, said: number, year: number): Matter | undefined {
  const calendar = unknown(year)
  const found = readDeadline(words, said, { calendar })
  if (found.kind !== 'ok') return undefined
  return {
    ...untouched,
    id: 1,
    formal: '2026-交办-001',
    title: '报送进度',
    basis: null,
    source: '交办',
    origin: 'office',
    assigner: 1,
    lead: 2,
    proposed: null,
    handler: null,
    status: 'in_progress',
    start: said,
    due: found.due,
    firstDue: found.due,
    provisional: found.provisional,
    said: saidIn(words, found, said, { calendar }) ?? null,
    chat: null,
    created: said,
    changed: said,
    rev: 1,
    head: '',
  }
}

const phrases = [
  ...[1, 2, 3, 5, 7, 10, 15, 20, 30].map((n) => `${n}个工作日内`),
  ...[3, 5, 7, 10, 15, 30, 60].map((n) => `${n}日内`),
  '一个月内',
  '三个月内',
  '半年内',
  '本周内',
  '下周内',
  '节前',
  '春节前',
  '春节后第3个工作日',
  '本月最后一个工作日前',
  '1月15日前',
  '月底前',
  '24小时内',
]

describe('a date that was counted on a guess, when the notice arrives', () => {
  test.each([2022, 2023, 2024, 2025, 2026])(
    '%i: becomes what it would have been had the notice been known from the start, and nothing else moves',
    (year) => {
      let moved = 0
      let guessed = 0
      for (let day = `${year - 1}-10-25`; day < `${year}-02-20`; day = addDays(day, 1))
        for (const words of phrases) {
          const said = instantAt(day, '10:00')
          const matter = assigned(words, said, year)
          if (!matter) continue
          const then = recounted(
            matter,
            {
              before: unknown(year),
              after: announced(year),
              now: said,
            },
            own,
          )
          const right = readDeadline(words, said, { calendar: announced(year) })
          if (right.kind !== 'ok') continue
          expect([words, day, then.due, then.provisional]).toEqual([
            words,
            day,
            right.due,
            right.provisional,
          ])
          expect(then.firstDue).toBe(then.due)
          if (matter.provisional) guessed += 1
          if (then.due !== matter.due) moved += 1
          else if (then.provisional === matter.provisional) expect(then).toBe(matter)
        }
      expect(guessed).toBeGreaterThan(100)
      expect(moved).toBeGreaterThan(10)
    },
  )

  test('a date that is over, or would be over, stays; so does one that was set otherwise since', () => {
    const year = 2026
    const matter = assigned('3个工作日内', at('2025-12-29 10:00'), year)!
    const change = { before: unknown(year), after: announced(year), now: at('2025-12-30 09:00') }
    const moved = recounted(matter, change, own)
    expect(dayOf(moved.due)).not.toBe(dayOf(matter.due))
    expect(recounted(matter, { ...change, now: matter.due + 1 }, own).due).toBe(matter.due)
    expect(recounted(matter, { ...change, now: moved.due + 1 }, own).due).toBe(matter.due)
    const amended = { ...matter, due: at('2026-01-20 18:00') }
    expect(recounted(amended, change, own).due).toBe(amended.due)
    const closed = { ...matter, status: 'closed_out' as const }
    expect(recounted(closed, change, own)).toBe(closed)
  })

  test('the first promise of a matter that was extended is never touched', () => {
    const year = 2026
    const matter = assigned('3个工作日内', at('2025-12-29 10:00'), year)!
    const extended = { ...matter, firstDue: at('2025-12-25 18:00') }
    const change = { before: unknown(year), after: announced(year), now: at('2025-12-30 09:00') }
    const then = recounted(extended, change, own)
    expect(then.firstDue).toBe(extended.firstDue)
    expect(then.due).not.toBe(extended.due)
  })

  test('an extension that waits is counted anew too', () => {
    const year = 2026
    const matter = assigned('12月31日前', at('2025-12-22 10:00'), year)!
    const asked = assigned('8个工作日内', at('2025-12-24 10:00'), year)!
    const extension = {
      by: 1,
      at: at('2025-12-24 10:00'),
      to: asked.due,
      reason: '等批复',
      agreed: true,
      provisional: asked.provisional,
      said: asked.said,
    }
    const change = { before: unknown(year), after: announced(year), now: at('2025-12-25 09:00') }
    const then = recounted({ ...matter, extension }, change, own)
    expect(then.due).toBe(matter.due)
    expect(then.extension).toMatchObject({ to: at('2026-01-06 18:00'), provisional: false })
  })
})
