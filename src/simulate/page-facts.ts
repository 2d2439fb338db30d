/** What every page of one morning is counted from: the open matters, whose step each waits for, who is away and who acts for him. */
import { people } from '../sample/people.ts'
import type { Departure, Leave } from './absences.ts'
import { at, type Day, dayOf, isWorkday, plusDays, weekday } from './almanac.ts'
import { type Fate, units } from './fate.ts'
import type { Ledger } from './ledger.ts'
import { type Dated, dated } from './pack-recount.ts'
import { markIn, waitsFor } from './pending-recount.ts'

/** One matter of the ledger, as far as pages tell of it. */
export interface Noted extends ReturnType<typeof dated>, Omit<Row, keyof Dated> {
  mark: string
  status: string
  /** When it has to be done, extensions counted. */
  due: number
  steps: { ends: string; due: number; done: number | null }[]
  /** Nobody has handed it in, and it does not rest: its date is still owed. */
  owed: boolean
}

interface Row extends Dated {
  id: number
  title: string
  open: number
  urgent: string | null
  closed: number | null
  changed: number
  unit: string
}

export interface Facts {
  now: number
  day: Day
  /** The first working day from Monday to Sunday. */
  opensWeek: boolean
  /** The first moment of the next day, and of the next week. */
  tonight: number
  sunday: number
  /** Every matter, closed ones too. */
  all: readonly Noted[]
  /** The open ones, the most pressing first. */
  open: readonly Noted[]
  /** What waits for a person, by key, or for somebody in whose place he acts; the most pressing first. */
  waitsFor(key: string): Noted[]
  /** Who is here, by key. */
  here: readonly string[]
  /** Himself and those for whom he acts today. */
  selves(key: string): string[]
  /** Whether the step of a matter is his, or that of one for whom he acts. */
  isHis(key: string, mark: string): boolean
}

/** Who is away, and for how long. */
export interface Away {
  leaves: readonly Leave[]
  departures: readonly Departure[]
}

/** The facts at the moment at which a day's pages are written. */
export async function factsAt(
  now: number,
  fates: readonly Fate[],
  ledger: Ledger,
  { leaves, departures }: Away,
): Promise<Facts> {
  const day = dayOf(now)
  const rows = await ledger.rows<Row>(
    `select m.id, m.title, m.open, m.urgent, m.closed, m.changed, m.status, m.due, u.name as unit,
       case when m.open = 1 then m.closing end as closing, case when m.open = 1 then m.sides end as sides
     from matters m join units u on u.id = m.lead where m.status <> 'draft'`,
  )
  const all = rows.map((row): Noted => noted(row, now)).sort(pressing)
  const open = all.filter((one) => one.open === 1)
  const waits = new Map<string, Set<string>>()
  // What is said in this very moment is said after it.
  for (const fate of fates)
    for (const key of waitsFor(fate, now - 1))
      waits.set(key, (waits.get(key) ?? new Set()).add(fate.mark))
  const away = leaves.filter(({ from, to }) => from <= day && day <= to)
  const gone = new Set([
    ...away.map(({ person }) => person),
    ...departures.filter((one) => one.at < now).map(({ person }) => person),
  ])
  const selves = (key: string) => [
    key,
    ...away.filter(({ standIn }) => standIn === key).map(({ person }) => person),
  ]
  const isHis = (key: string, mark: string) =>
    selves(key).some((one) => waits.get(one)?.has(mark) === true)
  return {
    now,
    day,
    opensWeek: opensWeek(day),
    tonight: at(plusDays(day, 1), '0:00'),
    sunday: at(plusDays(monday(day), 7), '0:00'),
    all,
    open,
    waitsFor: (key) => open.filter(({ mark }) => isHis(key, mark)),
    here: people.map(({ key }) => key).filter((key) => !gone.has(key)),
    selves,
    isHis,
  }
}

/** The Monday of a day's week. */
export const monday = (day: Day): Day => plusDays(day, 1 - (weekday(day) || 7))

/** Whether a working day is the first of its week. */
function opensWeek(day: Day): boolean {
  for (let one = monday(day); one < day; one = plusDays(one, 1)) if (isWorkday(one)) return false
  return true
}

function noted(row: Row, now: number): Noted {
  const mark = markIn(row.title)
  // Nothing falls due any more on what is closed: most of the ledger, at the end of a year.
  if (row.open === 0) return { ...row, ...CLOSED, mark, next: row.due, steps: [], owed: false }
  const told = dated(row, now)
  const { steps = [] } = JSON.parse(row.sides ?? '{}') as Partial<Noted>
  return { ...row, ...told, mark, steps, owed: !told.handed && row.status !== 'suspended' }
}

const CLOSED = { handed: false, refused: false, light: 'green' }

/** What falls due first stands first, 特急 before others of the same moment. */
const pressing = (a: Noted, b: Noted): number =>
  a.next - b.next || Number(a.urgent === null) - Number(b.urgent === null) || a.id - b.id

/** The units that these persons head. */
export const headedBy = (keys: readonly string[]): string[] =>
  units.filter(({ head }) => keys.includes(head)).map(({ name }) => name)

/** What falls due from now until then and is still owed. */
export const owedUntil = (rows: readonly Noted[], from: number, until: number): Noted[] =>
  rows.filter(({ owed, next }) => owed && from <= next && next < until)

/** ` 12号`, as each line of a matter begins. */
export const asLines = (rows: readonly Noted[]): string[] => rows.map(({ id }) => ` ${id}号`)
