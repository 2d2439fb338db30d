/** 例会: the meetings that come round; make one, or see when each is held next. */
import {
  after,
  anyone,
  command,
  Declined,
  name,
  oneOf,
  optional,
  recordSeries,
  recurrence,
} from '../src/bot/index.ts'
import { nextMeeting, packTimes, type Series } from '../src/domain/meeting/series.ts'
import { isAdmin, isSecretary } from '../src/domain/people/rights.ts'
import { nextOpen } from '../src/domain/time/window.ts'
import { seriesCard } from '../src/views/agenda.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
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
    const group = turn.place.startsWith('g:') ? turn.place.slice(2) : null
    const bare: Series = {
      id: await store.meetings.nextId(),
      name,
      rule,
      leader,
      unit: lead?.id ?? null,
      support: [],
      secretary: actor.id,
      chat: group,
      held: 0,
      ended: false,
      rev: 0,
      head: '',
    }
    const back = { what: 'series', id: bare.id } as const
    const born = await recordSeries(turn, bare, { verb: '新建例会', text: name, back })
    await store.meetings.add(born)
    const next = nextMeeting(born, now, calendar)
    const subject = `series:${born.id}`
    const { draft } = packTimes(next, calendar)
    await store.occurrences.plan({
      rule: 'agenda-draft',
      subject,
      at: Math.max(draft, nextOpen(now, calendar)),
    })
    return { line: `已新建“${name}”，下次 ${whenSaid(next, now, calendar)}。10分钟内可说“撤销”。` }
  },
})
