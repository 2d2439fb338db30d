/** A matter as the table keeps it, and back. */
import { isHandedIn } from '../domain/matter/light.ts'
import { isOpen, type Matter, nextDate } from '../domain/matter/matter.ts'
import { noSides, type Sides } from '../domain/matter/sides.ts'
import type { Tables } from './tables.ts'

type Row = Tables['matters']

/** A row as a matter; column by column, since a spread of forty of them costs more than the query. */
export function matterOf(row: Row): Matter {
  const sides: Sides = row.sides === null ? noSides : { ...noSides, ...JSON.parse(row.sides) }
  return {
    said: sides.said,
    steps: sides.steps,
    path: sides.path,
    supports: sides.supports,
    suspended: sides.suspended,
    ended: sides.ended,
    withdrawal: sides.withdrawal,
    declines: sides.declines,
    instruction: sides.instruction,
    ruled: sides.ruled,
    refusal: sides.refusal,
    client: sides.client,
    follower: sides.follower,
    attachments: sides.attachments,
    papers: sides.papers,
    risks: sides.risks,
    id: row.id,
    formal: row.formal,
    title: row.title,
    basis: row.basis,
    source: row.source,
    origin: row.origin as Matter['origin'],
    assigner: row.assigner,
    lead: row.lead,
    proposed: row.proposed,
    handler: row.handler,
    status: row.status as Matter['status'],
    profile: row.profile,
    level: row.level as Matter['level'],
    urgent: row.urgent,
    start: row.start,
    due: row.due,
    firstDue: row.first_due,
    provisional: row.provisional === 1,
    percent: row.percent,
    report: parsed(row.report),
    closing: parsed(row.closing),
    extension: parsed(row.extension),
    refused: parsed(row.refused),
    grade: row.grade as Matter['grade'],
    returned: row.returned,
    extended: row.extended,
    reopened: row.reopened,
    round: row.round,
    series: row.series,
    batch: row.batch,
    mergedInto: row.merged_into,
    chat: row.chat,
    created: row.created,
    changed: row.changed,
    closed: row.closed,
    rev: row.rev,
    head: row.head,
  }
}

/** A matter as a row. */
export function rowOf(matter: Matter): Row {
  return {
    id: matter.id,
    formal: matter.formal,
    title: matter.title,
    basis: matter.basis,
    source: matter.source,
    origin: matter.origin,
    assigner: matter.assigner,
    lead: matter.lead,
    proposed: matter.proposed,
    handler: matter.handler,
    status: matter.status,
    open: isOpen(matter) ? 1 : 0,
    profile: matter.profile,
    level: matter.level,
    urgent: matter.urgent,
    start: matter.start,
    next: nextDate(matter),
    due: matter.due,
    first_due: matter.firstDue,
    provisional: matter.provisional ? 1 : 0,
    percent: matter.percent,
    report: text(matter.report),
    closing: text(matter.closing),
    extension: text(matter.extension),
    refused: text(matter.refused),
    grade: matter.grade,
    returned: matter.returned,
    extended: matter.extended,
    reopened: matter.reopened,
    round: matter.round,
    series: matter.series,
    batch: matter.batch,
    merged_into: matter.mergedInto,
    sides: sidesOf(matter),
    handed: isHandedIn(matter) ? (matter.closing?.at ?? null) : null,
    refusal: matter.refusal?.outcome ?? null,
    chat: matter.chat,
    created: matter.created,
    changed: matter.changed,
    closed: matter.closed,
    rev: matter.rev,
    head: matter.head,
  }
}

const parsed = <T>(json: string | null): T | null => (json === null ? null : JSON.parse(json))
const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

const SIDES = Object.keys(noSides) as (keyof Sides)[]

/** Only what is there; null when nothing is. */
function sidesOf(matter: Sides): string | null {
  let found: Record<string, unknown> | undefined
  for (const name of SIDES) {
    const value = matter[name]
    if (value === null || value === false || value === 0) continue
    if (Array.isArray(value) && value.length === 0) continue
    found ??= {}
    found[name] = value
  }
  return found ? JSON.stringify(found) : null
}
