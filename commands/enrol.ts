/** 登记、绑定: the roster comes in by file with a preview; a group belongs to a unit or a meeting. */

import {
  confirmNotice,
  liftOwnDay,
  listDays,
  previewNotice,
  setOwnDay,
} from '../src/bot/calendar.ts'
import { keptSaid, settleDepartures } from '../src/bot/departure.ts'
import { refreshDuties } from '../src/bot/enrolment.ts'
import {
  admins,
  command,
  Declined,
  due,
  fetchDropped,
  missing,
  oneOf,
  optional,
  person,
  record,
  remark,
  type Spoken,
  series,
  taskForce,
  text,
  unit as unitNamed,
} from '../src/bot/index.ts'
import type { Reply } from '../src/bot/reply.ts'
import { confirmRoster, previewRoster } from '../src/bot/roster-intake.ts'
import type { Slot } from '../src/bot/slot.ts'
import type { Due } from '../src/bot/slots/due.ts'
import { NOTICE_TITLE, notice, titledNotice, works } from '../src/bot/slots/notice.ts'
import { endForce } from '../src/bot/task-force.ts'
import { UNDO_MINUTES } from '../src/domain/matter/undo.ts'
import { vacancies } from '../src/domain/people/departure.ts'
import type { Person } from '../src/domain/people/person.ts'
import { isAdmin } from '../src/domain/people/rights.ts'
import { addDays, dayOf } from '../src/domain/time/day.ts'

const enrolling = command({
  name: '登记',
  about: '其他',
  also: NOTICE_TITLE,
  summary: '登记花名册（把 .xlsx 发给我）、放假通知（粘贴全文）、本单位的调休',
  says: [
    '{holidays} {confirm} {notice}',
    '{pasted}',
    '{cancel} {shift} {lift} {works} {due} {text}',
    '{confirm} {text}',
    '',
  ],
  slots: {
    confirm: optional(oneOf('确认', ['确认'])),
    text: remark,
    holidays: word('放假通知', ['放假通知', '放假安排', '节假日通知', '节假日安排']),
    notice,
    pasted: titledNotice,
    shift: word('调休', ['调休']),
    cancel: optional(oneOf('取消', ['取消', '删除'])),
    lift: optional(oneOf('取消', ['取消', '删除'])),
    due: optional(due),
    works,
  },
  who: admins,
  examples: [
    '登记',
    '登记 确认 1',
    '登记 放假通知',
    '登记 放假通知 确认 2',
    '登记 调休',
    '登记 调休 12月31日 休息 年终结账',
  ],
  changes: true,
  takesFile: (turn) =>
    turn.place.startsWith('p:') &&
    isAdmin(turn.actor) &&
    /\.xlsx?$/i.test(turn.file?.name ?? '') &&
    !/规则|台账|周交办|专班/.test(turn.file?.name ?? ''),
  async run(turn, filled) {
    const { confirm, text, holidays, notice, pasted, shift } = filled
    if (turn.file) return fetchDropped(turn, turn.file, 'enrol')
    if (holidays && confirm) return confirmNotice(turn, Number(notice))
    const announced = notice ?? pasted
    if (announced) return previewNotice(turn, announced)
    if (holidays) return askForNotice()
    if (shift) return shiftDay(turn, filled)
    if (!confirm)
      return { line: '请把花名册（.xlsx）直接发到这里，核对无误后再确认。', private: true }
    return confirmRoster(turn, text)
  },
  fetched: (turn, fetched, asked) => previewRoster(turn, fetched, asked),
})

const binding = command({
  name: '绑定',
  about: '其他',
  summary: '把本群绑定到一个科室、专班或例会',
  says: ['{named}', '{meeting}', '{text}'],
  slots: { named: optional(unitNamed), meeting: optional(series), text },
  who: admins,
  examples: ['绑定 金融科'],
  changes: true,
  async run(turn, { named, meeting: held, text }) {
    const { store } = turn
    const chat = turn.place.startsWith('g:') ? turn.place.slice(2) : undefined
    if (!chat) throw new Declined('E-CHAT-1', '请在要绑定的群里说“绑定 科室名”。')
    const unit = named ?? undefined
    const series = held ?? undefined
    const name = unit?.name ?? series?.name
    if (!name) {
      if (!text) missing('科室或例会名称')
      throw new Declined('E-UNIT-1', `没有“${text}”这个科室或例会。`, ['例会'])
    }
    const group = (await store.chats.get(chat)) ?? {
      id: chat,
      name: '',
      unit: null,
      series: null,
      gone: false,
    }
    const before = { id: chat, unit: group.unit, series: group.series }
    await store.chats.save({
      ...group,
      gone: false,
      unit: unit ? unit.id : group.unit,
      series: series ? series.id : group.series,
    })
    if (series) await store.meetings.save(series, { ...series, chat })
    const meeting = series ? { meeting: { id: series.id, chat: series.chat } } : {}
    await record(turn, { verb: '绑定', text: name, back: { what: 'chat', before, ...meeting } })
    return { line: `本群已绑定${name}。` }
  },
})

