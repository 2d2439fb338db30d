/** 今日待办: one card in the morning for one who gets no leader's page. */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { dayOf } from '../domain/time/day.ts'
import { type Kept, keptLines } from './gathered.ts'
import { matterLine } from './list.ts'
import type { Seen } from './seen.ts'
import { daySaid } from './words.ts'

/** Matters due today that are listed by name. */
const LINES = 8

/** The morning card: what falls due today, then what was kept back since yesterday. */
export function morningCard({ kept, due }: { kept: Kept[]; due: Matter[] }, seen: Seen): Card {
  const elements: Element[] = []
  if (due.length > 0) {
    elements.push(note(`今天到期（${due.length}）`))
    for (const matter of due.slice(0, LINES)) elements.push(text(matterLine(matter, seen)))
    if (due.length > LINES)
      elements.push(note(`另有${due.length - LINES}件，请说“待办 今天”查看。`))
  }
  if (kept.length > 0) {
    if (due.length > 0) elements.push(hr())
    elements.push(note(`并入的消息（${kept.length}）`), ...keptLines(kept, seen))
  }
  elements.push(buttons([button({ text: '我的待办', say: '待办' })]))
  const counts = [
    ['今天到期', due.length],
    ['并入的消息', kept.length],
  ].flatMap(([name, count]) => (count ? [`${name}${count}件`] : []))
  return card({
    title: `今日待办 ${daySaid(dayOf(seen.now), dayOf(seen.now))}`,
    color: 'blue',
    summary: `今日待办：${counts.join('，')}`,
    elements,
  })
}
