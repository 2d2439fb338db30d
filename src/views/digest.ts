/** 简报: one page for one leader; parts are absent when empty, at most twelve lines (language.md 4). */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Card, Element } from '../card/types.ts'
import type { Digest } from '../domain/digest.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { clockOf, dayOf } from '../domain/time/day.ts'
import { type Kept, keptLines } from './gathered.ts'
import { matterLine } from './list.ts'
import type { Seen } from './seen.ts'
import { daySaid } from './words.ts'

/** Lines on the page; what does not fit is counted and one tap away. */
const LINES = 12

/** The leader's page of a day. */
export function digestCard(digest: Digest & { kept?: Kept[] }, seen: Seen): Card {
  const elements: Element[] = []
  const room = { left: LINES }
  if (digest.waiting.length > 0) {
    heading(elements, '待您处理', digest.waiting.length)
    for (const { matter, kind } of digest.waiting.slice(0, take(room, digest.waiting.length))) {
      elements.push(text(matterLine(matter, seen, kind)))
      elements.push(buttons(tapsFor(matter, kind)))
    }
  }
  // What waits for him is listed already.
  const waits = new Set(digest.waiting.map(({ matter }) => matter.id))
  const kept = (digest.kept ?? []).filter((one) => !one.matter || !waits.has(one.matter.id))
  if (kept.length > 0) {
    heading(elements, '并入的消息', kept.length)
    elements.push(...keptLines(kept, seen))
    take(room, kept.length)
  }
  part(elements, room, '已逾期', digest.overdue, seen)
  part(elements, room, '三个工作日内到期', digest.near, seen)
  part(elements, room, '昨日以来有进展', digest.moved, seen)
  if (digest.meetings.length > 0) {
    heading(elements, '今日例会', digest.meetings.length)
    for (const { series, at } of digest.meetings)
      elements.push(text(`${clockOf(at)} ${series.name}（${series.leader}）`))
  }
  if (room.left <= 0) elements.push(note('其余事项请说“待办”或“待办 科室名”查看。'))
  elements.push(buttons([button({ text: '我的待办', say: '待办' })]))
  return card({
    title: `督办简报 ${daySaid(dayOf(seen.now), dayOf(seen.now))}`,
    color: digest.overdue.length > 0 ? 'orange' : 'blue',
    summary: summaryOf(digest),
    elements,
  })
}

function summaryOf(digest: Digest): string {
  const counts = [
    ['待您处理', digest.waiting.length],
    ['逾期', digest.overdue.length],
    ['将到期', digest.near.length],
  ].flatMap(([name, count]) => (count ? [`${name}${count}件`] : []))
  return counts.length > 0 ? `督办简报：${counts.join('，')}` : '督办简报'
}

function part(
  elements: Element[],
  room: { left: number },
  title: string,
  matters: Matter[],
  seen: Seen,
): void {
  if (matters.length === 0) return
  heading(elements, title, matters.length)
  for (const matter of matters.slice(0, take(room, matters.length)))
    elements.push(text(matterLine(matter, seen)))
}

function heading(elements: Element[], title: string, count: number): void {
  if (elements.length > 0) elements.push(hr())
  elements.push(note(`${title}（${count}）`))
}

function take(room: { left: number }, wanted: number): number {
  const taken = Math.max(0, Math.min(room.left, wanted))
  room.left -= wanted
  return taken
}

function tapsFor(matter: Matter, kind: DutyKind): Button[] {
  const tap = (label: string, say: string) => button({ text: label, say, rev: matter.rev })
  const look = button({ text: `查看${matter.id}号`, say: `查 ${matter.id}` })
  if (kind === 'close') return [tap('销号', `销号 ${matter.id}`), look]
  if (kind === 'review') return [tap('同意', `同意 ${matter.id} 良好`), look]
  if (kind === 'extension') return [tap('准予延期', `同意 ${matter.id} 延期`), look]
  return [look]
}
