/** The leaders' pages of 8:20 counted again: what waits and what was passed up, the field's dates, what moved, the meetings. */
import { personOf } from '../sample/people.ts'
import { at, type Day, dayOf, plusWorkdays } from './almanac.ts'
import { chargeOf, leaders, units } from './fate.ts'
import { type KeptBack, toldTo } from './kept-recount.ts'
import type { Ledger } from './ledger.ts'
import { type Held, heldBetween } from './meeting-days.ts'
import { asLines, type Facts, type Noted, owedUntil } from './page-facts.ts'
import type { DuePage } from './page-recount.ts'
import type { DuePart } from './shown-page.ts'

/** The moment at which the leaders' pages of a day are sent. */
export const digestMoment = (day: Day): number => at(day, '8:20')

/** How many of a part are named at most, and looked at for what stands there already. */
const NAMED = 12

/** The pages that are due, by leader. */
export async function digestsDue(
  facts: Facts,
  kept: readonly KeptBack[],
  ledger: Ledger,
): Promise<Map<string, DuePage>> {
  const { now, opensWeek, sunday, tonight } = facts
  const happened: Happened = {
    moved: opensWeek ? [] : await movedSince(ledger, facts),
    held: heldBetween(now, opensWeek ? sunday : tonight),
  }
  return new Map(
    leaders
      .filter((key) => facts.here.includes(key))
      .flatMap((key) => {
        const page = digestOf(key, facts, kept, happened)
        return page ? [[key, page] as const] : []
      }),
  )
}

/** What the whole bureau has: what moved since the last page, and the meetings to come. */
interface Happened {
  moved: readonly Noted[]
  held: readonly Held[]
}

function digestOf(
  key: string,
  facts: Facts,
  kept: readonly KeptBack[],
  { moved, held }: Happened,
): DuePage | undefined {
  const { opensWeek, now, open, sunday } = facts
  const field = fieldOf(key)
  const inField = ({ unit }: { unit: string | null }) => field.includes(unit ?? '')
  const waiting = facts.waitsFor(key)
  const passed = open.filter((one) => chargeOf(one.unit) === key && isPassedUp(one, facts))
  const told = toldTo(key, kept, facts)
  const own = open.filter(inField)
  const overdue = own.filter(({ light }) => light === 'red')
  const near = opensWeek
    ? owedUntil(own, now, sunday)
    : own.filter(({ light }) => light === 'yellow')
  const news = moved.filter(inField)
  const { name, post } = personOf(key)
  const his = held.filter((one) => post === 'principal' || one.leader === name || inField(one))
  const meetings = his.filter(({ name }, i) => his.findIndex((one) => one.name === name) === i)
  const lists = [waiting, passed, told, overdue, near, news, meetings]
  if (lists.every((list) => list.length === 0)) return undefined

  const above = new Set([...waiting.slice(0, NAMED), ...passed])
  const dated = new Set([...above, ...overdue.slice(0, NAMED), ...near.slice(0, NAMED)])
  // Work that waits for him stands under its step already.
  const messages = told.filter(
    ({ weight, matter }) => weight !== 'work' || ![...above].some(({ id }) => id === matter),
  )
  const fresh = news.slice(0, NAMED).filter((one) => !dated.has(one))
  const part = (heading: string, rows: readonly Noted[], stands = above): DuePart => ({
    heading,
    count: rows.length,
    lists: asLines(rows.filter((one) => !stands.has(one))),
  })
  const none = new Set<Noted>()
  return {
    title: opensWeek ? '一周督办' : '督办简报',
    parts: [
      part('待您处理', waiting, none),
      part('提请您关注', passed, none),
      { heading: '并入的消息', count: messages.length, lists: messages.map(() => '') },
      part('已逾期', overdue),
      part(opensWeek ? '本周到期' : '三个工作日内到期', near),
      {
        heading: '昨日以来有进展',
        count: news.length - news.slice(0, NAMED).length + fresh.length,
        lists: asLines(fresh),
      },
      {
        heading: opensWeek ? '本周例会' : '今日例会',
        count: meetings.length,
        lists: meetings.map((one) => one.name),
      },
    ],
    ...(opensWeek ? { week: { units: field, always: true } } : {}),
  }
}

/** The principal's field is the whole bureau; a leader's, what he is in charge of or heads. */
const fieldOf = (key: string): string[] =>
  units
    .filter(
      (unit) => personOf(key).post === 'principal' || unit.charge === key || unit.head === key,
    )
    .map(({ name }) => name)

/** Three working days after the date, or after a step that nobody took, the leader in charge hears of it. */
function isPassedUp({ status, next, due, steps }: Noted, { now, day }: Facts): boolean {
  if (!['assigned', 'signed', 'in_progress'].includes(status) || next >= now) return false
  const open = steps.filter((step) => step.done === null && step.ends !== 'sign')
  return [due, ...open.map((step) => step.due)].some((date) => plusWorkdays(dayOf(date), 3) === day)
}

/** What somebody or the clock did something about since the page of the working day before, the newest first. */
async function movedSince(ledger: Ledger, { all, day }: Facts): Promise<Noted[]> {
  const since = digestMoment(plusWorkdays(day, -1))
  const rows = await ledger.rows<{ object: string }>(
    `select distinct object from journal where at >= ${since} and object like 'matter:%'`,
  )
  const moved = new Set(rows.map(({ object }) => object))
  return all
    .filter(({ id }) => moved.has(`matter:${id}`))
    .sort((a, b) => b.changed - a.changed || b.id - a.id)
}
