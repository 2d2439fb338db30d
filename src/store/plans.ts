/** 次月计划: a unit's plan for a month, one row each. */
import type { Plan } from '../domain/returns/plan.ts'
import type { Tx } from './engine.ts'
import { Overtaken } from './overtaken.ts'
import type { Tables } from './tables.ts'

/** A unit's plan for a month, if it was laid. */
export async function get(tx: Tx, unit: number, month: string): Promise<Plan | undefined> {
  const row = await tx
    .selectFrom('plans')
    .selectAll()
    .where('unit', '=', unit)
    .where('month', '=', month)
    .executeTakeFirst()
  return row && planOf(row)
}

/** All plans laid for a month. */
export async function of(tx: Tx, month: string): Promise<Plan[]> {
  const rows = await tx
    .selectFrom('plans')
    .selectAll()
    .where('month', '=', month)
    .orderBy('unit')
    .execute()
  return rows.map(planOf)
}

/** Saves a plan over the version that was read (0: none was); throws Overtaken when another turn was first. */
export async function save(tx: Tx, plan: Plan): Promise<Plan> {
  const after = { ...plan, rev: plan.rev + 1 }
  if (plan.rev === 0) {
    const born = await tx
      .insertInto('plans')
      .values(rowOf(after))
      .onConflict((oc) => oc.columns(['unit', 'month']).doNothing())
      .executeTakeFirst()
    if (Number(born.numInsertedOrUpdatedRows) !== 1) throw overtaken(plan)
    return after
  }
  const saved = await tx
    .updateTable('plans')
    .set(rowOf(after))
    .where('unit', '=', plan.unit)
    .where('month', '=', plan.month)
    .where('rev', '=', plan.rev)
    .executeTakeFirst()
  if (Number(saved.numUpdatedRows) !== 1) throw overtaken(plan)
  return after
}

const overtaken = ({ unit, month }: Plan) => new Overtaken(`plan ${unit} ${month}`)

const planOf = ({ person, ...row }: Tables['plans']): Plan => ({
  ...row,
  lines: JSON.parse(row.lines),
  dropped: JSON.parse(row.dropped),
  asked: row.asked === 1,
  by: person,
  late: row.late === 1,
})

const rowOf = ({ by, ...plan }: Plan): Tables['plans'] => ({
  ...plan,
  lines: JSON.stringify(plan.lines),
  dropped: JSON.stringify(plan.dropped),
  asked: plan.asked ? 1 : 0,
  person: by,
  late: plan.late ? 1 : 0,
})
