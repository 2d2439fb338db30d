/** A filled-in roster read line by line; whatever is wrong is said with its line, nothing is guessed. */
import type { Post, Role } from '../domain/people/person.ts'
import type { RosterRow } from '../domain/people/roster-row.ts'
import type { Cell } from './cell.ts'
import { amongLines } from './roster-crosscheck.ts'
import {
  columnTitles,
  neededColumns,
  postWords,
  type RosterColumn,
  roleWords,
} from './roster-words.ts'

export interface Finding {
  /** Line of the sheet, 1 for the first. */
  line: number
  /** An error keeps the line out; a warning asks somebody to look. */
  level: 'error' | 'warning'
  /** A finished sentence that names the line. Mobiles are never repeated in it. */
  say: string
}

export interface RosterReading {
  /** The lines without an error. While there are errors nothing may be imported: the missing would count as left. */
  rows: RosterRow[]
  findings: Finding[]
}

/** How far down the header may stand, below titles and notes. */
const HEADER_WITHIN = 10

type Texts = Partial<Record<RosterColumn, string>>

/** Reads the lines of the roster's tab. The header is the first line with 姓名; columns may stand in any order. */
export function readRoster(lines: readonly (readonly Cell[])[]): RosterReading {
  const at = lines.slice(0, HEADER_WITHIN).findIndex((line) => line.some(isNameTitle))
  const header = headerOf(lines[at] ?? [])
  const findings: Finding[] = []
  const note = (line: number, level: Finding['level'], say: string) => {
    findings.push({ line, level, say: `第${line}行：${say}` })
  }

  const missing = neededColumns.filter((column) => !header.at.has(column))
  if (missing.length > 0) {
    const titles = missing.map((column) => `“${columnTitles[column][0]}”`).join('、')
    note(Math.max(at, 0) + 1, 'error', `缺少${titles}列，请使用花名册模板`)
    return { rows: [], findings }
  }
  for (const title of header.strange)
    note(at + 1, 'warning', `“${title}”列不在模板中或重复，已略过`)

  const read: RosterRow[] = []
  lines.slice(at + 1).forEach((cells, below) => {
    const texts = Object.fromEntries(
      [...header.at].map(([column, where]) => [column, textOf(cells[where] ?? null)]),
    ) as Texts
    if (Object.values(texts).every((text) => text === '')) return
    const line = at + below + 2
    const { row, wrongs } = readLine(texts, line)
    for (const wrong of wrongs) note(line, 'error', wrong)
    if (wrongs.length === 0) read.push(row)
  })
  if (read.length === 0 && findings.every((finding) => finding.level === 'warning'))
    note(at + 2, 'error', '表中没有人员，请填写后再发')

  const crossed = amongLines(read)
  for (const { line, level, say } of crossed) note(line, level, say)
  const wrong = new Set(crossed.flatMap((one) => (one.level === 'error' ? [one.line] : [])))
  findings.sort((one, other) => one.line - other.line)
  return { rows: read.filter((row) => !wrong.has(row.line)), findings }
}

function headerOf(cells: readonly Cell[]) {
  const at = new Map<RosterColumn, number>()
  const strange: string[] = []
  cells.forEach((cell, where) => {
    const title = titleOf(cell)
    const column = (Object.keys(columnTitles) as RosterColumn[]).find((one) =>
      columnTitles[one].includes(title),
    )
    if (column && !at.has(column)) at.set(column, where)
    // 序号 stands in nearly every office's table and says nothing.
    else if (title !== '' && title !== '序号') strange.push(title)
  })
  return { at, strange }
}

function readLine(texts: Texts, line: number): { row: RosterRow; wrongs: string[] } {
  const wrongs: string[] = []
  const name = (texts.name ?? '').replaceAll(/\s/g, '')
  const unit = texts.unit ?? ''
  if (name === '') wrongs.push('姓名为空，请补填')
  else if (name.startsWith('=')) wrongs.push('姓名是没有算出结果的公式，请改成文字')
  else if (!/^[\p{L}·]{1,20}$/u.test(name))
    wrongs.push(`姓名“${name.slice(0, 20)}”不像姓名，请核对`)
  if (unit === '') wrongs.push('部门为空，请补填；合并的单元格请拆分后逐行填写')
  else if (unit.startsWith('=')) wrongs.push('部门是没有算出结果的公式，请改成文字')

  const post = keyOf<Post>(postWords, texts.post ?? '')
  if (!post) wrongs.push(`岗位${named(texts.post)}，请填${Object.values(postWords).join('、')}之一`)

  const mobile = (texts.mobile ?? '').replaceAll(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
  if (mobile !== '' && !/^1[3-9]\d{9}$/.test(mobile)) wrongs.push('手机号不是11位手机号码，请核对')

  const roles = texts.roles === undefined ? null : listed(texts.roles)
  for (const role of roles ?? [])
    if (!keyOf<Role>(roleWords, role))
      wrongs.push(`职责“${role}”不认识，可填${Object.values(roleWords).join('、')}`)

  const charges = texts.charges === undefined ? null : listed(texts.charges)
  const remits = texts.remits === undefined ? null : listed(texts.remits)
  for (const word of remits ?? [])
    if (!isWord(word)) wrongs.push(`业务分工“${word.slice(0, 20)}”请写2至20字，几项用“、”隔开`)
  if (charges?.length && post && post !== 'leader' && post !== 'principal')
    wrongs.push('分管部门只由领导填写，请核对岗位')

  const row: RosterRow = {
    line,
    name,
    unit,
    title: texts.title ?? '',
    post: post ?? 'staff',
    mobile: mobile || null,
    roles: roles?.flatMap((role) => keyOf<Role>(roleWords, role) ?? []) ?? null,
    charges,
    remits,
    note: texts.note ?? '',
  }
  return { row, wrongs }
}

const named = (text = '') => (text === '' ? '为空' : `“${text}”不认识`)

const isNameTitle = (cell: Cell) => columnTitles.name.includes(titleOf(cell))

/** A column's title without the hint in brackets, the star of a needed column and the spaces that centre it. */
const titleOf = (cell: Cell) => textOf(cell).replaceAll(/[\s*]|\(.*$/gs, '')

/** Half-width, trimmed text. */
const textOf = (cell: Cell) =>
  String(cell ?? '')
    .normalize('NFKC')
    .trim()

/** A word one can be found by. */
const isWord = (word: string) => /^.{2,20}$/u.test(word)

const listed = (text: string) => [...new Set(text.split(/[、,;/\s]+/).filter(Boolean))]

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word)
}
