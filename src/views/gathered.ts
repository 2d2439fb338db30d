/** 新到事项: several pieces of work on one card, so that a person is called once and not each time. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Card, Element } from '../card/types.ts'
import { stepsFor } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Weight } from '../domain/remind/allowance.ts'
import { actionsFor } from './actions.ts'
import type { Seen } from './seen.ts'

/** What was to be told and is told together with others. */
export interface Kept {
  /** The key of the letter it was. */
  key: string
  line: string
  weight: Weight
  /** The sentence that shows more. */
  say: string | undefined
  matter: Matter | undefined
  /** It stands on the day's card of new work already. */
  gathered: boolean
}

/** Items with buttons of their own; the rest are lines. */
export const TAPPED = 5
/** Lines on one card. */
const LINES = 12

/** The day's card of new work; once all of it is done it says so. */
export function gatheredCard(items: Kept[], seen: Seen): Card {
  const title = items.length > 0 ? `新到事项（${items.length}件）` : '新到事项均已办理'
  return card({
    title,
    color: items.length > 0 ? 'blue' : 'grey',
    summary: items[0] ? `${title}：${items[0].line}` : title,
    elements: [...keptLines(items, seen), buttons([button({ text: '我的待办', say: '待办' })])],
  })
}

/** A line each, with the taps of the step that is the reader's; what finds no room is counted. */
export function keptLines(items: readonly Kept[], seen: Seen, lines = LINES): Element[] {
  const elements: Element[] = []
  for (const [i, item] of items.slice(0, lines).entries()) {
    elements.push(text(item.line))
    const taps = i < TAPPED ? tapsOf(item, seen) : []
    if (taps.length > 0) elements.push(buttons(taps))
  }
  if (items.length > lines) elements.push(note(`另有${items.length - lines}条，请说“待办”查看。`))
  return elements
}

/** The taps of a line: the next steps that are the reader's, and a closer look. */
export function tapsOf({ matter, say }: Pick<Kept, 'matter' | 'say'>, seen: Seen): Button[] {
  const look =
    say === undefined ? [] : [button({ text: matter ? `查看${matter.id}号` : '查看', say })]
  if (!matter || !seen.viewer) return look
  const steps = stepsFor(seen.viewer, matter, seen.directory)
  const taps = actionsFor(matter, steps, seen).taps
  // What anybody may look at stands behind the steps.
  const own = taps.slice(
    0,
    taps.findIndex(({ text }) => ['历史', '更多'].includes(text.content)),
  )
  return [...own.slice(0, 2), ...look]
}
