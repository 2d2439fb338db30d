/** The packs of the five weekly meetings counted again from the rows themselves at the moment they are sent (domain.md F6). */
import { meetings, type SampleMeeting } from '../sample/meetings.ts'
import { at, type Day, dayOf, meetingDays, plusWorkdays } from './almanac.ts'
import type { Ledger } from './ledger.ts'

const DAY = 86_400_000

/** What was found of the packs so far. */
export interface Packs {
  /** Sent, and compared. */
  counted: number
  /** Not sent, with nothing to discuss. */
  idle: number
  /** What stood on them, by part. */
  items: Record<string, number>
  differing: string[]
}

/** Nothing counted yet. */
export const noPacks = (): Packs => ({ counted: 0, idle: 0, items: {}, differing: [] })

/** The last worked day before a meeting: its collection, draft and pack. */
export const packDay = (meeting: Day): Day => plusWorkdays(meeting, -1)

/** The moment at which the packs of the n-th meetings (from 0) are sent. */
export const packMoment = (n: number): number => at(packDay(meetingDays[n] ?? ''), '17:10')

/** Holds the packs of the n-th meetings against the rows; asked at the moment they are sent, before anything else is said. */
export async function countPacks(packs: Packs, ledger: Ledger, n: number): Promise<void> {
  for (const one of meetings) {
    const what = `pack of ${one.name} ${meetingDays[n]}`
    const [row] = await ledger.rows<{ agenda: string; sent: number }>(
      `select p.agenda, p.sent from packs p join series s on s.id = p.series
       where s.name = '${one.name}' and p.at = ${at(meetingDays[n] ?? '', one.time)}`,
    )
    const expected = await countedFrom(ledger, one, n)
    // Where there is nothing to discuss none is sent: the meeting is proposed to be called off.
    const quiet = await hasNothing(expected, ledger)
    if (quiet) packs.idle += 1
    if (quiet === (row !== undefined))
      packs.differing.push(`${what}: ${row ? 'sent with nothing to discuss' : 'none'}`)
    if (quiet || !row) continue
    const found = shownIn(JSON.parse(row.agenda) as Agenda)
    packs.counted += 1
    if (Math.floor((row.sent - packMoment(n)) / 60_000) !== 0)
      packs.differing.push(`${what}: sent ${new Date(row.sent).toISOString()}`)
    for (const [part, is] of Object.entries(found)) {
      const should = JSON.stringify(expected[part as keyof Counted])
      if (JSON.stringify(is) !== should)
        packs.differing.push(`${what}: ${part} ${JSON.stringify(is)}, ${should} expected`)
      if (Array.isArray(is)) packs.items[part] = (packs.items[part] ?? 0) + is.length
    }
  }
}

const PARTS = ['resolutions', 'overdue', 'blocked', 'near', 'fresh', 'closed', 'steady'] as const

type Part = (typeof PARTS)[number]

interface Counted extends Record<Part, number[]> {
  number: number
  at: number
  /** The topics in their order, each with how often it was carried over. */
  topics: [number, number][]
}

interface Agenda extends Record<Part, { id: number }[]> {
  number: number
  at: number
  topics: { id: number; carried: number }[]
}

/** What a pack shows, by number. */
function shownIn(agenda: Agenda): Counted {
  const parts = PARTS.map((part) => [part, inOrder(agenda[part].map((one) => one.id))] as const)
  return {
    number: agenda.number,
    at: agenda.at,
    ...(Object.fromEntries(parts) as Record<Part, number[]>),
    topics: agenda.topics.map((topic) => [topic.id, topic.carried]),
  }
}

const inOrder = (ids: number[]): number[] => ids.sort((a, b) => a - b)

interface Row {
  id: number
  status: string
  open: number
  origin: string
  due: number
  basis: string | null
  series: number | null
  created: number
  closed: number | null
  closing: string | null
  refused: string | null
  sides: string | null
}

