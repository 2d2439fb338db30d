/** The parts of an agenda in words, the same on the card and on paper (language.md 5). */
import { withoutPhones } from '../domain/guard/phone.ts'
import { type Agenda, type AgendaTopic, minutesOf } from '../domain/meeting/agenda.ts'
import type { AgendaItem } from '../domain/meeting/item.ts'
import type { Changes } from '../domain/meeting/pack.ts'
import { stateSaid } from '../domain/meeting/topic.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, lightSign, shortened, statusSaid, whenSaid } from './words.ts'

export interface Part {
  title: string
  lines: string[]
  /** Of less weight: folded on a card. */
  aside?: boolean
  /** How many a card names at most; paper names all. */
  most?: number
}

/** When, who leads, who takes part; on one line each. */
export function headLines(agenda: Agenda, meets: number, seen: Seen): string[] {
  const { series, at } = agenda
  const { directory, now, calendar } = seen
  const moved = meets === at ? '' : `（原定 ${whenSaid(at, now, calendar)}）`
  const support = series.support.map((id) => directory.unitName(id)).join('、')
  return [
    `时间：${whenSaid(meets, now, calendar)}${moved}`,
    ...(series.leader ? [`牵头：${series.leader}${awaySaid(agenda, seen)}`] : []),
    ...(series.unit === null ? [] : [`牵头单位：${directory.unitName(series.unit)}`]),
    ...(support ? [`配合单位：${support}`] : []),
  ]
}

/** `（当日请假，由沈惠民代）`. */
function awaySaid({ away }: Agenda, { directory }: Seen): string {
  if (!away) return ''
  return `（当日请假${away.actsFor === null ? '' : `，由${directory.name(away.actsFor)}代`}）`
}

/** Every part that has something in it, in the order it is spoken about. */
export function partsOf(agenda: Agenda, seen: Seen): Part[] {
  const { first, resolutions, overdue, blocked, near, fresh, topics, closed, steady } = agenda
  const items = (list: AgendaItem[]) => list.map((one) => itemSaid(one, seen))
  const done = resolutions.filter(isOver).length
  const minutes = minutesOf(agenda)
  const parts: Part[] = [
    { title: '第一议题', lines: first === null ? [] : [`${first} · ${agenda.each}分钟`] },
    {
      title: `上次议定事项落实情况（${resolutions.length}，已办结${done}）`,
      lines: resolutions.map((one) => `${itemSaid(one, seen)}${resultSaid(one)}`),
    },
    { title: `已逾期（${overdue.length}）`, lines: items(overdue) },
    { title: `受阻待协调（${blocked.length}）`, lines: items(blocked) },
    { title: `临近时限（${near.length}）`, lines: items(near) },
    { title: `新交办（${fresh.length}）`, lines: items(fresh) },
    {
      title: `议题（${topics.length}，合计${minutes}分钟）`,
      lines: topics.map((topic, i) => `${i + 1}. ${topicSaid(topic, seen)}`),
      most: 20,
    },
    { title: `通报事项：上次会议以来办结（${closed.length}）`, lines: items(closed), aside: true },
    { title: `通报事项：按期推进（${steady.length}）`, lines: items(steady), aside: true },
  ]
  return parts.filter((part) => part.lines.length > 0)
}

/** Withdrawn or merged it was not done. */
const isOver = ({ status }: AgendaItem): boolean => status === 'closed_out' || status === 'archived'

/** `鑫源公司用地问题（第1次顺延） · 李娜 · 10分钟`. */
export function topicSaid({ text, carried, person, minutes }: AgendaTopic, seen: Seen): string {
  const again = carried > 0 ? `（第${carried}次顺延）` : ''
  return `${withoutPhones(text)}${again} · ${seen.directory.name(person)} · ${minutes}分钟`
}

/** For many eyes: the unit instead of the person, the date without a count of days (tension T16). */
function itemSaid(item: AgendaItem, { directory, now }: Seen): string {
  const { light, blocked, status } = item
  const sign = light ? `${lightSign[light]} ` : ''
  const day = daySaid(dayOf(item.closed ?? item.due), dayOf(now))
  const tag =
    blocked && status !== 'suspended' ? `（${blocked === '说不' ? '说“不”' : blocked}）` : ''
  const unit = directory.unitName(item.lead)
  const title = shortened(withoutPhones(item.title), 28)
  return `${sign}${item.id}号 ${title} · ${unit} · ${statusSaid(item)}${tag} · ${day}`
}

const resultSaid = ({ said }: AgendaItem): string =>
  said === null ? '' : `：${shortened(withoutPhones(said), 40)}`

/** `更新：3号 已销号`, a line for each change since the pack was sent. */
export function changesSaid(changes: Changes, { directory, now, calendar }: Seen): string[] {
  const matters = changes.matters.map(({ item, now: matter }) => {
    const what: string[] = []
    if (matter.lead !== item.lead) what.push(`转由${directory.unitName(matter.lead)}办理`)
    if (matter.due !== item.due) what.push(`时限改为${whenSaid(matter.due, now, calendar)}`)
    if (matter.status !== item.status || what.length === 0) what.push(statusSaid(matter))
    return `更新：${item.id}号 ${what.join('，')}`
  })
  const topics = changes.topics.map(
    ({ topic, state }) => `更新：议题“${shortened(topic.text, 20)}”${stateSaid[state]}`,
  )
  return [...matters, ...topics]
}
