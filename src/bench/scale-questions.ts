/** What is asked of a small and of a large ledger, and how much longer the large one may take. */

import type { Office } from '../bot/office.ts'
import { openTurn } from '../bot/open-turn.ts'
import { toldOf } from '../bot/reasons.ts'
import type { Spoken } from '../bot/turn.ts'
import { yellowBefore } from '../domain/matter/urgency.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import { notices } from '../domain/time/notices.ts'
import type { Bound } from '../store/store.ts'
import { UNITS } from './ledger-laying.ts'

/** A ledger with its office. */
export interface Asked {
  size: number
  office: Office
  says(person: number, text: string): Promise<string>
}

export interface Question {
  name: string
  /** The ratio it should stay below (performance.md 2). */
  bar: number
  ask(ledger: Asked, n: number): Promise<unknown>
}

const PAGE = { limit: 10 }

const person = (n: number, size: number) => ((n * 7919) % Math.max(1, Math.floor(size / 100))) + 1
const unit = (n: number) => (n % UNITS) + 1
const matter = (n: number, size: number) => ((n * 104_729) % size) + 1

/** A question that looks into the store only. */
const looks = (
  name: string,
  bar: number,
  ask: (store: Bound, n: number, size: number) => Promise<unknown>,
): Question => ({
  name,
  bar,
  ask: ({ office, size }, n) => office.store.look((store) => ask(store, n, size)),
})

/** All of them, as they are asked at a moment. */
export function questionsAt(now: Instant): Question[] {
  const light = { is: 'red', now, yellowBefore: yellowBefore(now, calendarOf(notices)) } as const
  return [
    looks('待办 of a person: count and first page', 3, async ({ ledger }, n, size) => {
      const wanted = { waitsFor: [person(n, size)] }
      return [await ledger.count(wanted), await ledger.page(wanted, PAGE)]
    }),
    looks('待办 逾期 of a person: count', 2, ({ ledger }, n, size) =>
      ledger.count({ waitsFor: [person(n, size)], light }),
    ),
    looks('待办 of a unit: count and first page', 5, async ({ ledger }, n) => {
      const wanted = { leads: [unit(n)] }
      return [await ledger.count(wanted), await ledger.page(wanted, PAGE)]
    }),
    looks('台账: count and first page', 5, async ({ ledger }) => [
      await ledger.count({}),
      await ledger.page({}, PAGE),
    ]),
    looks('台账 unit 批示 逾期: first page', 5, ({ ledger }, n) =>
      ledger.page({ leads: [unit(n)], sources: ['批示'], light }, PAGE),
    ),
    looks("a unit's summary: open, overdue, its last week", 5, async ({ ledger, fields }, n) => [
      await ledger.count({ leads: [unit(n)] }),
      await ledger.count({ leads: [unit(n)], light }),
      await fields.came(unit(n), now - 7 * 86_400_000, now),
    ]),
    looks("the bureau's summary: open and overdue", 5, async ({ ledger }) => [
      await ledger.count({}),
      await ledger.count({ light }),
    ]),
    looks('查 by words', 3, async ({ search, matters }, n, size) => {
      const id = matter(n, size)
      const sign = String.fromCodePoint(
        19_968 + (id % 5000),
        25_000 + (Math.floor(id / 5000) % 4000),
      )
      return matters.list(await search.find(`${sign} 项目`, 200))
    }),
    looks('查 by number', 2, ({ matters }, n, size) => matters.get(matter(n, size))),
    looks('历史', 2, ({ journal }, n, size) => journal.kept(`matter:${matter(n, size)}`)),
    {
      name: '为什么: its dates and what became of its reminders',
      bar: 2,
      ask: ({ office, size }, n) =>
        office.store.look(async (store) => {
          const turn = await openTurn(office, store, { key: 'bench', way: '消息' })
          const found = await turn.store.matters.get(matter(n, size))
          return found && toldOf(turn as Spoken, found)
        }),
    },
    {
      name: 'one write turn: 报, heard and kept',
      bar: 1.5,
      async ask({ says, size }, n) {
        const id = matter(n, size)
        const who = Math.floor((id - 1) / 100) + 1
        const outcome = await says(who, `报 ${id} 已走访${n}家企业，完成${n % 100}%`)
        if (outcome !== 'acted') throw new Error(`a report was ${outcome}`)
      },
    },
  ]
}
