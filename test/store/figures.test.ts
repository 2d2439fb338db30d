import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Matter, untouched } from '../../src/domain/matter/matter.ts'
import { type FigureKey, figureKeys, spanOfMonth } from '../../src/domain/review/figures.ts'
import type { Bound } from '../../src/store/store.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const at = (moment: string) => Date.parse(`${moment}:00+08:00`)
const NOW = at('2026-11-20T09:00')
const span = spanOfMonth('2026-10', NOW)

/** Every mixture of a few dates and states that can matter to a month. */
function* matters(): Generator<Matter> {
  const moments = [
    '2026-09-20T09:00',
    '2026-10-01T00:00',
    '2026-10-15T18:00',
    '2026-10-31T23:59',
    '2026-11-01T00:00',
  ]
  const statuses = [
    'draft',
    'in_progress',
    'suspended',
    'completed',
    'closed_out',
    'archived',
    'withdrawn',
    'merged',
  ] as const
  let id = 0
  for (const created of moments.slice(0, 2))
    for (const due of moments.slice(2))
      for (const closed of moments.slice(2))
        for (const status of statuses) {
          id += 1
          const over = status === 'closed_out' || status === 'archived'
          const handed = over || status === 'completed' ? at(closed) - (id % 3) * 86_400_000 : null
          yield {
            ...untouched,
            id,
            formal: `2026-交办-${id}`,
            title: `事项${id}`,
            basis: null,
            source: '交办',
            origin: 'office',
            assigner: 1,
            lead: 1 + (id % 3),
            proposed: null,
            handler: null,
            status,
            start: at(created),
            due: at(due),
            firstDue: at(due),
            closing: handed !== null && id % 5 > 0 ? { by: 1, at: handed, text: '“已报送”' } : null,
            closed: over ? at(closed) : null,
            returned: Math.floor(id / 8) % 2,
            extended: id % 7 === 0 ? 2 : 0,
            reopened: id % 9 === 0 ? 1 : 0,
            batch: id % 6 === 0 ? '2026-周41' : null,
            chat: null,
            created: at(created),
            changed: at(closed),
            rev: 1,
            head: '',
          }
        }
}

const inside = (moment: number | null) => moment !== null && moment >= span.from && moment < span.to
const isOver = ({ status }: Matter) => status === 'closed_out' || status === 'archived'
const isCounted = ({ status }: Matter) => !['draft', 'withdrawn', 'merged'].includes(status)
const isDue = (one: Matter) => isCounted(one) && one.status !== 'suspended' && inside(one.due)
const isClosed = (one: Matter) => isOver(one) && inside(one.closed)
const handedIn = (one: Matter) => one.closing?.at ?? one.closed

/** The same numbers once more, as a person would count them line by line. */
const byHand: Record<FigureKey, (one: Matter) => boolean> = {
  created: (one) => isCounted(one) && inside(one.created),
  weekly: (one) => isCounted(one) && inside(one.created) && one.batch !== null,
  closed: isClosed,
  inTime: (one) => isClosed(one) && (handedIn(one) ?? Number.POSITIVE_INFINITY) <= one.due,
  due: isDue,
  dueClosed: (one) => isDue(one) && isOver(one) && (one.closed ?? 0) < span.to,
  overdue: (one) =>
    isCounted(one) &&
    one.status !== 'suspended' &&
    one.created < span.to &&
    one.due < span.to &&
    (handedIn(one) ?? Number.POSITIVE_INFINITY) >= span.to,
  returned: (one) => one.returned > 0,
  extended: (one) => isClosed(one) && one.extended > 0,
  reopened: (one) => one.reopened > 0,
  ahead: (one) =>
    isCounted(one) &&
    !isOver(one) &&
    one.created < span.to &&
    one.due >= span.to &&
    one.due < span.next,
}

const recount = (key: FigureKey, unit: number | null): number =>
  [...matters()].filter((one) => (unit === null || one.lead === unit) && byHand[key](one)).length

