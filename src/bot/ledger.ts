/** 台账: what was asked for as the store is asked, within what the speaker may know. */
import { Declined } from '../domain/declined.ts'
import { type LedgerAsk, STATES, spanOf } from '../domain/ledger.ts'
import { endOfScope, yellowBefore } from '../domain/matter/urgency.ts'
import { houseOf, housesOf } from '../domain/people/house.ts'
import { isLeader, seesAll, unitsInChargeOf } from '../domain/people/rights.ts'
import { MOST_COUNTED, type Wanted } from '../store/ledger.ts'
import { PAGE, pageWithin } from '../views/list.ts'
import { withWords } from './finding.ts'
import type { Spoken } from './turn.ts'

/** A page of it, from 1. */
export async function ledgerPage(turn: Spoken, ask: LedgerAsk, page: number) {
  const wanted = await ledgerWanted(turn, ask)
  const { ledger } = turn.store
  const total = await ledger.count(wanted)
  const shown = pageWithin(page, total)
  const matters = await ledger.page(wanted, { limit: PAGE, offset: (shown - 1) * PAGE })
  return { rows: matters.map((matter) => ({ matter })), total, most: MOST_COUNTED, page: shown }
}

/** The list that a ledger asks for; declines what is not the speaker's to see. */
export async function ledgerWanted(turn: Spoken, ask: LedgerAsk): Promise<Wanted> {
  const { now, today, calendar } = turn
  const state = STATES[ask.state ?? (ask.month ? '全部' : '在办')]
  const light = ask.scopes.includes('逾期') ? 'red' : ask.light
  const ends = ask.scopes.flatMap((scope) => endOfScope(scope, today) ?? [])
  const { profile } = ask
  const ids = await idsIn(turn, ask)
  return {
    open: state.open,
    ...('statuses' in state ? { statuses: state.statuses } : {}),
    ...whose(turn, ask),
    ...(ask.source ? { sources: [ask.source] } : {}),
    ...(light ? { light: { is: light, now, yellowBefore: yellowBefore(now, calendar) } } : {}),
    ...(ends.length > 0 ? { nextBefore: Math.min(...ends) } : {}),
    ...(ask.month ? { moved: spanOf(ask.month) } : {}),
    ...(profile ? { kind: { profile, ids: await withWords(turn, profile) } } : {}),
    ...(ids ? { ids } : {}),
  }
}

/** More than a person carries, was named for or gave. */
const MOST_OF_PERSON = 1000

/** The numbers that a person and words narrow it to. */
async function idsIn(turn: Spoken, ask: LedgerAsk): Promise<number[] | undefined> {
  const found = ask.words ? await withWords(turn, ask.words) : undefined
  if (!ask.person || fieldOf(turn, ask).length > 0) return found
  const his = await turn.store.ledger.idsOf(ask.person.id, MOST_OF_PERSON)
  return found ? his.filter((id) => found.includes(id)) : his
}

/** The units a leader is in charge of, where a leader was named. */
const fieldOf = ({ directory }: Spoken, { person }: LedgerAsk) =>
  person && isLeader(person) ? unitsInChargeOf(person, directory) : []

function whose(turn: Spoken, ask: LedgerAsk): Pick<Wanted, 'leads'> {
  const { actor, directory } = turn
  const units = ask.unit ? [ask.unit] : fieldOf(turn, ask)
  const leads = [...new Set(units.flatMap((one) => houseOf(one, directory)))]
  if (seesAll(actor)) return leads.length > 0 ? { leads } : {}
  const own = housesOf(actor, directory)
  if (leads.length === 0) return { leads: own }
  const may = leads.filter((id) => own.includes(id))
  if (may.length > 0) return { leads: may }
  const name = ask.unit?.name ?? `${ask.person?.name ?? ''}分管科室`
  throw new Declined('E-RIGHT-5', `${name}的台账由本单位人员、局领导和督查室查看。`, ['台账'])
}
