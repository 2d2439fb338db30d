/** 例会、停开、补开、改期、改例会: the meetings that come round; see when each is held next, make one, change how it is held. */

import { foundSeries } from '../src/bot/founding.ts'
import {
  admins,
  anyone,
  arranged,
  arrangedSaid,
  command,
  Declined,
  due,
  either,
  keptBy,
  kindSaid,
  leading,
  leadingUnit,
  newSeriesName,
  oneOf,
  optional,
  page,
  recurrence,
  remark,
  restDay,
  secretaries,
  seriesAnywhereHere,
  seriesHere,
  seriesMeant,
  studySaid,
  supervisors,
  supportersNamed,
  weekly,
} from '../src/bot/index.ts'
import { seriesPage } from '../src/bot/series-list.ts'
import {
  addMeeting,
  callOff,
  meetingMeant,
  moveMeeting,
  type Which,
} from '../src/domain/meeting/arrange.ts'
import type { Series } from '../src/domain/meeting/series.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { whenSaid } from '../src/views/words.ts'

const PARTS = '{rule} {unit} {leader} {support} {secretary} {kind} {rest} {study}' as const

const parts = {
  unit: leadingUnit,
  leader: leading,
  support: supportersNamed,
  secretary: keptBy,
  kind: kindSaid,
  rest: restDay,
  study: studySaid,
}

const meetings = command({
  name: '例会',
  aliases: ['例会清单', '会议安排'],
  also: /^(?=(?:新建|新设|建立|增设)例会)/,
  about: '例会',
  summary: '看各例会下次何时开；会议秘书可以新建',
  says: ['{list} {page}', `{make} 例会 ${PARTS} {name}`, `{make} ${PARTS} {name}`],
  slots: {
    ...parts,
    list: optional(oneOf('清单', ['情况', '安排', '时间', '清单', '列表', '一览', '有哪些'])),
    page,
    make: optional(oneOf('新建', ['新建', '新设', '建立', '增设'])),
    name: optional(newSeriesName),
    rule: optional(recurrence),
  },
  who: anyone,
  examples: ['例会', '例会 新建 重点项目调度会 每周三9:00 牵头单位 预算科 牵头 韩立峰'],
  changes: true,
  async run(turn, { make, page, ...wish }) {
    return make ? foundSeries(turn, wish) : seriesPage(turn, page)
  },
})

const arrangers = either(secretaries, supervisors, admins)

const WEEKS = ['本周', '这周', '下周', '本次', '这次', '下次'] as const

const callingOff = command({
  name: '停开',
  aliases: ['停会'],
  also: /^例会\s*(?:停开|取消)/,
  about: '例会',
  summary: '停开例会的一次会议，已发议程的告知参会人员',
  says: ['{series} {week} {date} {reason}', '{week} {series} {reason}'],
  slots: {
    series: seriesHere,
    week: optional(oneOf('哪一次', WEEKS)),
    date: optional(due),
    reason: remark,
  },
  who: arrangers,
  examples: ['停开 服务企业周例会 本周', '停开 服务企业周例会 12月7日 市里统一开会'],
  changes: true,
  async run(turn, filled) {
    const series = await seriesMeant(turn, filled.series)
    const at = meetingMeant(series, whichOf(filled), turn.now, turn.calendar)
    const how = { verb: '停开', text: filled.reason, calledOff: true }
    const done = await arranged(turn, series, callOff(series, at), how)
    return arrangedSaid(
      turn,
      done,
      `“${series.name}”${whenSaid(at, turn.now, turn.calendar)} 的会议已停开`,
    )
  },
})

const adding = command({
  name: '补开',
  also: /^例会\s*(?:补开|加开)/,
  aliases: ['加开'],
  about: '例会',
  summary: '在别的时间补开一次例会',
  says: ['{series} {date} {reason}'],
  slots: { series: seriesHere, date: optional(due), reason: remark },
  who: arrangers,
  examples: ['补开 服务企业周例会 11月26日14:30'],
  changes: true,
  async run(turn, { series: named, date, reason }) {
    const series = await seriesMeant(turn, named)
    if (!date)
      throw new Declined('E-SAY-1', '补开请写明日期和时间。', [`补开 ${series.name} 12月3日14:30`])
    const next = addMeeting(series, date.at, turn.now, turn.calendar)
    const done = await arranged(turn, series, next, { verb: '补开', text: reason })
    return arrangedSaid(
      turn,
      done,
      `“${series.name}”将于 ${whenSaid(date.at, turn.now, turn.calendar)} 补开`,
    )
  },
})

