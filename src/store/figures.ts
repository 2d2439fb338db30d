/** 讲评的数: the queries, as whole texts, so that anybody can run them again and finds the same number. */
import { sql } from 'kysely'
import type { Figure, FigureKey, Outlook, Span } from '../domain/review/figures.ts'
import { isPostgres, type Tx } from './engine.ts'

/** Counts one figure; the text that was run goes with its value. */
export async function count(
  tx: Tx,
  key: FigureKey,
  span: Span,
  unit: number | null = null,
): Promise<Figure> {
  const text = queryOf(key, span, unit, isPostgres(tx))
  return { key, month: span.month, unit, sql: text, value: await again(tx, text) }
}

/** Runs the query of a figure once more. */
export async function again(tx: Tx, text: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number | string }>(text).execute(tx)
  return Number(rows[0]?.n ?? 0)
}

/** The units that had something closed, or due, in the span. */
export async function units(tx: Tx, span: Span): Promise<number[]> {
  const { from, to } = span
  const text = `${ledgerAsOf(span, isPostgres(tx))} select distinct lead from ledger where ${COUNTED} and ((closed >= ${from} and closed < ${to}) or (due >= ${from} and due < ${to})) order by lead`
  const { rows } = await sql.raw<{ lead: number }>(text).execute(tx)
  return rows.map((row) => row.lead)
}

/** Of what falls due in the whole month: how many, and how many can no longer be handed in by their dates. */
export async function outlook(tx: Tx, { from, to, end }: Span): Promise<Outlook> {
  const handed = jsonOf(isPostgres(tx)).handed
  // Both kinds of matters are named so that the index on their dates is used.
  const text = `select count(*) as due, sum(case when due < ${to} and coalesce(${handed}, ${to}) > due then 1 else 0 end) as lost from matters where open in (0, 1) and due >= ${from} and due < ${end} and ${COUNTED} and status <> 'suspended'`
  const { rows } = await sql.raw<{ due: number; lost: number | null }>(text).execute(tx)
  return { due: Number(rows[0]?.due ?? 0), lost: Number(rows[0]?.lost ?? 0) }
}

const COUNTED = "status not in ('draft', 'withdrawn', 'merged')"
const CLOSED = "status in ('closed_out', 'archived')"

function queryOf(key: FigureKey, span: Span, unit: number | null, postgres: boolean): string {
  const { from, to, next } = span
  if (key === 'returned' || key === 'reopened') return eventsOf(key, span, unit, postgres)
  const within = (column: string) => `${column} >= ${from} and ${column} < ${to}`
  const closed = `${CLOSED} and ${within('closed')}`
  const due = `${COUNTED} and status <> 'suspended' and ${within('due')}`
  const where: Record<Exclude<FigureKey, 'returned' | 'reopened'>, string> = {
    created: `${COUNTED} and ${within('created')}`,
    weekly: `${COUNTED} and ${within('created')} and batch is not null`,
    closed,
    inTime: `${closed} and handed <= due`,
    due,
    dueClosed: `${due} and ${CLOSED} and closed < ${to}`,
    overdue: `${COUNTED} and status <> 'suspended' and created < ${to} and due < ${to} and coalesce(handed, ${to}) >= ${to}`,
    extended: `${closed} and extended > 0`,
    ahead: `${COUNTED} and not ${CLOSED} and created < ${to} and due >= ${to} and due < ${next}`,
  }
  const whose = unit === null ? '' : ` and lead = ${Math.trunc(unit)}`
  return `${ledgerAsOf(span, postgres)} select count(*) as n from ledger where ${where[key]}${whose}`
}

/** How each engine reads what a line of history, or a hand-in, holds. */
function jsonOf(postgres: boolean) {
  const before = (field: string) =>
    postgres ? `change::json #>> '{before,${field}}'` : `json_extract(change, '$.before.${field}')`
  const number = (text: string) => (postgres ? `(${text})::bigint` : text)
  const isTold = (field: string) =>
    postgres
      ? `change::json -> 'before' -> '${field}' is not null`
      : `json_type(change, '$.before.${field}') is not null`
  return {
    before,
    number: (field: string) => number(before(field)),
    /** Nothing, told as such, is 0; not told, it is nothing. */
    moment: (field: string, part = '') =>
      `case when ${isTold(field)} then coalesce(${number(before(field + (part && (postgres ? `,${part}` : `.${part}`))))}, 0) end`,
    after: (field: string) =>
      postgres
        ? `(change::json #>> '{after,${field}}')::bigint`
        : `json_extract(change, '$.after.${field}')`,
    // When the unit handed it in: the delay of those who review is not the unit's.
    handed: postgres
      ? "coalesce((closing::json ->> 'at')::bigint, closed)"
      : "coalesce(json_extract(closing, '$.at'), closed)",
    closing: postgres ? "(closing::json ->> 'at')::bigint" : "json_extract(closing, '$.at')",
  }
}

/**
 * The matters as they stood at a moment: what a later line of history changed is read from what it was before. Later is
 * what was said later; a word on its way at midnight belongs to the day it was said.
 */
function ledgerAsOf({ asOf }: Span, postgres: boolean): string {
  const json = jsonOf(postgres)
  const fields = [
    `${json.number('lead')} as lead`,
    `${json.before('status')} as status`,
    `${json.number('due')} as due`,
    `${json.moment('closed')} as closed`,
    `${json.moment('closing', 'at')} as closing`,
    `${json.number('extended')} as extended`,
  ]
  const past = `select cast(substr(object, 8) as integer) as id, seq, ${fields.join(', ')} from journal where object like 'matter:%' and at >= ${asOf} and coalesce(${json.after('changed')}, at) >= ${asOf}`
  const was = (field: string, now = `m.${field}`) =>
    `coalesce((select p.${field} from past p where p.id = m.id and p.${field} is not null order by seq limit 1), ${now})`
  const columns = 'id, created, batch, lead, status, due, closed, closing, extended'
  const still = columns.replace('closing,', `${json.closing} as closing,`)
  const changed = `m.id, m.created, m.batch, ${was('lead')} as lead, ${was('status')} as status, ${was('due')} as due, ${was('closed')} as closed, ${was('closing', json.closing.replace('closing', 'm.closing'))} as closing, ${was('extended')} as extended`
  return `with past as (${past}), stood as (select ${still} from matters where id not in (select id from past) union all select ${changed} from matters m where m.id in (select id from past)), ledger as (select id, created, batch, lead, status, due, nullif(closed, 0) as closed, coalesce(nullif(closing, 0), nullif(closed, 0)) as handed, extended from stood)`
}

/** How often something happened in the span, what was taken back counted off; a unit's are those of what it led then. */
function eventsOf(
  key: 'returned' | 'reopened',
  span: Span,
  unit: number | null,
  postgres: boolean,
): string {
  const { from, to } = span
  const json = jsonOf(postgres)
  const all = `select coalesce(sum(${json.after(key)} - ${json.number(key)}), 0) as n from journal where object like 'matter:%' and at >= ${from} and at < ${to}`
  if (unit === null) return all
  return `${ledgerAsOf(span, postgres)} ${all} and cast(substr(object, 8) as integer) in (select id from ledger where lead = ${Math.trunc(unit)})`
}
