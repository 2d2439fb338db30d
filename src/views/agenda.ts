/** 议程: the pack of one meeting, and the list of series (language.md 5). */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Agenda } from '../domain/meeting/agenda.ts'
import type { Series } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { publicLine } from './list.ts'
import type { Seen } from './seen.ts'
import { shortened, whenSaid } from './words.ts'

/** Matters named in each part; the rest is a count. */
const EACH = 8

/** The pack. With nothing to discuss it proposes to cancel the meeting. */
export function agendaCard(agenda: Agenda, seen: Seen & { draft?: boolean }): Card {
  const { series, at } = agenda
  const elements: Element[] = [
    text(
      `时间：${whenSaid(at, seen.now, seen.calendar)}\n牵头：${series.leader}${unitsOf(series, seen)}`,
    ),
  ]
  let part = 0
  const add = (title: string, lines: string[], total: number) => {
    if (total === 0) return
    part += 1
    elements.push(hr(), note(`${numerals[part]}、${title}（${total}）`))
    for (const line of lines) elements.push(text(line))
    if (total > lines.length)
      elements.push(note(`另有${total - lines.length}件，请说“待办 科室名”查看。`))
  }
  const matters = (list: Matter[]) => list.slice(0, EACH).map((one) => publicLine(one, seen))
  add('上次会议以来办结', matters(agenda.done), agenda.done.length)
  add('已逾期', matters(agenda.overdue), agenda.overdue.length)
  add('临近时限', matters(agenda.near), agenda.near.length)
  add('新交办', matters(agenda.fresh), agenda.fresh.length)
  const topics = agenda.topics.map((topic, i) => {
    const times = topic.carried - (agenda.announced ? 1 : 0)
    const carried = times > 0 ? `（第${times}次顺延）` : ''
    return `${i + 1}. ${topic.text}${carried} · ${seen.directory.name(topic.person)}`
  })
  add('议题', topics.slice(0, 20), topics.length)
  if (agenda.empty) elements.push(hr(), text('本次没有需要上会的事项，建议停开。'))
  return card({
    title: `${series.name} 第${series.held + (agenda.announced ? 0 : 1)}次 议程${seen.draft ? '（送审）' : ''}`,
    color: agenda.empty ? 'grey' : 'blue',
    summary: `${series.name}议程`,
    elements,
  })
}

const numerals = ['', '一', '二', '三', '四', '五', '六'] as const

function unitsOf(series: Series, { directory }: Seen): string {
  const lead = series.unit === null ? '' : `\n牵头单位：${directory.unitName(series.unit)}`
  const support = series.support.map((id) => directory.unitName(id)).join('、')
  return `${lead}${support ? `\n配合单位：${support}` : ''}`
}

/** Every series with its next date. */
export function seriesCard(list: { series: Series; next: Instant }[], seen: Seen): Card {
  const elements: Element[] = list.map(({ series, next }) =>
    text(`${series.name} · ${series.leader} · 下次 ${whenSaid(next, seen.now, seen.calendar)}`),
  )
  if (list.length === 0)
    elements.push(note('还没有例会。可以说：例会 新建 重点项目建设 每周一9:00 牵头 张副局长'))
  else
    elements.push(
      buttons(
        list
          .slice(0, 5)
          .map(({ series }) =>
            button({ text: shortened(series.name, 12), say: `议程 ${series.name}` }),
          ),
      ),
    )
  return card({ title: `例会（${list.length}个）`, color: 'blue', elements })
}
