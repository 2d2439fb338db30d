/** What waits for a person, a unit or the bureau, in one order of urgency: asked of the store page by page. */
import { Declined } from '../domain/declined.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { endOfScope, type Scope, yellowBefore } from '../domain/matter/urgency.ts'
import { houseOf, housesOf } from '../domain/people/house.ts'
import type { Person } from '../domain/people/person.ts'
import { actingOn, heads, seesAll, selvesOf } from '../domain/people/rights.ts'
import { MOST_COUNTED, type Wanted } from '../store/ledger.ts'
import { counted, PAGE, pageWithin } from '../views/list.ts'
import type { Whose } from './slots/whose.ts'
import type { Spoken, Turn } from './turn.ts'

export interface PendingPage {
  rows: { matter: Matter; kind?: DutyKind; inStead?: Person }[]
  /** The page it is: the last one where a later one was asked for. */
  page: number
  total: number
  most: number
  /** The total in words. */
  said: string
}

/** A page of that list, from 1; declines what is not the speaker's to see. */
export async function pendingOf(
  turn: Spoken,
  asked: Whose,
  which: readonly Scope[],
  page: number,
): Promise<PendingPage> {
  const person = asked === 'self' ? turn.actor : personIn(asked)
  const wanted = {
    ...(person ? ofPerson(turn, person) : await ofUnits(turn, asked)),
    ...narrowed(turn, which),
  }
  const { store } = turn
  const total = await store.ledger.count(wanted)
  const shown = pageWithin(page, total)
  const matters = await store.ledger.page(wanted, { limit: PAGE, offset: (shown - 1) * PAGE })
  const rows = person
    ? await waitsIn(turn, actingOn(person, turn.today, turn.directory), matters)
    : matters.map((matter) => ({ matter }))
  return { rows, page: shown, total, most: MOST_COUNTED, said: counted(total, MOST_COUNTED) }
}

/** These matters, each with the step that waits for the person, as he acts today, and in whose stead it would be done. */
export async function waitsIn(
  { store, directory }: Turn,
  person: Person,
  matters: readonly Matter[],
): Promise<PendingPage['rows']> {
  const kinds = await store.pending.kindsOf(
    selvesOf(person).map((one) => one.id),
    matters.map((one) => one.id),
  )
  return matters.map((matter) => {
    const waits = pressing(kinds.get(matter.id), person)
    const inStead = waits && directory.people.get(waits.person)
    const another = inStead && inStead.id !== person.id ? { inStead } : {}
    return { matter, ...(waits ? { kind: waits.kind } : {}), ...another }
  })
}

const personIn = (asked: Whose): Person | undefined =>
  typeof asked === 'object' && 'person' in asked ? asked.person : undefined

interface Waits {
  person: number
  kind: DutyKind
}

/** His own before an absent person's; what others wait for before his own carrying on. */
function pressing(waits: Waits[] = [], person: Person): Waits | undefined {
  const own = waits.filter((one) => one.person === person.id)
  const those = own.length > 0 ? own : waits
  return those.find(({ kind }) => kind !== 'carry') ?? those[0]
}

function ofPerson({ actor, directory, today }: Spoken, person: Person): Wanted {
  const waitsFor = selvesOf(actingOn(person, today, directory)).map((one) => one.id)
  if (person.id === actor.id || seesAll(actor)) return { waitsFor }
  if (!heads(actor, directory.units.get(person.unit)))
    throw new Declined(
      'E-RIGHT-5',
      `${person.name}的待办由本人、科室负责人、局领导和督查室查看。`,
      ['待办'],
    )
  // A head sees what his people do for his own house, not what they do for a task force.
  return { waitsFor, leads: housesOf(actor, directory) }
}

async function ofUnits({ actor, directory, store }: Spoken, asked: Whose): Promise<Wanted> {
  if (asked === 'all') {
    if (seesAll(actor)) return {}
    throw new Declined('E-RIGHT-5', '全局的待办由局领导和督查室查看。', ['待办'])
  }
  const unit =
    typeof asked === 'object' && 'unit' in asked ? asked.unit : directory.units.get(actor.unit)
  if (!unit) throw new Declined('E-UNIT-1', '还缺：科室。', ['待办'])
  if (!seesAll(actor) && !housesOf(actor, directory).includes(unit.id))
    throw new Declined('E-RIGHT-5', `${unit.name}的待办由本单位人员、局领导和督查室查看。`, [
      '待办',
    ])
  const leads = houseOf(unit, directory)
  // What the house owes other units as 协办 is its work too.
  const house = leads.flatMap((id) => directory.membersOf(id).map((one) => one.id))
  const also = await store.pending.supportedBy(house)
  return { leads, ...(also.length > 0 ? { also } : {}) }
}

function narrowed(turn: Spoken, which: readonly Scope[]): Wanted {
  const { now, today, calendar } = turn
  const ends = which.flatMap((scope) => endOfScope(scope, today) ?? [])
  return {
    ...(ends.length > 0 ? { nextBefore: Math.min(...ends) } : {}),
    ...(which.includes('逾期')
      ? { light: { is: 'red', now, yellowBefore: yellowBefore(now, calendar) } }
      : {}),
  }
}
