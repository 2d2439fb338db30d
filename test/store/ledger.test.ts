/** Lists as the store gives them equal the same lists counted by the rules, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noOwnParts, type OwnParts, ownPartsOf } from '../../src/bot/own-parts.ts'
import type { Turn } from '../../src/bot/turn.ts'
import type { Duty } from '../../src/domain/matter/duties.ts'
import { type Light, lightOf } from '../../src/domain/matter/light.ts'
import { isOpen, type Matter, type NewMatter, untouched } from '../../src/domain/matter/matter.ts'
import type { Status } from '../../src/domain/matter/status.ts'
import { compareUrgency, yellowBefore } from '../../src/domain/matter/urgency.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { calendarOf } from '../../src/domain/time/calendar.ts'
import { instantAt } from '../../src/domain/time/day.ts'
import { notices } from '../../src/domain/time/notices.ts'
import type { Wanted } from '../../src/store/ledger.ts'
import { dice } from '../busy.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const calendar = calendarOf(notices)
const now = instantAt('2026-11-23', '9:00')
const DAY = 86_400_000
const statuses: Status[] = ['assigned', 'in_progress', 'close_requested', 'completed', 'closed_out']

/** Matters in every state, before and after their dates. */
function some(count: number): NewMatter[] {
  const roll = dice(5)
  return Array.from({ length: count }, (_, n) => {
    const status = statuses[roll(statuses.length)]!
    const due = now + (roll(40) - 20) * 43_200_000
    return {
      ...untouched,
      title: `事项${n}`,
      basis: null,
      source: ['交办', '批示', '窗口'][roll(3)]!,
      origin: 'office',
      assigner: 1,
      lead: 1 + roll(4),
      proposed: null,
      handler: roll(3) ? 10 + roll(5) : null,
      status,
      urgent: roll(5) ? null : '汛情',
      start: due - 864_000_000,
      due,
      firstDue: due,
      closing:
        status === 'assigned'
          ? null
          : { by: 2, at: Math.min(now, due + (roll(9) - 5) * 3_600_000), text: '已办' },
      closed: status === 'closed_out' ? now : null,
      chat: null,
      created: due - 864_000_000,
      changed: due - 864_000_000,
    }
  })
}