const moving = command({
  name: '改期',
  aliases: ['例会改期', '会议改期'],
  also: /^例会\s*(?:改期|改到|推迟到?|提前到?)/,
  about: '例会',
  summary: '把下一次例会改到别的时间，已发的议程随之更新并告知参会人员',
  says: ['{series} {week} {date} {reason}'],
  slots: {
    series: seriesHere,
    week: optional(oneOf('哪一次', WEEKS)),
    date: optional(due),
    reason: remark,
  },
  who: arrangers,
  examples: ['改期 服务企业周例会 12月1日14:30'],
  changes: true,
  async run(turn, { series: named, week, date, reason }) {
    const series = await seriesMeant(turn, named)
    const { now, calendar } = turn
    if (!date)
      throw new Declined('E-SAY-1', '改期请写明新的日期和时间。', [
        `改期 ${series.name} 12月1日14:30`,
      ])
    const at = meetingMeant(series, whichOf({ week, date: null }), now, calendar)
    const next = moveMeeting(series, at, date.at, now, calendar)
    const text = reason?.replace(/^(?:改到|改为|改至|到|至)\s*/, '') || null
    const done = await arranged(turn, series, next, { verb: '改期', text })
    return arrangedSaid(
      turn,
      done,
      `“${series.name}”由 ${whenSaid(at, now, calendar)} 改到 ${whenSaid(date.at, now, calendar)}`,
    )
  },
})

const changing = command({
  name: '改例会',
  aliases: ['调整例会'],
  also: /^例会\s*(?:修改|更改|调整|改(?!期|到))/,
  about: '例会',
  summary: '改例会的时间、牵头领导、牵头和配合单位、秘书、类型，遇休息日顺延或跳过，是否有第一议题',
  says: [`{series} ${PARTS}`],
  slots: { ...parts, series: seriesAnywhereHere, rule: weekly },
  who: arrangers,
  examples: ['改例会 服务企业周例会 每周二14:30', '改例会 服务企业周例会 配合单位 国库科、预算科'],
  changes: true,
  async run(turn, { series: named, rule, leader, unit, support, secretary, kind, rest, study }) {
    const series = await seriesMeant(turn, named)
    const changes: [said: string, to: Partial<Series> | null][] = [
      ['时间', rule && { rule }],
      ['牵头领导', leader === null ? null : { leader }],
      ['牵头单位', unit && { unit: unit.id }],
      ['配合单位', support.length > 0 ? { support: support.map((one) => one.unit.id) } : null],
      ['秘书', secretary && { secretary: secretary.id }],
      [`类型${kind}`, kind && { kind }],
      [`遇休息日${rest}`, rest && { restDay: rest }],
      [study ? '有第一议题' : '无第一议题', study === null ? null : { study }],
    ]
    const made = changes.filter(([, to]) => to !== null)
    if (made.length === 0)
      throw new Declined(
        'E-SAY-1',
        '请写明要改什么：时间、牵头、牵头单位、配合单位、秘书、类型，或遇休息日顺延、跳过。',
        [`改例会 ${series.name} 每周二14:30`],
      )
    const text = made.map(([said]) => said).join('、')
    const next: Series = Object.assign({ ...series }, ...made.map(([, to]) => to))
    const done = await arranged(turn, series, next, { verb: '改例会', text })
    return arrangedSaid(turn, done, `“${series.name}”已改：${text}`)
  },
})

function whichOf(filled: { week: string | null; date: { at: number } | null }): Which {
  if (filled.date) return { day: dayOf(filled.date.at) }
  if (filled.week === '下周') return { week: 1 }
  return filled.week === '本周' || filled.week === '这周' ? { week: 0 } : 'next'
}

export default [meetings, callingOff, adding, moving, changing]
