/** 议程: the pack of one meeting as its card, and the list of series. */
import { button, buttons, card, hr, note, panel, tappable, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { type Agenda, isIdle } from '../domain/meeting/agenda.ts'
import type { Changes, Pack } from '../domain/meeting/pack.ts'
import type { Series } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { changesSaid, headLines, type Part, partsOf } from './agenda-parts.ts'
import { pagesOf } from './list.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** Lines named in each part; the rest is a count. */
const EACH = 8

/** The agenda as it stands now, before its pack is sent; `kept` when it stayed back at its time. */
export function agendaCard(agenda: Agenda, kept: boolean, seen: Seen): Card {
  return card({
    title: agendaTitle(agenda),
    color: isIdle(agenda) ? 'grey' : 'blue',
    tags: [{ text: kept ? '未发送' : '尚未发送', color: 'neutral' }],
    summary: `${agendaTitle(agenda)}（尚未发送）`,
    elements: [
      ...(kept
        ? [text('没有需要上会讨论的事项，议程到时没有发送，是否召开请问会议秘书。'), hr()]
        : []),
      ...agendaElements(agenda, agenda.at, seen),
    ],
  })
}

/** A pack that was sent, as it was, with what has changed since. */
export function packCard({ agenda, meets, state }: Pack, changes: Changes, seen: Seen): Card {
  const lines = changesSaid(changes, seen)
  const off = state === 'off'
  const moved = meets !== agenda.at
  return card({
    title: `${agendaTitle(agenda)}${off ? '（已停开）' : ''}`,
    color: off || isIdle(agenda) ? 'grey' : 'blue',
    tags: [
      ...(off ? [{ text: '停开', color: 'neutral' as const }] : []),
      ...(moved && !off ? [{ text: '改期', color: 'orange' as const }] : []),
      ...(lines.length > 0 ? [{ text: '有更新', color: 'turquoise' as const }] : []),
    ],
    summary: `${agendaTitle(agenda)}（${off ? '停开' : '定稿'}）`,
    elements: [
      ...(off ? [text('本次会议停开，议题顺延到下次会议。')] : []),
      ...lines.slice(0, EACH).map((line) => text(line)),
      ...(lines.length > EACH ? [note(`另有${lines.length - EACH}处更新。`)] : []),
      ...(lines.length > 0 ? [hr()] : []),
      ...agendaElements(agenda, meets, seen),
      buttons([button({ text: '导出', say: `议程 ${agenda.series.name} 导出` })]),
    ],
  })
}

/** `服务企业周例会 第3次 议程`. */
export const agendaTitle = ({ series, number }: Agenda): string =>
  `${series.name} 第${number}次 议程`

/** Time and place of everything on the agenda; with nothing to discuss it proposes to cancel the meeting. */
export function agendaElements(agenda: Agenda, meets: Instant, seen: Seen): Element[] {
  const parts = partsOf(agenda, seen).flatMap((part, i): Element[] => [
    hr(),
    ...partElements({ ...part, title: `${numerals[i]}、${part.title}` }),
  ])
  const idle = isIdle(agenda) ? [hr(), text('本次没有需要上会讨论的事项，建议停开。')] : []
  return [text(headLines(agenda, meets, seen).join('\n')), ...parts, ...idle]
}

function partElements({ title, lines, aside, most = EACH }: Part): Element[] {
  const shown = lines.slice(0, most).map((line) => text(line))
  const rest = lines.length > most ? [note(`另有${lines.length - most}件，请导出查看。`)] : []
  if (aside) return [panel(title, [...shown, ...rest])]
  return [note(title), ...shown, ...rest]
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** One page of the series, each with its next date; a tap shows its agenda. */
export function seriesCard(
  rows: { series: Series; next: Instant; clash: string[] }[],
  total: number,
  page: number,
  seen: Seen,
): Card {
  const lines = rows.map(({ series, next, clash }) => {
    const leader = series.leader ? `${series.leader} · ` : ''
    const when = whenSaid(next, seen.now, seen.calendar)
    const same = clash.length > 0 ? `（与${clash.join('、')}同时）` : ''
    const line = `${series.name} · ${leader}下次 ${when}${same}`
    return tappable(`议程 ${series.name}`, [text(line)], '看议程')
  })
  const none = note('还没有例会。可以说：例会 新建 重点项目建设 每周一9:00 牵头 张副局长')
  return card({
    title: `例会（${total}个）`,
    color: 'blue',
    elements: [...(total === 0 ? [none] : lines), ...pagesOf('例会', page, total)],
  })
}
