/** 讲评的数: the queries, as whole texts, so that anybody can run them again and finds the same number. */
import { sql } from 'kysely'
import type { Figure, FigureKey, Span } from '../domain/review/figures.ts'
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
export async function units(tx: Tx, { from, to }: Span): Promise<number[]> {
  const rows = await tx
    .selectFrom('matters')
    .select('lead')
    .distinct()
    .where((eb) =>
      eb.or(
        (['closed', 'due'] as const).map((at) => eb.and([eb(at, '>=', from), eb(at, '<', to)])),
      ),
    )
    .where('status', 'not in', ['draft', 'withdrawn', 'merged'])
    .orderBy('lead')
    .execute()
  return rows.map((row) => row.lead)
}

const COUNTED = "status not in ('draft', 'withdrawn', 'merged')"
const CLOSED = "status in ('closed_out', 'archived')"

function queryOf(
  key: FigureKey,
  { from, to, next }: Span,
  unit: number | null,
  postgres: boolean,
): string {
  // When the unit handed it in: the delay of those who review is not the unit's.
  const handed = postgres
    ? "coalesce((closing::json->>'at')::bigint, closed)"
    : "coalesce(json_extract(closing, '$.at'), closed)"
  const within = (column: string) => `${column} >= ${from} and ${column} < ${to}`
  const closed = `${CLOSED} and ${within('closed')}`
  const due = `${COUNTED} and status <> 'suspended' and ${within('due')}`
  const where: Record<FigureKey, string> = {
    created: `${COUNTED} and ${within('created')}`,
    weekly: `${COUNTED} and ${within('created')} and batch is not null`,
    closed,
    inTime: `${closed} and ${handed} <= due`,
    due,
    dueClosed: `${due} and ${CLOSED} and closed < ${to}`,
    overdue: `${COUNTED} and status <> 'suspended' and created < ${to} and due < ${to} and coalesce(${handed}, ${to}) >= ${to}`,
    returned: `${closed} and returned > 0`,
    extended: `${closed} and extended > 0`,
    reopened: `${closed} and reopened > 0`,
    ahead: `${COUNTED} and open = 1 and created < ${to} and due >= ${to} and due < ${next}`,
  }
  const whose = unit === null ? '' : ` and lead = ${Math.trunc(unit)}`
  return `select count(*) as n from matters where ${where[key]}${whose}`
}
