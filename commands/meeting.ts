/** 例会、停开、补开、改例会: the meetings that come round; see when each is held next, make one, change how it is held. */
import {
  admins,
  after,
  anyone,
  arranged,
  arrangedSaid,
  command,
  Declined,
  due,
  either,
  isAnnounced,
  name,
  oneOf,
  onlyNamed,
  optional,
  planPack,
  recordSeries,
  recurrence,
  remark,
  secretaries,
  seriesHere,
  seriesMeant,
  supervisors,
  tellCalledOff,
  weekly,
} from '../src/bot/index.ts'
import { addMeeting, callOff, meetingMeant, type Which } from '../src/domain/meeting/arrange.ts'
import { clashing, kindIn, nextMeeting, type Series } from '../src/domain/meeting/series.ts'
import { isAdmin, isSecretary } from '../src/domain/people/rights.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { seriesCard } from '../src/views/agenda.ts'
import { whenSaid } from '../src/views/words.ts'

const meetings = command({
  name: '例会',
  about: '例会',
  summary: '看各例会下次何时开；会议秘书可以新建',
  says: ['', '{make} {name} {rule} {unit} {leader}'],
  slots: {
    make: optional(oneOf('新建', ['新建'])),
    name: optional(name),
    rule: optional(recurrence),
    unit: after('牵头单位'),
    leader: after('牵头'),
  },
  who: anyone,
  examples: ['例会', '例会 新建 重点项目调度会 每周三9:00 牵头单位 预算科 牵头 韩立峰'],
  changes: true,
  async run(turn, { make, name, rule, unit, leader }) {
    const { store, now, calendar, directory, actor } = turn
    const list = await store.meetings.list()
    if (!make) {
      const rows = list.map((one) => ({ series: one, next: nextMeeting(one, now, calendar) }))
      return {
        line: `例会${rows.length}个`,
        card: seriesCard(rows, turn),
        private: rows.length > 5,
      }
    }
    if (!isSecretary(actor) && !isAdmin(actor))
      throw new Declined('E-RIGHT-1', '新建例会由会议秘书、管理员办理。', ['例会'])
    const example = ['例会 新建 重点项目调度会 每周三9:00 牵头 韩立峰']
    if (!name || !rule || !leader)
      throw new Declined('E-SAY-1', '新建例会请写明名称、每周几几点和牵头领导。', example)
    if (list.some((one) => one.name === name))
      throw new Declined('E-MEETING-1', `已有“${name}”。`, ['例会'])
    const lead = unit === null ? undefined : directory.unitNamed(unit)
    if (unit !== null && !lead) throw new Declined('E-UNIT-1', `没有“${unit}”这个科室。`, example)
    const kind = kindIn(name)
    const bare: Series = {
      id: await store.meetings.nextId(),
      name,
      kind,
      rule,
      leader,
      unit: lead?.id ?? null,
      support: [],
      secretary: actor.id,
      chat: turn.place.startsWith('g:') ? turn.place.slice(2) : null,
      held: 0,
      restDay: '顺延',
      study: kind === '党组会议' || kind === '中心组学习',
      off: [],
      extra: [],
      ended: false,
      rev: 0,
      head: '',
    }
    const back = { what: 'series', id: bare.id } as const
    const born = await recordSeries(turn, bare, { verb: '新建例会', text: name, back })
    await store.meetings.add(born)
    await planPack(turn, undefined, born)
    const next = nextMeeting(born, now, calendar)
    const other = clashing(born, list, now, calendar)
    const clash = other ? `与“${other.name}”同时，请留意。` : ''
    return {
      line: `已新建“${name}”，下次 ${whenSaid(next, now, calendar)}。${clash}10分钟内可说“撤销”。`,
    }
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
    const announced = await isAnnounced(turn, series, at)
    const told = at === nextMeeting(series, turn.now, turn.calendar) && announced
    const after = await arranged(turn, series, callOff(series, at), '停开', filled.reason)
    if (told) await tellCalledOff(turn, after, at, '停开', filled.reason ?? '')
    return arrangedSaid(
      turn,
      after,
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
    const after = await arranged(turn, series, next, '补开', reason)
    return arrangedSaid(
      turn,
      after,
      `“${series.name}”将于 ${whenSaid(date.at, turn.now, turn.calendar)} 补开`,
    )
  },
})

const changing = command({
  name: '改例会',
  aliases: ['调整例会'],
  also: /^例会\s*(?:修改|更改|调整|改)/,
  about: '例会',
  summary: '改例会的时间、牵头领导、牵头单位、秘书，遇休息日顺延或跳过，是否有第一议题',
  says: ['{series} {rest} {study} {leader} {unit} {secretary} {rule}'],
  slots: {
    series: seriesHere,
    rest: optional(oneOf('遇休息日', ['顺延', '跳过', '遇休息日顺延', '遇休息日跳过'])),
    study: optional(oneOf('第一议题', ['有第一议题', '无第一议题'])),
    leader: after('牵头'),
    unit: after('牵头单位'),
    secretary: after('秘书'),
    rule: weekly,
  },
  who: arrangers,
  examples: ['改例会 服务企业周例会 每周二14:30', '改例会 服务企业周例会 遇休息日跳过'],
  changes: true,
  async run(turn, { series: named, rest, study, leader, unit, secretary, rule }) {
    const series = await seriesMeant(turn, named)
    const lead = unit === null ? undefined : turn.directory.unitNamed(unit)
    if (unit !== null && !lead) throw new Declined('E-UNIT-1', `没有“${unit}”这个科室。`)
    const keeper = secretary === null ? undefined : onlyNamed(turn, secretary)
    const next: Series = {
      ...series,
      ...(rule ? { rule } : {}),
      ...(leader === null ? {} : { leader }),
      ...(lead ? { unit: lead.id } : {}),
      ...(keeper ? { secretary: keeper } : {}),
      ...(rest ? { restDay: rest.endsWith('跳过') ? '跳过' : '顺延' } : {}),
      ...(study ? { study: study.startsWith('有') } : {}),
    }
    const changed = [
      rule && '时间',
      leader !== null && '牵头领导',
      lead && '牵头单位',
      keeper && '秘书',
      rest && `遇休息日${next.restDay}`,
      study && study,
    ].filter(Boolean)
    if (changed.length === 0)
      throw new Declined(
        'E-SAY-1',
        '请写明要改什么：时间、牵头、牵头单位、秘书，或遇休息日顺延、跳过。',
        [`改例会 ${series.name} 每周二14:30`],
      )
    const what = changed.join('、')
    const after = await arranged(turn, series, next, '改例会', what)
    return arrangedSaid(turn, after, `“${series.name}”已改：${what}`)
  },
})

function whichOf(filled: { week: string | null; date: { at: number } | null }): Which {
  if (filled.date) return { day: dayOf(filled.date.at) }
  if (filled.week === '下周') return { week: 1 }
  return filled.week === '本周' || filled.week === '这周' ? { week: 0 } : 'next'
}

export default [meetings, callingOff, adding, changing]
