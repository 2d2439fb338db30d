/** 纪要: the drafts of a meeting's minutes, page by page, and what was left out. */
import { button, buttons, card, note, panel, tappable, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { MinutesRead } from '../domain/meeting/minutes.ts'
import {
  basisOf,
  DRAFT_DAYS,
  lacking,
  meetingName,
  type Resolution,
} from '../domain/meeting/resolution.ts'
import type { Series } from '../domain/meeting/series.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { PAGE, pagesOf, pageWithin } from './list.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened, whenSaid } from './words.ts'

export interface MinutesPage {
  series: Series
  meeting: number
  all: readonly Resolution[]
  /** The open matter that a draft repeats, by the draft's id. */
  twins: ReadonlyMap<number, Matter>
  /** When the series meets next: the date of what was given none. */
  next: Instant
  page: number
  /** What just happened, on top. */
  lines?: readonly string[]
  /** Lines of the paper that are no drafts. */
  left?: MinutesRead['left']
}

const MOST_LEFT = 20

/** A page of drafts; each line opens its draft, one button registers all that are whole. */
export function minutesCard(minutes: MinutesPage, seen: Seen): Card {
  const { series, meeting, all, twins, page, lines = [], left = [] } = minutes
  const name = meetingName(series, meeting)
  const drafts = all.filter((one) => one.state === 'draft')
  const ready = drafts.filter((one) => isReady(one, twins))
  const shown = pageWithin(page, all.length)
  const rows = all.slice((shown - 1) * PAGE, shown * PAGE)
  const elements: Element[] = [
    ...lines.map((line) => text(line)),
    text(countsSaid(drafts, ready.length, twins)),
    ...rows.map((one) =>
      tappable(
        one.state === 'registered' ? `查 ${one.matter}` : `纪要 ${basisOf(series, one)}`,
        [text(rowSaid(one, minutes, seen)), ...doubts(one, twins)],
        `查看第${one.item}条`,
      ),
    ),
    ...pagesOf(`纪要 ${name}`, shown, all.length),
    ...leftOut(left),
  ]
  if (ready.length > 0)
    elements.push(
      buttons([
        button({
          text: `全部立项（${ready.length}条）`,
          say: `全部立项 ${name}`,
          type: 'primary',
          confirm: {
            title: '全部立项',
            text: `将${ready.length}条立项并交办，请核对承办单位和时限。`,
          },
        }),
      ]),
    )
  if (drafts.length > 0)
    elements.push(note(`没有确认的不立项，草稿保留${DRAFT_DAYS}天。点一条可改、可立项。`))
  return card({ title: `${name} 议定事项（${all.length}条）`, color: 'blue', elements })
}

/** Whether it can be registered with the others: nothing is missing, and it repeats nothing. */
export const isReady = (one: Resolution, twins: ReadonlyMap<number, Matter>): boolean =>
  one.state === 'draft' && lacking(one).length === 0 && !twins.has(one.id)

function countsSaid(
  drafts: readonly Resolution[],
  ready: number,
  twins: ReadonlyMap<number, Matter>,
): string {
  if (drafts.length === 0) return '没有待确认的草稿。'
  const lacks = drafts.filter((one) => lacking(one).length > 0).length
  const repeats = drafts.filter((one) => twins.has(one.id)).length
  const parts = [
    `待确认${drafts.length}条`,
    `可立项${ready}条`,
    ...(lacks > 0 ? [`待补充${lacks}条`] : []),
    ...(repeats > 0 ? [`疑似重复${repeats}条`] : []),
  ]
  return `${parts.join('，')}。`
}

/** `3. 拿出融资方案 · 金融科（协办 预算科） · 12月4日 周五`. */
function rowSaid(one: Resolution, { next }: MinutesPage, seen: Seen): string {
  const title = shortened(one.title, 40)
  if (one.state === 'registered') return `${one.item}. ${title} · 已立项 ${one.matter}号`
  if (one.state === 'dropped') return `${one.item}. ${title} · 不立项`
  return `${one.item}. ${title} · ${leadSaid(one, seen)} · ${dueShort(one, next, seen)}`
}

/** The lead with its supporters; 待定 where nobody is named, 未识别 where nobody carries the name. */
export function leadSaid(
  { lead, supports, namesakes, unknown = [] }: Resolution,
  { directory }: Seen,
): string {
  const name = (one: { unit: number; person: number | null }) =>
    directory.unitName(one.unit) + directory.name(one.person)
  const strange = unknown.length > 0 ? `未识别“${unknown.join('”“')}”` : ''
  const helping = supports.length > 0 ? `协办 ${supports.map(name).join('、')}` : ''
  const homonym = directory.name(namesakes[0] ?? null)
  const which = !lead && homonym ? `${namesakes.length}位${homonym}` : ''
  const aside = [which, strange].filter(Boolean).join('，')
  const first = lead ? name(lead) : homonym ? '承办人待定' : '承办单位待定'
  return `${first}${aside && `（${aside}）`}${helping && `（${helping}）`}`
}

function dueShort({ due }: Resolution, next: Instant, { now }: Seen): string {
  if (due.is === 'set') return daySaid(dayOf(due.at), dayOf(now))
  if (due.is === 'none') return `时限待定（不写则到下次例会 ${daySaid(dayOf(next), dayOf(now))}）`
  return '时限待定'
}

/** The date in full, as it would be. */
export function dueLong({ due }: Resolution, next: Instant, { now, calendar }: Seen): string {
  if (due.is === 'set')
    return (
      whenSaid(due.at, now, calendar) + (due.provisional ? '（放假安排尚未公布，暂按推算）' : '')
    )
  if (due.is === 'none') return `待定，不写则到下次例会 ${whenSaid(next, now, calendar)}`
  return `待定：${due.say}`
}

function doubts(one: Resolution, twins: ReadonlyMap<number, Matter>): Element[] {
  if (one.state !== 'draft') return []
  const twin = twins.get(one.id)
  const { due } = one
  return [
    ...(due.is === 'set' || due.is === 'none' ? [] : [note(due.say)]),
    ...(twin ? [note(twinSaid(twin))] : []),
  ]
}

/** The matter that it repeats. */
export const twinSaid = (twin: Matter): string =>
  `疑似重复：与${twin.id}号“${shortened(twin.title, 30)}”相近`

const why = { heading: '标题', narrative: '叙述', long: '超过1000字' } as const

function leftOut(left: MinutesRead['left']): Element[] {
  if (left.length === 0) return []
  const more = left.length - MOST_LEFT
  return [
    panel(`未列入（${left.length}行）`, [
      ...left
        .slice(0, MOST_LEFT)
        .map((one) => text(`${why[one.tone]}：${shortened(one.words, 60)}`)),
      ...(more > 0 ? [note(`另有${more}行。`)] : []),
      note('确要立项的，请写明承办单位，再粘贴一次。'),
    ]),
  ]
}
