/** 专班名单 as a table: a line for each task force with its leader, members and last day; what is wrong is said by line. */
import type { Directory } from '../domain/people/directory.ts'
import type { ForceOrder } from '../domain/people/force.ts'
import type { Person } from '../domain/people/person.ts'
import { type Day, isDay } from '../domain/time/day.ts'
import type { Cell } from './cell.ts'

export interface ForceReading {
  orders: (ForceOrder & { line: number })[]
  /** Finished sentences that name the line. */
  findings: string[]
}

type Column = 'name' | 'leader' | 'members' | 'ends'

const titles: Readonly<Record<Column, readonly string[]>> = {
  name: ['专班', '专班名称', '名称'],
  leader: ['牵头人', '牵头领导', '负责人', '组长', '牵头'],
  members: ['成员', '成员名单', '组员', '专班成员'],
  ends: ['截止日期', '结束日期', '到期日', '截止', '期限'],
}
const HEADER_WITHIN = 10

/** Reads the lines below the header, which is the first line with two titles that are known. */
export function readForces(
  lines: readonly (readonly Cell[])[],
  directory: Directory,
): ForceReading {
  const header = lines.slice(0, HEADER_WITHIN).findIndex((line) => columnsIn(line).size > 1)
  const at = columnsIn(lines[header] ?? [])
  const lacks = (Object.keys(titles) as Column[]).filter((column) => !at.has(column))
  if (lacks.length > 0) {
    const named = lacks.map((column) => `“${titles[column][0]}”`).join('、')
    return { orders: [], findings: [`第${Math.max(header, 0) + 1}行：缺少${named}列。`] }
  }
  const orders: ForceReading['orders'] = []
  const findings: string[] = []
  const seen = new Map<string, number>()
  lines.slice(header + 1).forEach((cells, below) => {
    const line = header + below + 2
    const cell = (column: Column) => textOf(cells[at.get(column)!] ?? null)
    if ((Object.keys(titles) as Column[]).every((column) => cell(column) === '')) return
    const wrongs: string[] = []
    const leader = whom(cell('leader'), directory)
    const members = cell('members')
      .split(/[、,，;；/\s]+/)
      .filter(Boolean)
    const people = members.map((one) => whom(one, directory))
    const ends = dayIn(cell('ends'))
    const before = seen.get(cell('name'))
    if (cell('name') === '') wrongs.push('专班名称为空，请补填')
    else if (before !== undefined) wrongs.push(`${cell('name')}与第${before}行重复`)
    if (typeof leader === 'string') wrongs.push(`牵头人${leader}`)
    if (members.length === 0) wrongs.push('成员为空，请补填')
    for (const one of people) if (typeof one === 'string') wrongs.push(`成员${one}`)
    if (!ends) wrongs.push(`截止日期“${cell('ends').slice(0, 20)}”不是日期，请写如 2026-12-31`)
    seen.set(cell('name'), line)
    findings.push(...wrongs.map((wrong) => `第${line}行：${wrong}。`))
    if (wrongs.length === 0)
      orders.push({
        line,
        name: cell('name'),
        leader: leader as Person,
        members: people as Person[],
        ends: ends!,
      })
  })
  if (orders.length === 0 && findings.length === 0) findings.push('表中没有专班，请填写后再发。')
  return { orders, findings }
}

function columnsIn(cells: readonly Cell[]): Map<Column, number> {
  const found = new Map<Column, number>()
  cells.forEach((cell, where) => {
    const title = textOf(cell).replaceAll(/[\s*]|\(.*$/gs, '')
    const column = (Object.keys(titles) as Column[]).find((one) => titles[one].includes(title))
    if (column && !found.has(column)) found.set(column, where)
  })
  return found
}

/** The person of that name, with his unit before it where two have it; else what is wrong with the name. */
function whom(said: string, directory: Directory): Person | string {
  const text = said.replace(/^@/, '').replaceAll(/[()（）]/g, '')
  if (text === '') return '为空，请补填'
  const unit = directory.unitAt(text)
  const name = unit ? text.slice(unit.length) : text
  const own = directory.named(name).filter((one) => !unit || one.unit === unit.unit.id)
  if (own.length === 1) return own[0]!
  const shown = said.slice(0, 20)
  if (own.length === 0) return `“${shown}”不在名册中，请核对`
  return `“${shown}”有${own.length}位，请在姓名前写明科室`
}

function dayIn(text: string): Day | undefined {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?$/.exec(text) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const textOf = (cell: Cell): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .trim()