describe.each(engines)('a review’s figures on %s', (engine) => {
  let place: Scratch
  beforeAll(async () => {
    place = await scratch(engine)
    await place.store.turn(async (store) => {
      for (const matter of matters()) {
        await store.matters.insert(matter)
        // What happened in the month, and once more in the next.
        for (const key of ['returned', 'reopened'] as const)
          if (matter[key] > 0)
            for (const [n, moment] of [span.from, span.to - 1, span.to].entries())
              await change(store, matter, n === 1 ? -1 : 1, moment, key)
      }
    })
  })

  /** A line of history by which one of the counts grew; taken back, it shrinks and grows again. */
  async function change(
    store: Bound,
    { id }: Matter,
    by: 1 | -1,
    at: number,
    key: 'returned' | 'reopened',
  ): Promise<void> {
    const [before, after] = by === 1 ? [0, 1] : [1, 0]
    const steps =
      by === 1
        ? [[before, after]]
        : [
            [1, 0],
            [0, 1],
          ]
    for (const [was, is] of steps)
      await line(store, id, at, { before: { [key]: was }, after: { [key]: is } })
  }

  const seqs = new Map<number, number>()
  async function line(
    store: Bound,
    id: number,
    at: number,
    change: { before: Record<string, unknown> | null; after: Record<string, unknown> },
  ): Promise<void> {
    const seq = (seqs.get(id) ?? 0) + 1
    seqs.set(id, seq)
    const who = { actor: 1, verb: '退回', text: '', way: '消息', turn: `t${id}-${seq}` }
    await store.journal.append({ object: `matter:${id}`, seq, at, ...who, change }, '')
  }
  afterAll(() => place.drop())

  test.each(figureKeys)(
    '%s is what a recount by hand finds, for the bureau and for a unit',
    async (key) => {
      for (const unit of [null, 2]) {
        const figure = await place.store.look((store) => store.figures.count(key, span, unit))
        expect(figure.value).toBe(recount(key, unit))
        expect(await place.store.look((store) => store.figures.again(figure.sql))).toBe(
          figure.value,
        )
      }
      expect(recount(key, null)).toBeGreaterThan(0)
    },
  )

  test('what changes later changes no number; what was on its way at midnight counts', async () => {
    const figures = await place.store.look(async (store) => {
      const all = []
      for (const key of figureKeys)
        for (const unit of [null, 2]) all.push(await store.figures.count(key, span, unit))
      return all
    })
    const units = await place.store.look((store) => store.figures.units(span))
    await place.store.turn(async (store) => {
      for (const one of [...matters()].slice(0, 40)) {
        const matter = { ...one, rev: 1 }
        const later = {
          ...{ lead: 9, due: at('2027-01-05T18:00'), closed: null, extended: 5 },
          ...{ status: 'in_progress' as const, closing: null },
        }
        const was = Object.fromEntries(
          Object.keys(later).map((key) => [key, matter[key as keyof Matter]]),
        )
        const moment = at('2026-11-03T09:00')
        await store.matters.save(matter, { ...matter, ...later, rev: 2 })
        await line(store, matter.id, moment, {
          before: was,
          after: { ...later, changed: moment },
        })
        // A second change says of the same fields what they were in between.
        await line(store, matter.id, moment + 1, {
          before: { lead: 9, status: 'in_progress' },
          after: { lead: 9, status: 'in_progress', changed: moment + 1 },
        })
      }
    })
    for (const one of figures)
      expect(await place.store.look((store) => store.figures.again(one.sql)), one.sql).toBe(
        one.value,
      )
    expect(await place.store.look((store) => store.figures.units(span))).toEqual(units)
    // Counted as of now, the same month has other numbers.
    const now = await place.store.look((store) =>
      store.figures.count('closed', spanOfMonth('2026-10', NOW, NOW)),
    )
    expect(now.value).toBeLessThan(recount('closed', null))
    const late = [...matters()].find((one) => isClosed(one) && one.id > 40)!
    await place.store.turn((store) =>
      line(store, late.id, span.to + 5000, {
        before: { status: 'completed', closed: null },
        after: { status: 'closed_out', closed: late.closed, changed: span.to - 1 },
      }),
    )
    const closed = figures.find((one) => one.key === 'closed' && one.unit === null)!
    expect(await place.store.look((store) => store.figures.again(closed.sql))).toBe(closed.value)
  })

  test('units are those with something closed or due', async () => {
    expect(await place.store.look((store) => store.figures.units(span))).toEqual([1, 2, 3])
    const empty = spanOfMonth('2020-01', NOW)
    expect(await place.store.look((store) => store.figures.units(empty))).toEqual([])
  })

  test('a review and its objections are kept, changed and taken back', async () => {
    const objection = { month: '2026-10', person: 1, text: '“少记一件”', at: 5 }
    await place.store.turn(async (store) => {
      const id = await store.reviews.object(objection)
      const one = (await store.reviews.objection(id))!
      expect(one).toMatchObject({ ...objection, state: 'open', answer: '', answeredBy: null })
      await store.reviews.settle({ ...one, state: 'withdrawn' })
      expect(await store.reviews.objections('2026-10')).toEqual([])
      await store.reviews.settle({
        ...one,
        state: 'answered',
        answer: '采纳',
        answeredBy: 2,
        answered: 9,
      })
    })
    const [kept] = await place.store.look((store) => store.reviews.objections('2026-10'))
    expect(kept).toMatchObject({ state: 'answered', answer: '采纳', answeredBy: 2, answered: 9 })
  })
})
