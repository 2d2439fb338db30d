/** The packs of 2022 counted again from the rows themselves: plain SQL and arithmetic, none of the product's rules. */
import type Database from 'better-sqlite3'

const DAY = 86_400_000
const local = (day: string, clock: string) => Date.parse(`${day}T${clock}:00+08:00`)
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const after = (day: string, days: number) => dayOf(local(day, '12:00') + days * DAY)

/** 国办发明电〔2021〕11号: days off in 2022 beyond weekends, and weekends that are worked. */
const OFF = `01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12
  10-03 10-04 10-05 10-06 10-07`.split(/\s+/)
const WORKED = '01-29 01-30 04-02 04-24 05-07 10-08 10-09'.split(' ')

const isWorked = (day: string): boolean => {
  const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
  if (!day.startsWith('2022')) return !weekend
  return weekend ? WORKED.includes(day.slice(5)) : !OFF.includes(day.slice(5))
}

/** domain.md E.3: 52 Mondays, five of them moved, one week without a meeting. */
const MOVED: Readonly<Record<string, string>> = {
  '2022-01-03': '2022-01-04',
  '2022-04-04': '2022-04-06',
  '2022-05-02': '2022-05-05',
  '2022-09-12': '2022-09-13',
  '2022-10-03': '2022-10-08',
}
export const meetingDays: readonly string[] = Array.from({ length: 52 }, (_, i) =>
  after('2022-01-03', 7 * i),
)
  .filter((monday) => monday !== '2022-01-31')
  .map((monday) => MOVED[monday] ?? monday)

/** The last worked day before a meeting: its collection, draft and pack. */
export function packDay(meeting: string): string {
  let day = after(meeting, -1)
  while (!isWorked(day)) day = after(day, -1)
  return day
}

/** The five meetings of the sample office, as its founding paper has them. */
export const five: readonly { name: string; clock: string; units: readonly string[] }[] = [
  {
    name: '重点项目建设周例会',
    clock: '09:00',
    units: ['经济建设科', '预算科', '金融科', '地方政府债券提升专班'],
  },
  {
    name: '服务企业周例会',
    clock: '10:30',
    units: ['金融科', '资本市场科', '国库科', '支持企业创新发展提升专班'],
  },
  {
    name: '城建交通工程周例会',
    clock: '14:30',
    units: ['经济建设科', '资产管理科', '服务城市更新提质提升专班'],
  },
  {
    name: '招商引资周例会',
    clock: '15:30',
    units: ['资本市场科', '政府基金提升专班', '法规监督科'],
  },
  { name: '安全稳定周例会', clock: '16:30', units: ['金融风险防控科', '社会保障科', '办公室'] },
]

export type Counted = Record<string, unknown>

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
export function recount(db: Database.Database, which: (typeof five)[number], n: number): Counted {
  const meeting = meetingDays[n]!
  const at = local(meeting, which.clock)
  const sent = local(packDay(meeting), '17:10')
  const { id } = db.prepare('select id from series where name = ?').get(which.name) as {
    id: number
  }
  // A meeting without anything to discuss had no pack: what is new is new since the last that had one.
  const told = db
    .prepare('select at from packs where series = ? and at < ? order by at desc limit 1')
    .get(id, at) as { at: number } | undefined
  const before = n === 0 ? at - 7 * DAY : local(meetingDays[n - 1]!, which.clock)
  const since = told?.at ?? before
  const lastTold = told ? meetingDays.indexOf(dayOf(told.at)) + 1 : n
  const rows = db
    .prepare(
      `select m.* from matters m left join units u on u.id = m.lead
       where m.series = ? or (m.origin <> 'unit' and u.name in (${which.units.map(() => '?').join()}))`,
    )
    .all(id, ...which.units) as Row[]
  const last = `${which.name}第${lastTold}次`
  const counted: Record<string, number[]> = {
    ...{ resolutions: [], overdue: [], blocked: [], near: [], fresh: [], closed: [], steady: [] },
  }
  for (const row of rows) {
    if (row.status === 'draft') continue
    if (!row.open && (row.closed ?? 0) < since) continue
    const decided =
      (n > 0 && (row.basis === last || row.basis?.startsWith(`${last}·`))) ||
      (row.series === id && row.created >= since)
    const part = decided ? 'resolutions' : partOf(row, sent, since)
    if (part) counted[part]!.push(row.id)
  }
  for (const ids of Object.values(counted)) ids.sort((a, b) => a - b)
  const topics = db
    .prepare(`select id, at from topics where series = ? and state = 'queued' and at <= ?
      order by at, id`)
    .all(id, local(packDay(meeting), '16:00')) as { id: number; at: number }[]
  return {
    number: n + 1,
    at,
    ...counted,
    topics: topics.map((topic) => {
      // It has been on every pack whose collection closed after it was asked for.
      const before = meetingDays
        .slice(0, n)
        .filter((day) => local(packDay(day), '16:00') >= topic.at)
      return [topic.id, before.length]
    }),
  }
}

function partOf(row: Row, now: number, since: number): string | undefined {
  const sides = row.sides ? JSON.parse(row.sides) : {}
  if (!row.open) return row.status === 'closed_out' ? 'closed' : undefined
  const refused = sides.refusal?.outcome === 'open'
  const next = sides.suspended
    ? sides.suspended.review
    : refused
      ? Math.min(row.due, sides.refusal.due)
      : row.due
  const handed = ['close_requested', 'completed'].includes(row.status)
  const judged = handed ? JSON.parse(row.closing!).at : now
  if (judged > next) return 'overdue'
  if (row.status === 'suspended' || refused || (row.refused && row.status === 'registered'))
    return 'blocked'
  if (!handed && dayOf(next) <= thirdWorked(dayOf(now))) return 'near'
  return row.created >= since ? 'fresh' : 'steady'
}

/** The third worked day after a day: what falls due up to it is near, what falls due on the weekend behind it is not. */
function thirdWorked(from: string): string {
  let day = from
  for (let left = 3; left > 0; ) {
    day = after(day, 1)
    if (isWorked(day)) left -= 1
  }
  return day
}
