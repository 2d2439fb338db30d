/** 简报: one page for one leader; parts are absent when empty, at most twelve lines (language.md 4). */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Card, Element } from '../card/types.ts'
import { type Digest, PAGE_LINES, type Part, roomFor } from '../domain/digest.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { clockOf, dayOf } from '../domain/time/day.ts'
import { type Kept, keptLines, TAPPED } from './gathered.ts'
import { counted, matterLine } from './list.ts'
import { reminderSaid } from './reminder.ts'
import type { Seen } from './seen.ts'
import { lastWeekSaid, unitsTable, weekTitle } from './week.ts'
import { daySaid } from './words.ts'

/** Whatever has more than so many is no longer counted one by one. */
const MOST = 1000

/** The leader's page of a day, or of the week. */
export function digestCard(
  digest: Digest & { kept?: readonly Kept[]; burden?: string },
  seen: Seen,
): Card {
  const { waiting, passed, overdue, near, moved, meetings, week } = digest
  // What waits for him or was passed up to him is listed already; news about it is not.
  const above = new Set([...waiting.first, ...passed].map(({ matter }) => matter.id))
  const kept = (digest.kept ?? []).filter(
    (one) => one.weight !== 'work' || !above.has(one.matter?.id ?? 0),
  )
  const dated = new Set([
    ...above,
    ...[overdue, near].flatMap(({ first }) => first.map(({ id }) => id)),
  ])
  const lists = [without(overdue, above), without(near, above), news(moved, dated)]
  const counts = [waiting.count, passed.length, kept.length]
  const room = roomFor([...counts, ...lists.map((one) => one.left), meetings.length], PAGE_LINES)
  const [forHim = 0, up = 0, told = 0, ...rest] = room
  const titles = ['已逾期', week ? '本周到期' : '三个工作日内到期', '昨日以来有进展']
  const parts: Element[][] = [
    week ? [text(lastWeekSaid(week))] : [],
    part('待您处理', waiting.count, waitingLines(digest, forHim, seen)),
    part('提请您关注', passed.length, passedLines(digest, up, seen)),
    part('并入的消息', kept.length, keptLines(kept, seen, told)),
    ...lists.map(({ count, left, first }, n) => {
      const lines = first.slice(0, rest[n] ?? 0).map((one) => text(matterLine(one, seen)))
      return part(titles[n] ?? '', count, lines, count - left)
    }),
    part(week ? '本周例会' : '今日例会', meetings.length, meetingLines(digest, rest[3] ?? 0, seen)),
    week && week.units.length > 1 ? [unitsTable(week, seen)] : [],
  ]
  const wanted = [...counts, ...lists.map((one) => one.left), meetings.length]
  const hidden = wanted.reduce((all, count, n) => all + count - (room[n] ?? 0), 0)
  const day = daySaid(dayOf(seen.now), dayOf(seen.now))
  return card({
    title: week ? weekTitle('一周督办', week.span) : `督办简报 ${day}`,
    color: overdue.count + passed.length > 0 ? 'orange' : 'blue',
    summary: summaryOf(digest),
    elements: [
      ...ruled(parts),
      ...(digest.burden ? [note(digest.burden)] : []),
      ...(hidden > 0 ? [note('其余事项请导出表格查看。')] : []),
      taps(week !== null),
    ],
  })
}

/** The ids of the matters that the page reminds its reader of. */
export const remindedOn = ({ passed }: Digest): number[] => passed.map(({ matter }) => matter.id)

const taps = (weekly: boolean): Element =>
  buttons([
    button({ text: '我的待办', say: '待办' }),
    button({ text: '导出表格', say: weekly ? '简报 本周 导出' : '简报 今天 导出' }),
  ])

function summaryOf({ waiting, overdue, near, week }: Digest): string {
  const counts = [
    ['待您处理', waiting.count],
    ['逾期', overdue.count],
    [week ? '本周到期' : '将到期', near.count],
  ] as const
  const said = counts.flatMap(([name, count]) => (count ? [`${name}${counted(count, MOST)}`] : []))
  const name = week ? '一周督办' : '督办简报'
  return said.length > 0 ? `${name}：${said.join('，')}` : name
}

/** What moved and has no line by its date or by the reader's step. */
function news({ count, first }: Part, listed: ReadonlySet<number>) {
  const others = first.filter((one) => !listed.has(one.id))
  const left = count - (first.length - others.length)
  return { count: left, first: others, left }
}

/** What is not listed above, of so many in all. */
function without({ count, first }: Part, above: ReadonlySet<number>) {
  const others = first.filter((one) => !above.has(one.id))
  return { count, first: others, left: count - (first.length - others.length) }
}

function part(title: string, count: number, lines: Element[], above = 0): Element[] {
  if (count === 0) return []
  const seen = above === 0 ? '' : above === count ? '，见上' : `，其中${above}件见上`
  return [note(`${title}（${count > MOST ? `${MOST}以上` : count}${seen}）`), ...lines]
}

const ruled = (parts: Element[][]): Element[] =>
  parts.filter((one) => one.length > 0).flatMap((one, n) => (n === 0 ? one : [hr(), ...one]))

function waitingLines({ waiting }: Digest, room: number, seen: Seen): Element[] {
  return waiting.first.slice(0, room).flatMap(({ matter, kind, inStead }, n) => {
    const line = text(matterLine(matter, seen, kind, inStead))
    return n < TAPPED ? [line, buttons(tapsFor(matter, kind))] : [line]
  })
}

function passedLines({ passed }: Digest, room: number, seen: Seen): Element[] {
  return passed.slice(0, room).flatMap(({ matter, reminder }) => {
    const { unitName } = seen.directory
    const line = `${reminderSaid(matter, reminder, seen)}${unitName(matter.lead)}：${matter.title}`
    const urge = button({ text: '催办', say: `催办 ${matter.id}` })
    return [text(line), buttons([urge, look(matter)])]
  })
}

function meetingLines({ meetings, week }: Digest, room: number, seen: Seen): Element[] {
  return meetings.slice(0, room).map(({ series, at }) => {
    const day = week ? `${daySaid(dayOf(at), dayOf(seen.now))} ` : ''
    return text(`${day}${clockOf(at)} ${series.name}（${series.leader}）`)
  })
}

const look = (matter: Matter): Button =>
  button({ text: `查看${matter.id}号`, say: `查 ${matter.id}` })

function tapsFor(matter: Matter, kind: DutyKind | undefined): Button[] {
  const tap = (label: string, say: string) => button({ text: label, say, rev: matter.rev })
  if (kind === 'close') return [tap('销号', `销号 ${matter.id}`), look(matter)]
  if (kind === 'review') return [tap('同意', `同意 ${matter.id} 良好`), look(matter)]
  if (kind === 'extension') return [tap('准予延期', `同意 ${matter.id} 延期`), look(matter)]
  return [look(matter)]
}
