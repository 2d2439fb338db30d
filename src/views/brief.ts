/** 日报 as cards: the ask with its one tap, the day's picture, the week by day, and what is under way. */
import { button, buttons, card, form, hr, input, note, panel, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Brief } from '../domain/returns/brief.ts'
import type { Incident } from '../domain/returns/incident.ts'
import { type Day, dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened } from './words.ts'

/** A unit's line of a day in words; 未报 where it gave none, and nothing is put in its place. */
export function briefSaid(brief: Brief | undefined): string {
  if (!brief) return '未报'
  if (brief.late === null) return brief.text
  if (brief.text) return `${brief.text}（17:40后补充：${brief.late}）`
  const told = dayOf(brief.at)
  return `${brief.late}（${told === brief.day ? '' : daySaid(told, told)}补报）`
}

/** To the one who reports for a unit: yesterday's line, one tap for 无变化, or a line of his own. */
export function briefAsk(
  incident: Incident,
  unit: number,
  last: Brief | undefined,
  seen: Seen,
): Card {
  const today = dayOf(seen.now)
  const before = last
    ? `上次（${daySaid(last.day, today)}）：${briefSaid(last)}`
    : '还没有报过，一句话即可。'
  return card({
    title: `日报 ${incident.name} ${daySaid(today, today)}`,
    subtitle: seen.directory.unitName(unit),
    color: 'blue',
    summary: `${incident.name}日报，17:40前一句话`,
    elements: [
      text(before),
      form('brief', [
        input({ name: 'text', placeholder: '今天的情况，一句话', max: 200 }),
        button({ text: '报送', say: `日报 ${incident.name} {text}`, submit: true, name: 'send' }),
      ]),
      buttons([button({ text: '无变化', say: `日报 ${incident.name} 无变化`, type: 'primary' })]),
      note(`17:40 汇总给局领导，之前可以改。到 ${daySaid(incident.last, today)} 自动停。`),
    ],
  })
}

/** The lines of some days, by unit. */
export interface Lines {
  days: readonly Day[]
  briefs: readonly Brief[]
}

/** 17:40: every unit's line of the day, and on the last day of a week the week. */
export function pictureCard(
  incident: Incident,
  day: Day,
  lines: Lines,
  seen: Seen & { week: boolean; over: boolean },
): Card {
  const today = dayOf(seen.now)
  const of = (unit: number) => lines.briefs.find((one) => one.day === day && one.unit === unit)
  const rows = incident.units.map((unit) => ({ unit, brief: of(unit) }))
  const changed = rows.filter(({ brief }) => brief && !brief.same).length
  const missed = rows.filter(({ brief }) => !brief).length
  const elements: Element[] = [
    note(
      `${rows.length}个单位：有变化${changed}，无变化${rows.length - changed - missed}，未报${missed}`,
    ),
    ...rows.map(({ unit, brief }) => text(`${seen.directory.unitName(unit)}：${briefSaid(brief)}`)),
  ]
  if (seen.week) elements.push(hr(), panel('本周研判', weekOf(incident, lines, seen)))
  if (seen.over)
    elements.push(note('日报到今天结束。仍有必要的，请说“日报 事件名称 重启 至 日期”。'))
  else elements.push(note(`到 ${daySaid(incident.last, today)} 自动停。`))
  elements.push(buttons([button({ text: '本周研判', say: `研判 ${incident.name}` })]))
  return card({
    title: `日报 ${incident.name} ${daySaid(day, today)}`,
    color: missed > 0 ? 'orange' : 'blue',
    summary: `${incident.name}：有变化${changed}个单位，未报${missed}个`,
    elements,
  })
}

/** 研判: the week's lines, unit by unit and day by day. */
export function weekCard(incident: Incident, lines: Lines, seen: Seen): Card {
  const today = dayOf(seen.now)
  const state = incident.state === 'open' ? `到 ${daySaid(incident.last, today)} 自动停` : '已结束'
  return card({
    title: `研判 ${incident.name}`,
    color: 'blue',
    summary: `${incident.name}一周情况`,
    elements: [
      note(`${incident.units.length}个单位，${lines.days.length}天，${state}。`),
      ...weekOf(incident, lines, seen),
    ],
  })
}

function weekOf({ units }: Incident, { days, briefs }: Lines, seen: Seen): Element[] {
  const today = dayOf(seen.now)
  return units.flatMap((unit) => {
    const rows = days.map((day) => {
      const brief = briefs.find((one) => one.day === day && one.unit === unit)
      return `${daySaid(day, today)}：${shortened(briefSaid(brief), 120)}`
    })
    return [note(seen.directory.unitName(unit)), text(rows.join('\n'))]
  })
}

/** What is under way, each with the taps of one who reports for it. */
export function incidentsCard(
  rows: readonly { incident: Incident; mine: boolean; today: Brief | undefined }[],
  seen: Seen,
): Card {
  const now = dayOf(seen.now)
  const elements = rows.flatMap(({ incident, mine, today }): Element[] => {
    const state = mine ? `今天：${briefSaid(today)}` : `${incident.units.length}个单位`
    return [
      text(`${incident.name} · 到 ${daySaid(incident.last, now)} · ${state}`),
      buttons([
        ...(mine && !today
          ? [button({ text: '无变化', say: `日报 ${incident.name} 无变化`, type: 'primary' })]
          : []),
        button({ text: '本周研判', say: `研判 ${incident.name}` }),
      ]),
    ]
  })
  return card({
    title: `日报（${rows.length}件）`,
    color: 'blue',
    summary: `进行中的日报${rows.length}件`,
    elements: elements.length > 0 ? elements : [note('没有进行中的日报。')],
  })
}
