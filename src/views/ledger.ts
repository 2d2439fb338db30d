/** 台账 as a card: what it is narrowed to, choices to narrow it further, the lines, and the way to the paper. */
import { button, buttons, columns, select } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { type LedgerAsk, SOURCES, STATES } from '../domain/ledger.ts'
import type { Unit } from '../domain/people/person.ts'
import { type ListPage, listCard } from './list.ts'
import type { Seen } from './seen.ts'
import { lightName } from './words.ts'

const ALL_UNITS = '全部科室'
const ALL_SOURCES = '全部来源'

/** The sentence that asks for this ledger again; the same words for the same ask. */
export function ledgerSay(ask: LedgerAsk): string {
  return ['台账', ...(ask.export ? ['导出'] : []), ...filtersOf(ask)].join(' ')
}

/** `预算科 · 批示 · 本月`; 在办 where nothing narrows it. */
export function ledgerTitle(ask: LedgerAsk): string {
  const filters = filtersOf(ask)
  return ['台账', ...(filters.length > 0 ? filters : ['在办'])].join(' · ')
}

function filtersOf(ask: LedgerAsk): string[] {
  const { unit, person, source, state, light, scopes, month, profile, words } = ask
  return [
    unit?.name,
    person?.name,
    source,
    state,
    light && `${lightName[light]}灯`,
    ...new Set(scopes),
    month && `${month.year}年${month.month}月`,
    profile,
    words,
  ].filter((one): one is string => !!one)
}

/** A page of it, with the choices above and the export below; `units` are those the reader may choose among. */
export function ledgerCard(
  ask: LedgerAsk,
  list: Omit<ListPage, 'title' | 'say' | 'above'>,
  units: readonly Unit[],
  seen: Seen,
): Card {
  const say = ledgerSay(ask)
  const shown = listCard(
    { ...list, title: ledgerTitle(ask), say, above: choices(ask, units) },
    seen,
  )
  const exporting = button({ text: '导出表格', say: ledgerSay({ ...ask, export: true }) })
  const { body } = shown
  return {
    ...shown,
    body: {
      ...body,
      elements: list.total > 0 ? [...body.elements, buttons([exporting])] : body.elements,
    },
  }
}

/** Three lists to choose from, each keeping what the others say. */
function choices(ask: LedgerAsk, units: readonly Unit[]): Element[] {
  const one = (
    name: string,
    options: readonly string[],
    now: string | null | undefined,
    rest: LedgerAsk,
  ): Element => ({
    ...select({
      name,
      placeholder: options[0] ?? '',
      options: options.map((text) => ({ text, value: text })),
      ...(now ? { value: now } : {}),
    }),
    behaviors: [{ type: 'callback', value: { say: `${ledgerSay(rest)} {${name}}` } }],
  })
  const lists: Element[] = [
    one('state', Object.keys(STATES), ask.state, { ...ask, state: null }),
    one('source', [ALL_SOURCES, ...SOURCES], ask.source, { ...ask, source: null }),
  ]
  if (units.length > 1) {
    const names = [ALL_UNITS, ...units.map((unit) => unit.name)]
    lists.unshift(one('unit', names, ask.unit?.name, { ...ask, unit: null }))
  }
  const to = (text: string, next: LedgerAsk) => button({ text, say: ledgerSay(next) })
  const taps = [
    ...(ask.scopes.includes('逾期') ? [] : [to('逾期', { ...ask, state: null, scopes: ['逾期'] })]),
    ...(isNarrow(ask) ? [button({ text: '清除筛选', say: '台账' })] : []),
  ]
  return [
    columns(lists.map((list) => ({ elements: [list] }))),
    ...(taps.length > 0 ? [buttons(taps)] : []),
  ]
}

const isNarrow = (ask: LedgerAsk): boolean => filtersOf(ask).length > 0
