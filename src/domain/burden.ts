/** 减负: what the bot itself laid on people in a week, by type and never by person (F14, domain.md BR1, R2). */
import { addDays, dayOf, type Instant, instantAt, weekdayOf } from './time/day.ts'

/** message: only to know. form: something is to be filled in. question: a step or an answer is asked for. */
export type Weighs = 'message' | 'form' | 'question'

export interface Kind {
  name: string
  weighs: Weighs
  /** Jobs of the clock that write such letters. */
  rules: readonly string[]
}

/** What somebody's deed led to: told of a matter, pressed, another word, asked for a line of an incident just begun. */
export const BY_DEED = ['办件通知', '催办督办', '其他通知', '填报'] as const

/** Verbs of history by which somebody is pressed. */
export const PRESSING = ['催办', '催协办', '催办单', '督办单'] as const

/** The types, as a table shows them; a rule that is in none counts as 其他通知. */
export const kinds: readonly Kind[] = [
  { name: '办件通知', weighs: 'message', rules: [] },
  { name: '催办督办', weighs: 'question', rules: [] },
  {
    name: '到期提醒',
    weighs: 'question',
    rules: ['reminder', 'review', 'callback', 'refusal', 'suggestion-waits'],
  },
  { name: '填报', weighs: 'form', rules: ['plan', 'brief-ask'] },
  { name: '简报和待办', weighs: 'message', rules: ['digest', 'morning'] },
  { name: '汇总', weighs: 'message', rules: ['plan-page', 'plan-missing', 'brief'] },
  { name: '例会和周交办', weighs: 'message', rules: ['agenda', 'agenda-draft', 'weekly'] },
  { name: '其他通知', weighs: 'message', rules: [] },
]

/** How many of each type, in the order of the types; what there was none of is left out. */
export type Counts = ReadonlyMap<string, number>

export interface Burden {
  messages: number
  forms: number
  questions: number
  kinds: readonly { name: string; count: number }[]
}

/** The counts as a whole: every letter is a message, some ask for a form or an answer besides. */
export function burdenOf(counts: Counts): Burden {
  const rows = kinds.map((kind) => ({ ...kind, count: counts.get(kind.name) ?? 0 }))
  const sum = (of: (weighs: Weighs) => boolean) =>
    rows.reduce((all, row) => all + (of(row.weighs) ? row.count : 0), 0)
  return {
    messages: sum(() => true),
    forms: sum((weighs) => weighs === 'form'),
    questions: sum((weighs) => weighs === 'question'),
    kinds: rows.filter((row) => row.count > 0).map(({ name, count }) => ({ name, count })),
  }
}

/** Of fewer people a unit's figure would be a person's. */
export const LEAST_PEOPLE = 3

/** The week that lies some weeks back, from its Monday to the next, this one to the end of today. */
export function weekBack(now: Instant, back: number): { from: Instant; to: Instant } {
  const today = dayOf(now)
  const monday = addDays(today, 1 - weekdayOf(today) - 7 * back)
  const end = instantAt(addDays(monday, 7), '0:00')
  return {
    from: instantAt(monday, '0:00'),
    to: Math.min(end, instantAt(addDays(today, 1), '0:00')),
  }
}
