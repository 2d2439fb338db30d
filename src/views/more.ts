/** 更多: the buttons for which the first five have no room, and what leaders may say on a group's card. */
import { button, columns, form, input } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Element } from '../card/types.ts'
import { isOpen, type Matter } from '../domain/matter/matter.ts'
import { transitions } from '../domain/matter/transitions.ts'
import { mayUrge } from '../domain/matter/urge.ts'
import { isLeader, isSupervisor } from '../domain/people/rights.ts'
import type { Seen } from './seen.ts'

/** No card has more buttons than this, those of its form counted (language.md section 3). */
export const MOST_BUTTONS = 5

/** What may also be asked or said of a matter, for this reader; in a group for any of its readers. */
export function furtherTaps(matter: Matter, seen: Seen): Button[] {
  const { viewer, now, directory } = seen
  const { id, rev } = matter
  const tap = (text: string, say: string) => button({ text, say, rev })
  const open = isOpen(matter) && matter.status !== 'draft'
  const presses = !viewer || mayUrge(matter, { by: viewer, at: now }, directory)
  const issues = viewer !== undefined && (isLeader(viewer) || isSupervisor(viewer))
  return [
    ...(open && presses ? [tap('催办', `催办 ${id}`)] : []),
    ...(open && presses && issues ? [tap('催办单', `催办单 ${id}`)] : []),
    ...(matter.attachments.length > 0 ? [tap('附件', `附件 ${id}`)] : []),
    tap('为什么', `为什么 ${id}`),
  ]
}

/** The first buttons with 更多 behind them, or the others with 收起, as the reader has tapped. */
export function fitting(taps: Button[], fields: Element | undefined, seen: Seen & { id: number }) {
  const room = MOST_BUTTONS - submitsIn(fields)
  const first = Math.max(0, room - 1)
  if (seen.more) return unfolded(taps.slice(first), undefined, seen.id)
  return taps.length <= room ? taps : [...taps.slice(0, first), moreTap(seen.id)]
}

/** The way to the others. */
export const moreTap = (id: number): Button => button({ text: '更多', say: `更多 ${id}` })

/** The others, with the way back. */
export function unfolded(taps: Button[], fields: Element | undefined, id: number): Button[] {
  const room = MOST_BUTTONS - submitsIn(fields) - 1
  return [...taps.slice(0, room), button({ text: '收起', say: `更多 ${id} 收起` })]
}

/** What the people of a group who lead or review may type, behind 更多; whose word it is, is asked at the tap. */
export function leadersForm(matter: Matter): Element | undefined {
  const { id, status } = matter
  const says: [string, string][] = []
  if (status === 'assigned') says.push(['退签', `退签 ${id} {text}`])
  if (status === 'close_requested' || matter.extension) says.push(['退回', `退回 ${id} {text}`])
  if (transitions.instruct.from.includes(status) || status === 'completed')
    says.push(['批示', `批示 ${id} {text}`])
  if (status === 'closed_out') says.push(['重办', `重办 ${id} {text}`])
  if (says.length === 0) return undefined
  const hint = `${says.map(([word]) => word).join('、')}：请写明意见或理由`
  const taps = says.map(([text, say], i) =>
    button({ text, say, rev: matter.rev, submit: true, name: `leaders_${i}` }),
  )
  return form('leaders', [
    columns([
      { elements: [input({ name: 'text', placeholder: hint, max: 500, required: true })] },
      ...taps.map((tap) => ({ auto: true, elements: [tap] })),
    ]),
  ])
}

/** How many buttons stand in a form. */
function submitsIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + submitsIn(one), 0)
  if (!node || typeof node !== 'object') return 0
  const { tag, ...inside } = node as Record<string, unknown>
  if (tag === 'button') return 1
  return Object.values(inside).reduce((sum: number, one) => sum + submitsIn(one), 0)
}
