/** 登记、绑定: the roster comes in by file with a preview; a group belongs to a unit or a meeting. */

import {
  confirmNotice,
  liftOwnDay,
  listDays,
  previewNotice,
  setOwnDay,
} from '../src/bot/calendar.ts'
import { applyRoster, comparedWith } from '../src/bot/enrolment.ts'
import {
  admins,
  command,
  Declined,
  due,
  missing,
  oneOf,
  optional,
  privatePlace,
  record,
  remark,
  type Spoken,
  sendingCard,
  series,
  text,
  unit as unitNamed,
} from '../src/bot/index.ts'
import type { Fetched, Heard } from '../src/bot/message.ts'
import type { Reply } from '../src/bot/reply.ts'
import type { Slot } from '../src/bot/slot.ts'
import type { Due } from '../src/bot/slots/due.ts'
import { NOTICE_TITLE, notice, titledNotice, works } from '../src/bot/slots/notice.ts'
import { isAdmin } from '../src/domain/people/rights.ts'
import { keepsAnAdmin } from '../src/domain/people/roster.ts'
import type { RosterRow } from '../src/domain/people/roster-row.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { comparisonSaid } from '../src/views/roster.ts'
import { rosterPreviewCard } from '../src/views/roster-preview.ts'
import { readRoster } from '../src/views/roster-reading.ts'
import { readSheets } from '../src/views/sheet.ts'

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
    !/规则/.test(turn.file?.name ?? ''),
  async run(turn, filled) {
    const { confirm, text, holidays, notice, pasted, shift } = filled
    if (turn.file) return fetchRoster(turn, turn.file)
    if (holidays && confirm) return confirmNotice(turn, Number(notice))
    const announced = notice ?? pasted
    if (announced) return previewNotice(turn, announced)
    if (holidays) return askForNotice()
    if (shift) return shiftDay(turn, filled)
    if (!confirm)
      return { line: '请把花名册（.xlsx）直接发到这里，核对无误后再确认。', private: true }
    return confirmRoster(turn, Number(text))
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

export default [enrolling, binding]

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

async function fetchRoster(turn: Spoken, file: NonNullable<Spoken['file']>) {
  await turn.post({
    kind: 'download',
    place: privatePlace(turn.actor.id),
    body: {
      message: turn.message,
      file: file.key,
      type: 'file',
      name: file.name,
      for: 'enrol',
      by: turn.actor.id,
    },
    class: 'answer',
  })
  return { line: `已收到“${file.name}”，正在核对。`, private: true }
}

/** The roster was fetched, or the platform told whose mobile is whose. */
async function previewRoster(turn: Spoken, fetched: Fetched, asked: unknown): Promise<Heard> {
  if (fetched.found) return matchAccounts(turn, fetched.found, asked as { mobiles: string[] })
  const sheets = await readSheets(fetched.bytes ?? new Uint8Array())
  const { rows, findings } = readRoster(sheets[0]?.rows ?? [])
  const comparison = comparedWith(turn.directory, rows)
  const errors = findings.flatMap((one) => (one.level === 'error' ? [one.say] : []))
  const draft =
    rows.length > 0 && errors.length === 0
      ? await turn.store.drafts.add({
          kind: 'roster',
          person: turn.actor.id,
          body: rows,
          at: turn.now,
        })
      : undefined
  const card = rosterPreviewCard(comparison, rows.length, errors, draft)
  await turn.post({
    kind: 'send',
    place: turn.place,
    body: sendingCard(card),
    class: 'answer',
  })
  return { outcome: 'acted', reply: comparisonSaid(comparison) }
}

async function confirmRoster(turn: Spoken, id: number) {
  const rows = (await turn.store.drafts.take(id, 'roster')) as RosterRow[] | undefined
  if (!rows) throw new Declined('E-ROSTER-1', '没有待确认的花名册，请重新发送 .xlsx。')
  const comparison = comparedWith(turn.directory, rows)
  if (!keepsAnAdmin(comparison))
    throw new Declined(
      'E-ROSTER-2',
      '照此登记后将没有管理员，请在“职责”列为管理员填上“管理员”后重新发送。',
    )
  await applyRoster(turn.store, turn.directory, rows)
  await record(turn, { verb: '登记', text: comparisonSaid(comparison) })
  const directory = await turn.store.people.directory()
  const mobiles = [...directory.people.values()].flatMap((one) =>
    !one.left && one.openId === null && one.mobile !== null ? [one.mobile] : [],
  )
  if (mobiles.length > 0)
    await turn.post({
      kind: 'lookup',
      place: turn.place,
      body: { mobiles, for: 'enrol', by: turn.actor.id },
      class: 'answer',
    })
  return { line: `花名册已登记：${comparisonSaid(comparison)}。`, private: true }
}

async function matchAccounts(
  turn: Spoken,
  found: Record<string, string>,
  { mobiles }: { mobiles: string[] },
): Promise<Heard> {
  let matched = 0
  const unmatched: string[] = []
  const taken = new Set([...turn.directory.people.values()].map((one) => one.openId))
  for (const person of turn.directory.people.values()) {
    if (person.left || person.openId !== null || !mobiles.includes(person.mobile ?? '')) continue
    const openId = found[person.mobile ?? '']
    if (openId && !taken.has(openId)) {
      await turn.store.people.savePerson({ ...person, openId })
      taken.add(openId)
      matched += 1
    } else unmatched.push(person.name)
  }
  const rest =
    unmatched.length > 0
      ? `未匹配到${unmatched.length}人：${unmatched.slice(0, 30).join('、')}`
      : ''
  const lines = [`已匹配飞书账号${matched}人。`, ...(rest ? [rest] : [])]
  await turn.post({
    kind: 'send',
    place: turn.place,
    body: { content: { lines } },
    class: 'answer',
  })
  return { outcome: 'acted', reply: lines.join('') }
}
