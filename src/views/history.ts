/** 历史: a matter's life as a timeline: when, who, by what way, in which words, and what was before and after. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Directory } from '../domain/people/directory.ts'
import { clockOf, dayOf, type Instant } from '../domain/time/day.ts'
import { shortened, statusName } from './words.ts'

export interface HistoryLine {
  at: Instant
  actor: number | null
  verb: string
  text: string
  way: string
  change: { before: Record<string, unknown> | null; after: Record<string, unknown> }
}

/** Lines on one card. */
const LINES = 12

export interface HistoryPage {
  matter: Matter
  lines: HistoryLine[]
  /** What is wrong with the chain; empty when it is whole. */
  broken: string[]
  /** From 1; a later one than there is shows the last. */
  page: number
}

/** A page of the timeline, oldest first, with the mark of the chain below. */
export function historyCard(
  { matter, lines, broken, page }: HistoryPage,
  directory: Directory,
): Card {
  const last = Math.max(1, Math.ceil(lines.length / LINES))
  const shown = Math.min(page, last)
  const elements: Element[] = lines
    .slice((shown - 1) * LINES, shown * LINES)
    .map((line) => text(lineSaid(line, directory)))
  const to = (label: string, number: number) =>
    button({ text: label, say: `历史 ${matter.id} 第${number}页` })
  const taps = [
    ...(shown > 1 ? [to('上一页', shown - 1)] : []),
    ...(shown < last ? [to('下一页', shown + 1)] : []),
    button({ text: '导出', say: `历史 ${matter.id} 导出` }),
  ]
  if (last > 1) elements.push(note(`第${shown}页，共${last}页。`))
  elements.push(note(markOf(matter, lines.length, broken)), buttons(taps))
  return card({
    title: `${matter.id}号 历史（${lines.length}条）`,
    subtitle: shortened(matter.title, 60),
    color: broken.length > 0 ? 'red' : 'grey',
    elements,
  })
}

/** Whole or not, with the beginning of the last line's hash: on paper it tells a later forgery. */
function markOf({ head }: Matter, count: number, broken: string[]): string {
  if (broken.length > 0) return `校验异常：${broken.slice(0, 5).join('；')}。请告知管理员。`
  return `校验通过：${count}条首尾相连，只增不改。末条指纹 ${head.slice(0, 12)}。`
}

/** `2026-11-23 09:12 陈静 交办（消息）：报送…` and below it what changed. */
function lineSaid(line: HistoryLine, directory: Directory): string {
  const { inStead } = line.change.after
  const stead = typeof inStead === 'number' ? `（代${directory.name(inStead)}）` : ''
  const who = line.actor === null ? '系统' : directory.name(line.actor) + stead
  const said = line.text ? `：${line.text}` : ''
  const changes = changesSaid(line.change, directory)
  const below = changes.length > 0 ? `\n${changes.join('；')}` : ''
  return `${dayOf(line.at)} ${clockOf(line.at)} ${who} ${line.verb}（${line.way}）${said}${below}`
}

type Told = (value: unknown, directory: Directory) => string

const when: Told = (at) => `${dayOf(at as Instant)} ${clockOf(at as Instant)}`
const name: Told = (id, directory) => directory.name(id as number)
const plain: Told = (value) => shortened(String(value), 40)

/** The fields that a reader asks about, in his words; the line itself tells the rest. */
const FIELDS: Record<string, [label: string, told: Told]> = {
  status: ['状态', (status) => statusName(status as Matter['status'])],
  title: ['事项', plain],
  basis: ['依据', plain],
  lead: ['责任单位', (id, directory) => directory.unitName(id as number)],
  handler: ['承办人', name],
  due: ['时限', when],
  percent: ['进度', (percent) => `${percent}%`],
  grade: ['等次', plain],
  profile: ['规则', plain],
  urgent: ['特急', plain],
}

function changesSaid({ before, after }: HistoryLine['change'], directory: Directory): string[] {
  if (before === null) return []
  return Object.entries(FIELDS).flatMap(([field, [label, told]]) => {
    if (!(field in before) && !(field in after)) return []
    const said = (value: unknown) =>
      value === null || value === undefined ? '无' : told(value, directory) || '无'
    return [`${label}：${said(before[field])} → ${said(after[field])}`]
  })
}
