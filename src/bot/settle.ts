/** A decision takes effect: matter, history, duties, reminders, cards and notices, in one transaction. */
import type { Birth, Decision, Notice } from '../domain/matter/decision.ts'
import { dutiesOf } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { ownPart } from '../domain/matter/part.ts'
import type { Person } from '../domain/people/person.ts'
import { actingOn, heads, inPlaceOf, seesAll } from '../domain/people/rights.ts'
import { followMatter } from './follow.ts'
import { followPacks } from './pack-cards.ts'
import { showAgain, showTo } from './show.ts'
import type { Turn } from './turn.ts'

/** Saves a decision about a matter that was read in this turn; gives the matter as it now stands. */
export async function settle(
  turn: Turn,
  decision: Decision,
  actor: number | null,
): Promise<Matter> {
  const before = turn.loaded.get(decision.matter.id)
  if (!before) throw new Error(`matter ${decision.matter.id} was not read in this turn`)
  const rev = before.rev + 1
  const stead = inStead(turn, actor, (one) => ownPart(decision.verb, one, before, turn.directory))
  const { before: was, after: is } = difference(before, decision.matter)
  const change = { before: was, after: { ...is, ...stead } }
  const head = await turn.store.journal.append(
    line(turn, `matter:${before.id}`, rev, actor, decision, change),
    before.head,
  )
  const after = { ...decision.matter, rev, head }
  await turn.store.matters.save(before, after)
  if (wordsOf(before) !== wordsOf(after))
    await turn.store.search.reindex(after.id, wordsOf(before), wordsOf(after))
  await follow(turn, before, after)
  await showAgain(turn, after)
  await followPacks(turn, before, after)
  await tell(turn, after, decision.notices, before)
  return after
}

/** Brings a matter into the ledger: number, history, duties, words to search. */
export async function bear(turn: Turn, birth: Birth, actor: number): Promise<Matter> {
  const year = turn.today.slice(0, 4)
  const numbered = await turn.store.matters.number(birth.matter, year)
  const { rev: _, head: __, ...after } = numbered
  const unit = turn.directory.units.get(after.lead)
  const stead = inStead(turn, actor, (one) => seesAll(one) || heads(one, unit))
  const head = await turn.store.journal.append(
    line(turn, `matter:${numbered.id}`, 1, actor, birth, {
      before: null,
      after: { ...told(after), ...stead },
    }),
    '',
  )
  const matter = { ...numbered, rev: 1, head }
  await turn.store.matters.insert(matter)
  await turn.store.search.index(matter.id, wordsOf(matter))
  await follow(turn, undefined, matter)
  await tell(turn, matter, birth.notices(matter))
  return matter
}

/** What a matter is found by. */
const wordsOf = ({ title, basis }: Matter): string => `${title} ${basis ?? ''}`

function line(
  turn: Turn,
  object: string,
  seq: number,
  actor: number | null,
  { verb, text }: { verb: string; text: string },
  change: { before: Record<string, unknown> | null; after: Record<string, unknown> },
) {
  return { object, seq, at: turn.stamp(), actor, verb, text, way: turn.way, turn: turn.key, change }
}

/** In whose place the actor did what he did, for the line of history; nothing where it was his own to do. */
function inStead({ directory, today }: Turn, actor: number | null, may: (one: Person) => boolean) {
  const person = directory.people.get(actor ?? 0)
  const absent = person && inPlaceOf(actingOn(person, today, directory), may)
  return absent ? { inStead: absent.id } : {}
}

/** Duties and reminders follow the matter. */
async function follow(turn: Turn, before: Matter | undefined, after: Matter): Promise<void> {
  const { store, directory } = turn
  turn.loaded.set(after.id, after)
  await store.pending.set(
    after.id,
    before ? dutiesOf(before, directory) : [],
    dutiesOf(after, directory),
  )
  await followMatter(turn, before, after)
}

async function tell(turn: Turn, matter: Matter, notices: Notice[], before?: Matter): Promise<void> {
  const askers = [before?.closing?.by, before?.extension?.by, before?.refused?.by]
  for (const { to, say, act } of notices)
    await showTo(turn, matter, to, say, askers.includes(to) ? 'owed' : act ? 'work' : 'word')
}

/** The fields that say something: a birth's line does not list what is not. */
function told(fields: object): Record<string, unknown> {
  const empty = (value: unknown) =>
    value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !empty(value)))
}

/** The fields that differ, as they were and as they are. */
function difference(before: Matter, after: Matter) {
  const old: Record<string, unknown> = {}
  const now: Record<string, unknown> = {}
  for (const key of Object.keys(after) as (keyof Matter)[]) {
    if (key === 'rev' || key === 'head') continue
    if (before[key] === after[key]) continue
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue
    old[key] = before[key]
    now[key] = after[key]
  }
  return { before: old, after: now }
}
