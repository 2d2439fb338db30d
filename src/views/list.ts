/** Lists of matters: one line each, the most pressing first, with a tap to look closer. */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import { isHandedIn, lightOf } from '../domain/matter/light.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, dutyWords, lightSign, remaining, shortened, statusSaid } from './words.ts'

/** What a list may hold on one card; the rest is a count and another page. */
export const PAGE = 10

/** `🔴 12号 问题楼盘化解方案 · 王强 · 11月27日 周五（逾期3天）`. */
export function matterLine(matter: Matter, seen: Seen, kind?: DutyKind): string {
  const light = lightOf(matter, seen.now, seen.calendar)
  const who = seen.directory.name(matter.handler) || seen.directory.unitName(matter.lead)
  const state = kind && kind !== 'carry' ? dutyWords[kind] : statusSaid(matter)
  const day = daySaid(dayOf(matter.due), dayOf(seen.now))
  const left = light && !isHandedIn(matter) ? `（${remaining(matter.due, seen.now)}）` : ''
  const sign = light ? `${lightSign[light]} ` : ''
  return `${sign}${matter.id}号 ${shortened(matter.title, 28)} · ${who} · ${state} · ${day}${left}`
}

/** The same for many eyes: the unit instead of the person, the date without a count of days (tension T16). */
export function publicLine(matter: Matter, seen: Seen): string {
  const light = lightOf(matter, seen.now, seen.calendar)
  const day = daySaid(dayOf(matter.due), dayOf(seen.now))
  const sign = light ? `${lightSign[light]} ` : ''
  const unit = seen.directory.unitName(matter.lead)
  return `${sign}${matter.id}号 ${shortened(matter.title, 28)} · ${unit} · ${statusSaid(matter)} · ${day}`
}

export interface ListPage {
  title: string
  rows: { matter: Matter; kind?: DutyKind }[]
  /** How many there are in all. */
  total: number
  /** The sentence that asks for this list, for the next page. */
  say: string
  /** The page shown, from 1. */
  page: number
}

/** A page of a list; the numbers are buttons that show the matter. */
export function listCard({ title, rows, total, say, page }: ListPage, seen: Seen): Card {
  const elements: Element[] = rows.map(({ matter, kind }) => text(matterLine(matter, seen, kind)))
  if (rows.length === 0) elements.push(note('没有相关事项。'))
  else {
    elements.push(hr())
    const looks = rows
      .slice(0, 5)
      .map(({ matter }) => button({ text: `${matter.id}号`, say: `查 ${matter.id}` }))
    elements.push(buttons(looks))
  }
  const last = Math.max(1, Math.ceil(total / PAGE))
  if (last > 1) {
    const turns = []
    if (page > 1) turns.push(button({ text: '上一页', say: `${say} 第${page - 1}页` }))
    if (page < last) turns.push(button({ text: '下一页', say: `${say} 第${page + 1}页` }))
    elements.push(note(`第${page}页，共${last}页`), buttons(turns))
  }
  return card({ title: `${title}（${total}件）`, color: 'blue', elements })
}