/** What the pack of the n-th meeting (from 0) of a series has to hold, from the rows as they are at the moment it is sent. */
async function countedFrom(ledger: Ledger, which: SampleMeeting, n: number): Promise<Counted> {
  const meeting = at(meetingDays[n] ?? '', which.time)
  const sent = packMoment(n)
  const [series] = await ledger.rows<{ id: number }>(
    `select id from series where name = '${which.name}'`,
  )
  const id = series?.id ?? 0
  // A meeting without anything to discuss had no pack: what is new is new since the last that had one.
  const [told] = await ledger.rows<{ at: number }>(
    `select at from packs where series = ${id} and at < ${meeting} order by at desc limit 1`,
  )
  const before = n === 0 ? meeting - 7 * DAY : at(meetingDays[n - 1] ?? '', which.time)
  const since = told?.at ?? before
  const lastTold = told ? meetingDays.indexOf(dayOf(told.at)) + 1 : n
  const units = [which.lead, ...which.support].map((name) => `'${name}'`).join()
  const rows = await ledger.rows<Row>(
    `select m.* from matters m left join units u on u.id = m.lead
     where m.series = ${id} or (m.origin <> 'unit' and u.name in (${units}))`,
  )
  const last = `${which.name}第${lastTold}次`
  const counted = Object.fromEntries(PARTS.map((part) => [part, [] as number[]])) as Record<
    Part,
    number[]
  >
  for (const row of rows) {
    if (row.status === 'draft' || (!row.open && (row.closed ?? 0) < since)) continue
    const decided =
      (n > 0 && (row.basis === last || row.basis?.startsWith(`${last}·`))) ||
      (row.series === id && row.created >= since)
    const part = decided ? 'resolutions' : partOf(row, sent, since)
    if (part) counted[part].push(row.id)
  }
  for (const part of PARTS) inOrder(counted[part])
  const collected = (day: Day) => at(packDay(day), '16:00')
  const topics = await ledger.rows<{ id: number; at: number }>(
    `select id, at from topics where series = ${id} and state in ('queued', 'accepted')
     and at <= ${collected(meetingDays[n] ?? '')} order by at, id`,
  )
  return {
    number: n + 1,
    at: meeting,
    ...counted,
    topics: topics.map((topic) => {
      // It has been on every pack whose collection closed after it was asked for.
      const before = meetingDays.slice(0, n).filter((day) => collected(day) >= topic.at)
      return [topic.id, before.length]
    }),
  }
}

function partOf(row: Row, now: number, since: number): Part | undefined {
  if (!row.open) return row.status === 'closed_out' ? 'closed' : undefined
  const { light, refused } = dated(row, now)
  if (light === 'red') return 'overdue'
  if (row.status === 'suspended' || refused || (row.refused && row.status === 'registered'))
    return 'blocked'
  if (light === 'yellow') return 'near'
  return row.created >= since ? 'fresh' : 'steady'
}

/** The columns from which a matter's next date is told. */
export type Dated = Pick<Row, 'status' | 'due' | 'closing' | 'sides'>

/** When something next falls due on a matter, and whether that is past or near; what was handed in in time is neither. */
export function dated(row: Dated, now: number) {
  const sides = JSON.parse(row.sides ?? '{}')
  const refused = sides.refusal?.outcome === 'open'
  const next: number = sides.suspended
    ? sides.suspended.review
    : Math.min(row.due, refused ? sides.refusal.due : row.due, stepOf(sides.steps) ?? row.due)
  const handed = ['close_requested', 'completed'].includes(row.status)
  const judged: number = handed ? JSON.parse(row.closing ?? '{}').at : now
  const near = !handed && dayOf(next) <= plusWorkdays(dayOf(now), 3)
  const light = judged > next ? 'red' : near ? 'yellow' : 'green'
  return { next, handed, refused, light }
}

/** The next step that nobody has taken, signing apart. */
function stepOf(steps: { ends: string; due: number; done: number | null }[] = []) {
  const open = steps.filter((step) => step.done === null && step.ends !== 'sign')
  return open.length === 0 ? undefined : Math.min(...open.map((step) => step.due))
}

/** Nothing open but what goes on in time: such a meeting is proposed to be called off. */
async function hasNothing(counted: Counted, ledger: Ledger): Promise<boolean> {
  const { resolutions, overdue, blocked, near, fresh, topics } = counted
  if ([overdue, blocked, near, fresh, topics].some((list) => list.length > 0)) return false
  if (resolutions.length === 0) return true
  const open = await ledger.rows(
    `select id from matters where open = 1 and id in (${resolutions.join()})`,
  )
  return open.length === 0
}