describe.each(engines)('台账 on %s', (engine) => {
  let world: Scratch
  let all: Matter[] = []
  beforeAll(async () => {
    world = await scratch(engine)
    all = await world.store.turn(async (store) => {
      const born: Matter[] = []
      for (const one of some(200)) {
        const matter = { ...(await store.matters.number(one, '2026')), rev: 1, head: 'h' }
        await store.matters.insert(matter)
        born.push(matter)
      }
      return born
    })
  })
  afterAll(() => world.drop())

  const both = async (wanted: Wanted, fits: (matter: Matter) => boolean) => {
    const closedLast = (a: Matter, b: Matter) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      (isOpen(a) ? compareUrgency(a, b) : b.due - a.due || compareUrgency(a, b))
    const expected = all.filter(fits).sort(closedLast)
    const [page, count] = await world.store.look(async (store) => [
      await store.ledger.page(wanted, { limit: 500 }),
      await store.ledger.count(wanted),
    ])
    expect(page.map((one) => one.id)).toEqual(expected.map((one) => one.id))
    expect(await walked(wanted)).toEqual(expected.map((one) => one.id))
    expect(count).toBe(expected.length)
    return expected.length
  }

  /** The whole list, seven at a time: many fall due in the same moment. */
  const walked = (wanted: Wanted) =>
    world.store.survey(async ({ ledger }) => {
      const ids: number[] = []
      for await (const some of ledger.walk(wanted, 7)) ids.push(...some.map((one) => one.id))
      return ids
    })

  test('a survey sees all of it as it stood, and whoever writes meanwhile does not wait for it', async () => {
    const due = (one: Matter) => ({ ...one, due: now + 999 * DAY, rev: one.rev + 1 })
    const [first] = all.filter(isOpen).sort(compareUrgency)
    const before = await walked({})
    const seen: number[] = []
    await world.store.survey(async ({ ledger }) => {
      for await (const some of ledger.walk({}, 7)) {
        if (seen.length === 0)
          await world.store.turn((store) => store.matters.save(first!, due(first!)))
        seen.push(...some.map((one) => one.id))
      }
    })
    expect(seen).toEqual(before)
    expect((await walked({})).at(-1)).toBe(first!.id)
    const moved = { ...due(first!), rev: first!.rev + 1 }
    all = all.map((one) => (one.id === first!.id ? { ...first!, rev: first!.rev + 2 } : one))
    await world.store.turn((store) => store.matters.save(moved, { ...first!, rev: first!.rev + 2 }))
  })

  test.each<Light>(['red', 'yellow', 'green'])('a %s light is the rule’s light', async (is) => {
    const light = { is, now, yellowBefore: yellowBefore(now, calendar) }
    const found = await both({ light }, (one) => lightOf(one, now, calendar) === is)
    expect(found).toBeGreaterThan(5)
  })

  test('what moved is told newest first, of one moment the last number first', async () => {
    const since = now - 12 * DAY
    for (const unit of [undefined, 2]) {
      const expected = all
        .filter((one) => one.changed >= since && (unit === undefined || one.lead === unit))
        .sort((a, b) => b.changed - a.changed || b.id - a.id)
      expect(expected.length).toBeGreaterThan(12)
      const { count, first } = await world.store.look((store) =>
        store.fields.moved(unit, since, 12),
      )
      expect(count).toBe(expected.length)
      expect(first.map((one) => one.id)).toEqual(expected.slice(0, 12).map((one) => one.id))
    }
  })

  test('by unit, source, status, person, and before a moment', async () => {
    await both({ leads: [1, 3] }, (one) => isOpen(one) && [1, 3].includes(one.lead))
    await both({ open: 'both', sources: ['窗口'] }, (one) => one.source === '窗口')
    await both({ statuses: ['completed'] }, (one) => one.status === 'completed')
    await both({ open: false }, (one) => !isOpen(one))
    await both({ nextBefore: now }, (one) => isOpen(one) && one.due < now)
    const kind = { profile: '限期', ids: [] }
    await both({ kind }, isOpen)
    await both({ kind: { profile: '没有的', ids: [7, 9] }, open: 'both' }, (one) =>
      [7, 9].includes(one.id),
    )
    await both({ leads: [] }, () => false)
    await both({ ids: all.slice(0, 20).map((one) => one.id), open: 'both' }, (one) => one.id <= 20)
  })

  test('what units have open is kept, whatever closes, opens again or moves', async () => {
    const [first] = all.filter(isOpen)
    const moved = { ...first!, lead: 4, rev: 2 }
    const closed = { ...moved, status: 'closed_out' as const, rev: 3 }
    const again = { ...closed, status: 'in_progress' as const, rev: 4 }
    for (const [before, after] of [
      [first!, moved],
      [moved, closed],
      [closed, again],
      [again, { ...first!, rev: 5 }],
    ] as const) {
      await world.store.turn((store) => store.matters.save(before, after))
      const now = all.map((one) => (one.id === after.id ? after : one)).filter(isOpen)
      for (const unit of [1, 2, 3, 4])
        expect(await world.store.look((store) => store.ledger.count({ leads: [unit] }))).toBe(
          now.filter((one) => one.lead === unit).length,
        )
    }
    all = all.map((one) => (one.id === first!.id ? { ...first!, rev: 5 } : one))
  })

  test.each([true, false])(
    'what waits for many persons, asked at once, is what each is told alone (weekly: %s)',
    async (weekly) => {
      const people = [10, 11, 12, 13, 14, 15].map((id) => ({ id }) as Person)
      // One stands in for another whose page is not asked for.
      people[0] = { ...people[0]!, standsFor: [{ id: 16 } as Person] }
      const wanted: Record<string, Wanted> = weekly
        ? {
            today: { owes: [instantAt('2026-11-23', '0:00'), instantAt('2026-11-24', '0:00')] },
            rest: { owes: [instantAt('2026-11-24', '0:00'), instantAt('2026-11-30', '0:00')] },
            overdue: { light: { is: 'red', now, yellowBefore: yellowBefore(now, calendar) } },
          }
        : { today: { owes: [instantAt('2026-11-23', '0:00'), instantAt('2026-11-24', '0:00')] } }
      let told = 0
      await world.store.turn(async (store) => {
        for (const [n, matter] of all.entries()) {
          const person = matter.handler ?? 16
          const duties: Duty[] = [{ person, kind: 'carry', at: matter.due }]
          // Limits of their own, long before and long after the next date; two steps of one matter for one person.
          if (n % 3 === 0) duties.push({ person, kind: 'refusal', at: matter.due + 90 * DAY })
          if (n % 7 === 0) duties.push({ person: 15, kind: 'sign', at: matter.due - 90 * DAY })
          await store.pending.set(matter.id, [], duties)
        }
        const turn = { store, now, today: '2026-11-23', calendar } as Turn
        const parts = await ownPartsOf(turn, people, weekly, 4)
        for (const person of people)
          for (const [which, narrowed] of Object.entries(wanted)) {
            const ids = [person.id, ...(person.standsFor ?? []).map((one) => one.id)]
            const alone = { ...narrowed, waitsFor: ids }
            const part = (parts.get(person.id) ?? noOwnParts)[which as keyof OwnParts]
            expect(part.first).toEqual(await store.ledger.page(alone, { limit: 4 }))
            expect(part.count).toBe(await store.ledger.count(alone))
            told += part.count
          }
      })
      expect(told).toBeGreaterThan(weekly ? 50 : 2)
    },
  )
})
