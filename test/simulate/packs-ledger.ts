/** A year's matters and topics for the packs to be made from: what happens to each, moment by moment, from a seed. */
import { type Matter, type NewMatter, untouched } from '../../src/domain/matter/matter.ts'
import type { Bound } from '../../src/store/store.ts'

const DAY = 86_400_000
const BEGIN = Date.parse('2021-12-01T09:00:00+08:00')

export interface Happening {
  at: number
  run(store: Bound): Promise<void>
}

/** The same figures for the same seed. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What happens in the year, in order of time; `units` and `series` are the office's ids, `names` those of the series. */
export function happenings(
  seed: number,
  office: { units: number[]; series: { id: number; name: string }[]; person: number },
): Happening[] {
  const any = chance(seed)
  const all: Happening[] = []
  for (let i = 0; i < 300; i++) all.push(...lifeOf(any, office))
  for (let i = 0; i < 80; i++) all.push(...topicOf(any, office))
  return all.sort((a, b) => a.at - b.at)
}

type Office = Parameters<typeof happenings>[1]
type Any = ReturnType<typeof chance>

/** Born, held up, put off, handed in, struck off: most of it at some time, some of it never. */
function lifeOf(any: Any, { units, series, person }: Office): Happening[] {
  const created = BEGIN + any(390) * DAY + any(8 * 60) * 60_000
  const due = Math.floor(created / DAY) * DAY + (5 + any(30)) * DAY + 10 * 3_600_000
  const decided = any(8) === 0 ? series[any(series.length)]! : undefined
  const number = 1 + Math.floor((created - Date.parse('2022-01-04T00:00:00+08:00')) / (7 * DAY))
  const said = (at: number, text: string) => ({ by: person, at, text })
  const birth: NewMatter = {
    ...untouched,
    title: `事项${created}`,
    basis:
      decided && any(2) === 0 ? `${decided.name}第${Math.max(1, number)}次·${1 + any(5)}` : null,
    source: '交办',
    origin: any(10) === 0 ? 'unit' : 'office',
    assigner: person,
    lead: units[any(units.length)]!,
    proposed: null,
    handler: null,
    status: any(30) === 0 ? 'draft' : 'in_progress',
    start: created,
    due,
    firstDue: due,
    series: decided && any(3) > 0 ? decided.id : null,
    chat: null,
    created,
    changed: created,
  }
  let id = 0
  const events: Happening[] = [
    {
      at: created,
      async run(store) {
        const matter = await store.matters.number(birth, '2022')
        id = matter.id
        await store.matters.insert(matter)
      },
    },
  ]
  const then = (at: number, change: (matter: Matter) => Partial<Matter>) =>
    events.push({
      at,
      async run(store) {
        const before = (await store.matters.get(id))!
        const after = { ...before, ...change(before), changed: at, rev: before.rev + 1 }
        await store.matters.save(before, after)
      },
    })
  const later = (days: number) => created + (1 + any(days)) * DAY + any(8 * 60) * 60_000
  const kind = any(12)
  if (kind === 0) {
    const from = later(10)
    const suspended = {
      ...said(from, '等批复'),
      review: from + 20 * DAY,
      from: 'in_progress' as const,
    }
    then(from, () => ({ status: 'suspended', suspended }))
    if (any(2) === 0) then(from + 15 * DAY, () => ({ status: 'in_progress', suspended: null }))
  }
  if (kind === 1) {
    const from = later(10)
    const open = {
      ...{ since: from, rung: 2 as const, person, due: from + DAY, reasons: [] },
      ...{ outcome: 'open' as const, ended: null, ground: null, reply: null },
    }
    then(from, () => ({ refusal: open }))
    then(from + 6 * DAY, () => ({ refusal: { ...open, outcome: 'solved', ended: from + 6 * DAY } }))
  }
  if (kind === 2) {
    const from = later(2)
    then(from, () => ({ status: 'registered', refused: said(from, '不属我科') }))
    if (any(2) === 0) then(from + 9 * DAY, () => ({ status: 'assigned', refused: null }))
  }
  if (kind === 3) then(later(5), () => ({ due: due + 10 * DAY }))
  if (kind === 4) {
    const end = later(20)
    then(end, () => ({ status: 'withdrawn', ended: said(end, '上级取消'), closed: end }))
  }
  // Nearly everything is done in the end, some of it late.
  if (kind !== 4 && any(20) > 0) {
    const asked = kind > 4 ? later(35) : created + (40 + any(15)) * DAY
    then(asked, () => ({ status: 'close_requested', closing: said(asked, '已办妥') }))
    const done = asked + (1 + any(6)) * DAY
    then(done, () => ({ status: 'completed' }))
    if (any(6) > 0) then(done + DAY, () => ({ status: 'closed_out', closed: done + DAY }))
  }
  return events
}

function topicOf(any: Any, { series, person }: Office): Happening[] {
  const at = BEGIN + (20 + any(365)) * DAY + any(9 * 60) * 60_000
  const which = series[any(series.length)]!.id
  let id = 0
  return [
    {
      at,
      async run(store) {
        id = (await store.meetings.addTopic({ series: which, text: `议题${at}`, person, at })).id
      },
    },
    { at: at + (3 + any(30)) * DAY, run: (store) => store.meetings.markTopic(id, 'taken') },
  ]
}
