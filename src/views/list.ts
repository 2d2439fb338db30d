/** Lists of matters: one line each, the most pressing first, and every line is a tap to look closer. */
import { button, buttons, card, note, tappable, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import { isHandedIn, lightOf } from '../domain/matter/light.ts'
import { type Matter, nextDate } from '../domain/matter/matter.ts'
import type { Person } from '../domain/people/person.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, dutyWords, lightSign, remaining, shortened, statusSaid } from './words.ts'

/** What a list may hold on one card; the rest is a count and another page. */
export const PAGE = 10

/** `🔴 12号 问题楼盘化解方案 · 王强 · 办理中 · 11月27日 周五（逾期3天）`; closed ones say when, without a light. */
export function matterLine(matter: Matter, seen: Seen, kind?: DutyKind, inStead?: Person): string {
  const light = lightOf(matter, seen.now, seen.calendar)
  const who = seen.directory.name(matter.handler) || seen.directory.unitName(matter.lead)
  const state = kind && kind !== 'carry' ? dutyWords[kind] : statusSaid(matter)
  const at = light ? nextDate(matter) : (matter.closed ?? matter.due)
  const day = daySaid(dayOf(at), dayOf(seen.now))
  const step = light && matter.steps.find((one) => one.done === null && one.due === at)
  const left = light && !isHandedIn(matter) ? `（${remaining(at, seen.now)}）` : ''
  const sign = light ? `${lightSign[light]} ` : ''
  const next = step ? `${step.name} ${day}` : day
  const stead = inStead ? `代@${inStead.name} ` : ''
  const title = shortened(matter.title, 28)
  return `${sign}${stead}${matter.id}号 ${title} · ${who} · ${state} · ${next}${left}`
}

export interface ListPage {
  title: string
  rows: { matter: Matter; kind?: DutyKind; inStead?: Person }[]
  /** How many there are in all. */
  total: number
  /** More than this are not counted one by one. */
  most?: number
  /** The sentence that asks for this list, for the next page. */
  say: string
  /** The page shown, from 1. */
  page: number
  /** What stands above the list: its filters. */
  above?: Element[]
}

/** A page of a list; each line shows its matter when tapped. */
export function listCard(list: ListPage, seen: Seen): Card {
  const { title, rows, total, say, page, above = [] } = list
  const lines = rows.map(({ matter, kind, inStead }) =>
    tappable(
      `查 ${matter.id}`,
      [text(matterLine(matter, seen, kind, inStead))],
      `查看${matter.id}号`,
    ),
  )
  const body = lines.length > 0 ? lines : [note('没有相关事项。')]
  return card({
    title: `${title}（${counted(total, list.most)}）`,
    color: 'blue',
    elements: [...above, ...body, ...pagesOf(say, page, total, list.most)],
  })
}

/** `12件`, or `1000件以上` where nobody counted further. */
export const counted = (total: number, most = Number.POSITIVE_INFINITY): string =>
  total > most ? `${most}件以上` : `${total}件`

/** The page that a list has which comes nearest to the one asked for. */
export const pageWithin = (page: number, total: number, size = PAGE): number =>
  Math.min(page, Math.max(1, Math.ceil(total / size)))

/** The taps to the pages before and after; nothing where one page holds all. */
export function pagesOf(
  say: string,
  page: number,
  total: number,
  most = Number.POSITIVE_INFINITY,
): Element[] {
  const last = Math.max(1, Math.ceil(total / PAGE))
  if (last === 1) return []
  const to = (label: string, number: number) => button({ text: label, say: `${say} 第${number}页` })
  const all = total > most ? '' : `，共${last}页`
  return [
    note(`第${page}页${all}。点一行看详情。`),
    buttons([
      ...(page > 1 ? [to('上一页', page - 1)] : []),
      ...(page < last ? [to('下一页', page + 1)] : []),
    ]),
  ]
}
