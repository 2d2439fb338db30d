/** 规则.xlsx: every rule a line, written and read; what cannot be read is named line by line. */

import type { DayKind, Profile, ProfileStep, Rung, RungTo } from '../domain/matter/profile.ts'
import { limitSaid } from '../domain/matter/profile-amendment.ts'
import type { Profiles } from '../domain/matter/profiles.ts'
import type { Cell } from './cell.ts'
import {
  endWords,
  levels,
  limitWords,
  ofWords,
  rungSaid,
  stepsSaid,
  toWords,
} from './rule-words.ts'
import type { Sheet } from './sheet.ts'

const YES = ['是', '否']
const KINDS: Readonly<Record<DayKind, string>> = { calendar: '日历日', workday: '工作日' }

const columns = [
  { title: '名称', width: 12 },
  { title: '别名', width: 12 },
  { title: '用途', width: 40 },
  { title: '来源', width: 14 },
  { title: '须写来源', width: 10, choices: YES },
  { title: '计日', width: 10, choices: Object.values(KINDS) },
  { title: '顺延', width: 8, choices: YES },
  { title: '截点', width: 8 },
  { title: '签收', width: 8 },
  { title: '步骤', width: 36 },
  ...levels.map((level) => ({ title: level as string, width: 10 })),
  { title: '申请办结', width: 10, choices: ['负责人', '承办人'] },
  { title: '审核', width: 10, choices: ['督查室', '交办人'] },
  { title: '审核即销号', width: 10, choices: YES },
  { title: '延期次数', width: 10 },
  { title: '延期截点', width: 10 },
  { title: '超限须方案', width: 10, choices: YES },
  { title: '四定', width: 8, choices: YES },
  { title: '提醒', width: 60 },
] as const

/** The rules as a table. */
export function rulesSheet(profiles: Profiles): Sheet {
  return {
    name: '规则',
    columns,
    rows: [...profiles.values()].map(rowOf),
    landscape: true,
    freeze: 1,
  }
}

function rowOf(rule: Profile): Cell[] {
  const yes = (value: boolean) => (value ? '是' : '否')
  return [
    rule.name,
    rule.aliases.join('、'),
    rule.about,
    rule.sources.join('、'),
    yes(rule.sourced),
    KINDS[rule.kind],
    yes(rule.roll),
    rule.cutoff,
    rule.sign,
    stepsSaid(rule.steps),
    ...levels.map((level) => limitWords(rule.limits[level])),
    rule.path.asks === 'handler' ? '承办人' : '负责人',
    rule.path.review === 'assigner' ? '交办人' : '督查室',
    yes(rule.path.short),
    rule.extension.times,
    rule.extension.until,
    yes(rule.plan),
    yes(rule.four),
    rule.ladder.map(rungSaid).join('\n'),
  ]
}

/** The rules of a table, and what of it could not be read, by line. */
export function readRules(rows: readonly Cell[][]): {
  rules: { line: number; rule: Profile }[]
  faults: string[]
} {
  const faults: string[] = []
  const titles = (rows[0] ?? []).map((cell) => String(cell ?? '').trim())
  const lacking = columns.filter((column) => !titles.includes(column.title))
  if (lacking.length > 0)
    return { rules: [], faults: [`第1行缺少这些列：${lacking.map((one) => one.title).join('、')}`] }
  const rules = rows.slice(1).flatMap((row, n) => {
    if (row.every((cell) => cell === null)) return []
    const line = n + 2
    const of = (title: string) => String(row[titles.indexOf(title)] ?? '').trim()
    return [{ line, rule: ruleOf(of, (say) => faults.push(`第${line}行：${say}`)) }]
  })
  const names = rules.map(({ rule }) => rule.name)
  for (const { line, rule } of rules)
    if (names.indexOf(rule.name) !== names.lastIndexOf(rule.name))
      faults.push(`第${line}行：“${rule.name}”写了两次`)
  return { rules, faults: [...new Set(faults)] }
}

