/** 实绩 and 案例: what was done, each line with its matter's number; no totals, no ranks (domain.md C.3, F25). */
import { card, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Praise } from '../domain/matter/praise.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { shortened } from './words.ts'

/** Lines on one card; older ones are in the ledger. */
const MOST = 20

/** A person's own record, for his eyes only: closed matters he carried, thanks, and his own notes below them. */
export function achievementsCard(
  closed: readonly Matter[],
  words: readonly Praise[],
  matters: readonly Matter[],
  { directory }: Seen,
): Card {
  const done = closed
    .filter((one) => one.status === 'closed_out' || one.status === 'archived')
    .sort((a, b) => (b.closed ?? 0) - (a.closed ?? 0))
    .slice(0, MOST)
  const title = new Map([...matters, ...closed].map((one) => [one.id, one.title]))
  const notes = (id: number) =>
    words
      .filter((one) => one.kind === 'note' && one.matter === id)
      .map((one) => `\n本人说明：${one.text}`)
      .join('')
  const elements: Element[] = done.map((one) =>
    text(
      `${one.id}号 ${shortened(one.title, 40)} · ${dayOf(one.closed ?? one.changed)}销号${one.grade ? ` · ${one.grade}` : ''}${notes(one.id)}`,
    ),
  )
  const thanks = words.filter((one) => one.kind === 'thanks').slice(0, MOST)
  if (thanks.length > 0) elements.push(hr())
  for (const one of thanks)
    elements.push(
      text(
        `${dayOf(one.at)} ${directory.name(one.by)}就${one.matter}号“${shortened(title.get(one.matter) ?? '', 28)}”致谢${one.text && `：${one.text}`}${done.some(({ id }) => id === one.matter) ? '' : notes(one.matter)}`,
      ),
    )
  if (elements.length === 0) elements.push(note('还没有您承办并已销号的事项。'))
  elements.push(note('只有您本人看得到。记得不对的，请说“更正 编号 说明”。'))
  return card({ title: '我的实绩', color: 'blue', elements })
}

/** The cases recommended, each with the matter it rests on and what that matter's end says. */
export function casesCard(
  cases: readonly Praise[],
  matters: readonly Matter[],
  { directory }: Seen,
): Card {
  const found = new Map(matters.map((one) => [one.id, one]))
  const elements: Element[] = cases.slice(0, MOST).flatMap((one) => {
    const matter = found.get(one.matter)
    if (!matter) return []
    const unit = directory.unitName(matter.lead)
    return [
      text(
        `${matter.id}号 ${shortened(matter.title, 40)} · ${unit} · ${dayOf(matter.closed ?? matter.changed)}销号\n办理结果：${matter.closing?.text ?? ''}${one.text && `\n推荐（${directory.name(one.by)}）：${one.text}`}`,
      ),
    ]
  })
  if (elements.length === 0) elements.push(note('还没有推荐的案例。'))
  return card({ title: '推荐的案例', color: 'blue', elements })
}
