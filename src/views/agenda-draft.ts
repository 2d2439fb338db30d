/** 议程送审: the agenda as the secretary gets it, with what is to be mended by a tap before it goes out. */
import { button, buttons, card, form, hr, input, note, text } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Card, Element } from '../card/types.ts'
import { type Agenda, type AgendaTopic, isIdle, lacksFirst } from '../domain/meeting/agenda.ts'
import type { Preparation } from '../domain/meeting/preparation.ts'
import type { Series } from '../domain/meeting/series.ts'
import type { Person } from '../domain/people/person.ts'
import { isAdmin, isSecretary, isSupervisor } from '../domain/people/rights.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { agendaElements, agendaTitle } from './agenda.ts'
import { topicSaid } from './agenda-parts.ts'
import type { Seen } from './seen.ts'
import { shortened, whenSaid } from './words.ts'

/** Topics with taps of their own; the others by a sentence. */
const TAPPED = 8

/** The draft: what is amiss on top, then the agenda, the topics to arrange, and the taps that hold or send it. */
export function draftCard(agenda: Agenda, prepared: Preparation, seen: Seen): Card {
  const { series } = agenda
  const say = (what: string) => `议程 ${series.name} ${what}`
  const waits = prepared.held || prepared.kept !== null
  const send = waits
    ? [button({ text: '发送', say: say('发送'), type: 'primary' })]
    : [button({ text: '现在发送', say: say('发送') }), button({ text: '暂缓', say: say('暂缓') })]
  return card({
    title: `${agendaTitle(agenda)}（送审）`,
    color: 'wathet',
    tags: waits ? [{ text: prepared.held ? '暂缓发送' : '未发送', color: 'orange' }] : [],
    summary: `${agendaTitle(agenda)}（送审稿，待您核对）`,
    elements: [
      ...warnings(agenda, seen),
      ...agendaElements(agenda, agenda.at, seen),
      ...topicTaps(agenda, say, seen),
      hr(),
      note(sendingSaid(agenda, prepared)),
      buttons([...send, button({ text: '导出', say: say('导出') })]),
      ...(lacksFirst(agenda) ? [firstForm(series.name)] : []),
    ],
  })
}

/** When it goes out, or why it does not. */
function sendingSaid(agenda: Agenda, { held, released, kept }: Preparation): string {
  if (held) return '已暂缓，说“发送”后才发给参会人员。'
  if (kept !== null && isIdle(agenda))
    return '没有需要上会讨论的事项，17:10没有发给参会人员。要发的请点“发送”，不召开的请停开。'
  if (kept !== null) return '17:10没有发送；现在有了上会事项，要发的请点“发送”。'
  if (isIdle(agenda) && !released) return '没有需要上会讨论的事项，17:10不自动发送。'
  return '无需修改的，17:10自动发送。'
}

function warnings(agenda: Agenda, { directory, viewer }: Seen): Element[] {
  const { series, away, clash, at } = agenda
  const lines: Element[] = []
  if (lacksFirst(agenda)) lines.push(text('尚缺第一议题，给出后才能发送。'))
  if (away) lines.push(text(`${directory.name(away.person)}当日请假，请确认由谁主持。`))
  if (clash.length > 0)
    lines.push(text(`与${clash.map((one) => `“${one}”`).join('、')}同时，请留意。`))
  const [, month, date] = dayOf(at).split('-').map(Number)
  if (isIdle(agenda) && !callsOff(viewer)) lines.push(text('不召开的，请督查室停开。'))
  else if (isIdle(agenda))
    lines.push(
      buttons([button({ text: '停开本次', say: `停开 ${series.name} ${month}月${date}日` })]),
    )
  return lines.length > 0 ? [...lines, hr()] : []
}

/** Whoever keeps one series without being a secretary of the office arranges its agenda, and no more. */
const callsOff = (viewer: Person | undefined): boolean =>
  viewer !== undefined && (isSecretary(viewer) || isSupervisor(viewer) || isAdmin(viewer))

/** Each topic with its number, to be moved forward or left for the next meeting. */
function topicTaps(agenda: Agenda, say: (what: string) => string, seen: Seen): Element[] {
  const { topics, left } = agenda
  const tap = (label: string, { id }: AgendaTopic): Button =>
    button({ text: label, say: say(`${label} 议题${id}`) })
  const rows = topics
    .slice(0, TAPPED)
    .flatMap((topic, i): Element[] => [
      text(`议题${topic.id} ${shortened(topicSaid(topic, seen), 40)}`),
      buttons([...(i > 0 ? [tap('前移', topic)] : []), tap('不上会', topic)]),
    ])
  const away = left
    .slice(0, TAPPED)
    .flatMap((topic): Element[] => [
      text(`议题${topic.id} ${shortened(topicSaid(topic, seen), 40)}（本次不上会）`),
      buttons([tap('上会', topic)]),
    ])
  return rows.length + away.length > 0 ? [hr(), note('调整议题'), ...rows, ...away] : []
}

function firstForm(name: string): Element {
  return form('first', [
    input({ name: 'text', placeholder: '如：学习党的二十大精神', max: 200, required: true }),
    button({
      text: '报第一议题',
      say: `第一议题 ${name} {text}`,
      type: 'primary',
      submit: true,
      name: 'give',
    }),
  ])
}

/** 17:10 without a 第一议题: the pack is not sent, and what is needed. */
export function firstMissingCard(series: Series, at: Instant, { now, calendar }: Seen): Card {
  return card({
    title: `${series.name} 议程未发：缺第一议题`,
    color: 'orange',
    summary: `${series.name}议程未发：缺第一议题`,
    elements: [
      text(`会议时间：${whenSaid(at, now, calendar)}\n第一议题报来后，议程随即发送。`),
      firstForm(series.name),
    ],
  })
}