function ruleOf(of: (title: string) => string, fault: (say: string) => void): Profile {
  const choice = <T>(title: string, words: Readonly<Record<string, T>>, usual: T): T => {
    const said = of(title)
    if (said === '') return usual
    const found = words[said]
    if (found === undefined) fault(`${title}“${said}”只能是${Object.keys(words).join('、')}`)
    return found ?? usual
  }
  const number = (title: string): number | null => {
    const said = of(title)
    if (said === '') return null
    const found = /^-?\d+/.exec(said)
    if (!found) fault(`${title}“${said}”不是数字`)
    return found ? Number(found[0]) : null
  }
  const flag = (title: string) => choice(title, { 是: true, 否: false }, false)
  return {
    name: of('名称'),
    aliases: listed(of('别名')),
    about: of('用途'),
    sources: listed(of('来源')),
    sourced: flag('须写来源'),
    kind: choice<DayKind>(
      '计日',
      { 日历日: 'calendar', 自然日: 'calendar', 工作日: 'workday' },
      'calendar',
    ),
    roll: flag('顺延'),
    cutoff: of('截点') || null,
    sign: number('签收'),
    steps: listed(of('步骤'), /[；;\n]+/).flatMap((said) => stepOf(said, fault)),
    limits: limitsOf(of, fault),
    path: {
      asks: choice('申请办结', { 负责人: 'head', 承办人: 'handler' } as const, 'head'),
      review: choice('审核', { 督查室: 'supervisor', 交办人: 'assigner' } as const, 'supervisor'),
      short: flag('审核即销号'),
    },
    extension: { times: number('延期次数') ?? 0, until: of('延期截点') || null },
    plan: flag('超限须方案'),
    four: flag('四定'),
    ladder: listed(of('提醒'), /[；;\n]+/).flatMap((said) => rungOf(said, fault)),
  }
}

function limitsOf(of: (title: string) => string, fault: (say: string) => void): Profile['limits'] {
  const limits: Profile['limits'] = {}
  for (const level of levels) {
    const said = of(level)
    const limit = said === '' ? null : limitSaid(said)
    if (limit === undefined) fault(`${level}的时限“${said}”看不懂，请写 7天、1个月 或 下次例会`)
    else if (limit !== null) limits[level] = limit
  }
  return limits
}

function stepOf(said: string, fault: (say: string) => void): ProfileStep[] {
  const hit = /^(\S*?)\s*(-?\d+)\s*天\s*(\S+)$/.exec(said)
  const ends = hit && keyOf(endWords, hit[3]!)
  if (hit && ends) return [{ name: hit[1]!, days: Number(hit[2]), ends }]
  fault(`步骤“${said}”看不懂，请写成“首次反馈 3天 报”`)
  return []
}

function rungOf(said: string, fault: (say: string) => void): Rung[] {
  const hit = /^(\S+)\s+(当天|([前后])(\d+)(个工作日|天))\s+(\S+)\s+(\S+)\s+(\S.*)$/.exec(said)
  const of = hit && keyOf(ofWords, hit[1]!)
  const to = hit && keyOf<RungTo>(toWords, hit[7]!)
  if (hit && of && to) {
    const days = Number(hit[4] ?? 0)
    const kind: DayKind = hit[5] === '天' ? 'calendar' : 'workday'
    return [
      {
        of,
        offset: { days: hit[3] === '前' ? -days : days, kind },
        at: hit[6]!,
        to,
        word: hit[8]!,
      },
    ]
  }
  const nobody = hit && of ? `提醒谁（${Object.values(toWords).join('、')}）没有写明` : '看不懂'
  fault(`提醒“${said}”${nobody}，请写成“办结 前1个工作日 9:07 承办人 请按时办结”`)
  return []
}

const keyOf = <Key extends string>(
  words: Readonly<Record<Key, string>>,
  said: string,
): Key | undefined => (Object.keys(words) as Key[]).find((key) => words[key] === said)

const listed = (said: string, by = /[、，,]+/): string[] =>
  said
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one)
