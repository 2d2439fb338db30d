/** 次月计划 on paper: the office's own layout, one table for a unit or for all. */
import { nextDate } from '../domain/matter/matter.ts'
import type { Plan } from '../domain/returns/plan.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Cell } from './cell.ts'
import { kindOf, type PlanSeen } from './plan-line.ts'
import type { Column, Sheet } from './sheet.ts'

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 6 },
  { title: '科室', width: 16 },
  { title: '工作内容', width: 48 },
  { title: '完成时限', width: 14, as: 'day' },
  { title: '责任人', width: 10 },
  { title: '督办编号', width: 16 },
  { title: '备注', width: 12 },
]

/** The plans of a month as a sheet, landscape, with the title over the whole width. */
export function planSheet(whose: string, plans: readonly Plan[], seen: PlanSeen): Sheet {
  const [year, month] = (plans[0]?.month ?? '').split('-').map(Number)
  let n = 0
  return {
    name: '次月计划',
    title: `${whose}${year}年${month}月工作计划`,
    columns: COLUMNS,
    rows: plans.flatMap((plan) =>
      plan.lines.map((line): Cell[] => {
        const matter = line.matter === null ? undefined : seen.matters.get(line.matter)
        n += 1
        return [
          n,
          seen.directory.unitName(plan.unit),
          line.text,
          matter ? dayOf(nextDate(matter)) : null,
          seen.directory.name(matter?.handler ?? null) || null,
          matter?.formal ?? null,
          kindOf(line, plan.month, matter),
        ]
      }),
    ),
    landscape: true,
    paper: 'a4',
    freeze: 2,
  }
}