const strikingOff = command({
  name: '登记离任',
  also: /^登记\s*(?:离任|离职|调离|退休)/,
  about: '其他',
  summary: '登记一人离任，其事项移交代办人或科室负责人',
  says: ['{person}'],
  slots: { person },
  who: admins,
  examples: ['登记离任 @邹雪晴'],
  changes: true,
  run: (turn, { person }) => strikeOff(turn, person),
})

const forming = command({
  name: '专班',
  also: /^(?=(?:结束|解散)\S{2,20}专班)/,
  about: '其他',
  summary: '结束一个专班：未办结的事项转回科室，机器人退出专班群',
  says: ['{end} {force}', '{force} {end}'],
  slots: { end: oneOf('结束', ['结束', '解散']), force: taskForce },
  who: admins,
  examples: ['专班 结束 政府基金专班'],
  changes: true,
  async run(turn, { force }) {
    const { store, today, actor } = turn
    if (force.kind !== 'task_force')
      throw new Declined('E-FORCE-2', `${force.name}不是专班，不能结束。`)
    if (force.ends !== null && force.ends < today)
      throw new Declined('E-FORCE-1', `${force.name}已经结束。`)
    // First in the history, so that 撤销 puts the task force back last.
    await record(turn, { verb: '专班结束', text: force.name, back: { what: 'force', unit: force } })
    const ended = { ...force, ends: addDays(today, -1) }
    await store.people.saveUnit(ended)
    const went = await endForce(turn, ended, actor.id, turn.now + UNDO_MINUTES * 60_000)
    return {
      line: `${force.name}已结束，未办结的${went}件事项转回科室；10分钟后机器人在专班群告别并退出，其间可说“撤销”。`,
    }
  },
})

export default [enrolling, strikingOff, binding, forming]

/** A word that must stand there for its pattern to fit, and is nothing in the others. */
function word<const Word extends string>(label: string, words: readonly Word[]): Slot<Word | null> {
  return { ...oneOf(label, words), absent: () => null }
}

const askForNotice = () => ({
  line: '请把国务院办公厅放假通知的全文粘贴在“登记 放假通知”后面，核对无误后再确认。',
  private: true,
})

/** 12月30日至31日. */
const RANGE = /[日号\d]\s*(?:至|到|~)/

interface Shift {
  cancel: string | null
  lift: string | null
  due: Due | null
  works: boolean | null
  text: string
}

/** 登记 调休: a day of the unit's own set or taken back; alone it shows what is known. */
function shiftDay(turn: Spoken, { cancel, lift, due, works, text }: Shift): Promise<Reply> {
  if (!due && works === null && !text && !cancel && !lift) return listDays(turn)
  if (!due) missing('日期（如 12月31日）')
  if (RANGE.test(due.said?.text ?? ''))
    throw new Declined('E-DATE-2', '调休请一天一句地登记，可以一次发几行。')
  if (cancel || lift) return liftOwnDay(turn, dayOf(due.at))
  if (works === null) missing('上班或休息')
  return setOwnDay(turn, { day: dayOf(due.at), work: works, name: text })
}

/** One person has left: his posts and his open matters go to others, with their history. */
async function strikeOff(turn: Spoken, person: Person) {
  const { store, directory, actor } = turn
  const house = directory.unitName(person.unit)
  if (person.id === actor.id)
    throw new Declined('E-ROSTER-4', '不能登记自己离任，请由另一位管理员登记。')
  await store.people.savePerson({ ...person, left: true })
  const after = await store.people.directory()
  const units = vacancies(after).flatMap(({ id }) => after.units.get(id) ?? [])
  // First in the history, so that 撤销 puts the person back last.
  const back = { what: 'departure', person, units } as const
  await record(turn, { verb: '登记离任', text: `${house}${person.name}`, back })
  await refreshDuties(store, directory)
  const { passed, meetings } = await settleDepartures(turn, actor.id)
  const posts = units.map((unit) => unit.name).join('、')
  const empty = posts ? `${posts}暂由代理负责人牵头，请尽快登记新的负责人。` : ''
  return {
    line: `已登记${house}${person.name}离任，移交事项${passed.length}件。${keptSaid(meetings)}${empty}10分钟内可说“撤销”。`,
    private: true,
  }
}
