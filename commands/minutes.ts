/** 纪要 → 事项: pasted minutes become drafts, one a line; each becomes a matter by a word of the secretary's, none by itself. */

import { answerSaid } from '../src/bot/answer.ts'
import { guardHere } from '../src/bot/guard.ts'
import {
  anyone,
  command,
  Declined,
  fetchDropped,
  fetchQuoted,
  type Items,
  item,
  items,
  nth,
  oneOf,
  optional,
  page,
  pasted,
  type Reply,
  type Spoken,
  savedText,
  seriesHere,
} from '../src/bot/index.ts'
import type { Quoted } from '../src/bot/message.ts'
import { itemsMeant, minutesMeant } from '../src/bot/minutes.ts'
import { takeMinutes, takeSaved } from '../src/bot/minutes-intake.ts'
import { listed, pageOf, shown } from '../src/bot/minutes-list.ts'
import { changeDrafts, registerDrafts, twinsOf } from '../src/bot/minutes-register.ts'
import type { Permit } from '../src/bot/permits.ts'
import { quotedWords } from '../src/bot/quoted.ts'
import { changed } from '../src/domain/meeting/draft-change.ts'
import { basisOf, meetingName, type Resolution } from '../src/domain/meeting/resolution.ts'
import type { Series } from '../src/domain/meeting/series.ts'
import { isSecretary, seesAll } from '../src/domain/people/rights.ts'
import { readDocument } from '../src/views/document-reading.ts'
import { isReady } from '../src/views/minutes.ts'
import { bornSaid } from '../src/views/minutes-said.ts'

/** Whose meeting it is decides: its secretary may be anybody. */
const keepers: Permit = { ...anyone, label: '会议秘书、督查室、主要领导' }

/** The paper itself, pasted without a word: its first line ends with 纪要. */
const TITLED = /^(?=[^\n]{2,40}纪要\s*(?:[（(][^\n]{0,12}[）)])?\s*\n)/u
const DOCUMENT = /\.(?:docx?|txt|md)$/iu
const ITEM = '第\\s*[\\d一二三四五六七八九十百]+\\s*[条项]'

const minutes = command({
  name: '纪要',
  aliases: ['会议纪要', '例会纪要', '导入纪要', '录入纪要'],
  also: TITLED,
  about: '例会',
  summary: '粘贴会议纪要，逐条成为草稿，认出承办单位和时限，确认后立项',
  says: [
    '{item}',
    '{series} {nth} {sure} {saved}',
    '{series} {nth} {page}',
    '{series} {nth} {sure} {text}',
  ],
  slots: {
    item: optional(item),
    series: seriesHere,
    nth,
    sure: optional(oneOf('无误', ['无误'])),
    saved: optional(savedText),
    page,
    text: pasted,
  },
  who: keepers,
  examples: ['纪要 服务企业周例会 由金融科牵头，预算科配合，12月18日前拿出融资方案'],
  changes: true,
  asks: true,
  pasted: true,
  guardsLines: true,
  quotes: {
    when: ({ item, saved, text }) => !item && saved === null && !text,
    instead: '请把议定事项粘贴在“纪要”后面；看已有的草稿，请直接发“纪要”，不要回复消息。',
  },
  takesFile: (turn) =>
    turn.place.startsWith('p:') &&
    turn.file?.type === 'file' &&
    DOCUMENT.test(turn.file.name) &&
    (isSecretary(turn.actor) || seesAll(turn.actor)),
  async run(turn, filled) {
    if (turn.file?.type === 'file') return fetchDropped(turn, turn.file, 'minutes')
    const { series, nth: number, text, saved, item: one } = filled
    const about = { series, number, sure: filled.sure !== null }
    if (text) return takeMinutes(turn, text, about)
    if (saved !== null) return takeSaved(turn, saved, about)
    if (one) return showDraft(turn, one)
    if (turn.quoted) return takeQuoted(turn, turn.quoted, series, number)
    const named = series || number ? { series, nth: number } : null
    const meant = await minutesMeant(turn, named)
    if (number) await refuseUnknown(turn, meant)
    return listed(turn, meant, filled.page)
  },
  async fetched(turn, { bytes }, asked) {
    const { name, series = 0, nth: number = null } = asked as AskedMinutes
    const text = await readDocument(name, bytes ?? new Uint8Array())
    const named = (await turn.store.meetings.get(series)) ?? null
    return answerSaid(turn, await takeMinutes(turn, text, { series: named, number, title: name }))
  },
})

const registering = command({
  name: '全部立项',
  aliases: ['全部确认立项', '纪要全部立项', '确认全部立项'],
  also: /^(?:会议)?纪要\s*(?:全部)(?:确认)?立项/u,
  about: '例会',
  summary: '把纪要草稿中单位和时限齐全、没有重复的，一次立项交办',
  says: ['{series} {nth}'],
  slots: { series: seriesHere, nth },
  who: keepers,
  examples: ['全部立项 服务企业周例会第1次'],
  changes: true,
  async run(turn, { series: named, nth: number }) {
    const { series, meeting } = await minutesMeant(
      turn,
      named || number ? { series: named, nth: number } : null,
    )
    const all = await turn.store.resolutions.of({ series: series.id, meeting })
    const drafts = all.filter((one) => one.state === 'draft')
    const twins = await twinsOf(turn, drafts)
    const ready = drafts.filter((one) => isReady(one, twins))
    if (ready.length === 0)
      throw new Declined(
        'E-MINUTES-3',
        `${meetingName(series, meeting)}没有可以立项的草稿${drafts.length > 0 ? `，有${drafts.length}条待补充或疑似重复，请逐条确认` : ''}。`,
        [`纪要 ${meetingName(series, meeting)}`],
      )
    const { born, refused } = await registerDrafts(turn, series, ready)
    if (born.length === 0) throw refused[0]!.no
    const rest = drafts.length - ready.length
    const lines = [
      ...bornSaid(turn, born),
      ...refused.map(({ item, no }) => `第${item}条未立项：${no.say}`),
      ...(rest > 0 ? [`还有${rest}条待补充或疑似重复，没有立项。`] : []),
    ]
    return listed(turn, { series, meeting }, 1, lines)
  },
})

const settling = command({
  name: '议定',
  aliases: ['确认议定', '议定立项'],
  also: new RegExp(`^(?:确认立项|立项|确认)(?=\\s*${ITEM})`, 'u'),
  about: '例会',
  summary: '把纪要草稿中的一条或几条立项交办',
  says: ['{items}'],
  slots: { items },
  who: keepers,
  examples: ['议定 服务企业周例会第1次·1'],
  changes: true,
  async run(turn, { items }) {
    const { series, meeting, those } = await itemsMeant(turn, items)
    const { born, refused } = await registerDrafts(turn, series, those)
    if (born.length === 0) throw refused[0]!.no
    const lines = [
      ...bornSaid(turn, born),
      ...refused.map(({ item, no }) => `第${item}条未立项：${no.say}`),
    ]
    return listed(turn, { series, meeting }, pageOf(those), lines)
  },
})

const amending = command({
  name: '改议定',
  aliases: ['改草稿', '修改议定'],
  also: new RegExp(`^(?:改|修改|更改|调整)(?=\\s*${ITEM})|^(?=${ITEM}\\s*改)`, 'u'),
  about: '例会',
  summary: '改纪要草稿的承办单位、协办、时限或标题',
  says: ['{item} {text}'],
  slots: { item, text: pasted },
  who: keepers,
  examples: ['改议定 服务企业周例会第1次·1 资本市场科 12月20日前'],
  changes: true,
  async run(turn, { item, text }) {
    const { series, those } = await itemsMeant(turn, item)
    const before = those[0]!
    refuseRegistered(series, before)
    const reader = { directory: turn.directory, calendar: turn.calendar, now: turn.at }
    const after = { ...changed(before, text, reader), state: 'draft' as const }
    if (after.due.is === 'past' || after.due.is === 'invalid')
      throw new Declined(after.due.is === 'past' ? 'E-DATE-1' : 'E-DATE-2', after.due.say)
    const name = basisOf(series, before)
    const [draft] = await changeDrafts(turn, '改议定', name, [{ before, after }])
    return shown(turn, series, draft!, `${name}已改。10分钟内可说“撤销”。`)
  },
})

const dropping = command({
  name: '不立项',
  aliases: ['去掉议定', '删议定'],
  also: new RegExp(`^(?:去掉|删去|删除|删掉|不要)(?=\\s*${ITEM})`, 'u'),
  about: '例会',
  summary: '纪要草稿中不需要立项的，去掉',
  says: ['{items}'],
  slots: { items },
  who: keepers,
  examples: ['不立项 服务企业周例会第1次·1'],
  changes: true,
  async run(turn, { items }) {
    const { series, meeting, those } = await itemsMeant(turn, items)
    for (const one of those) refuseRegistered(series, one)
    const changes = those.map((before) => ({
      before,
      after: { ...before, state: 'dropped' as const },
    }))
    const numbers = those.map((one) => one.item).join('、')
    await changeDrafts(turn, '不立项', `${meetingName(series, meeting)}·${numbers}`, changes)
    const line = `第${numbers}条不立项。10分钟内可说“撤销”。`
    return listed(turn, { series, meeting }, pageOf(those), [line])
  },
})

export default [minutes, registering, settling, amending, dropping]

/** What a file of minutes is fetched with: its name, and which meeting's it was said to be. */
interface AskedMinutes {
  name: string
  series?: number
  nth?: number | null
}

/** The message replied to is the paper, or the file that holds it. */
async function takeQuoted(
  turn: Spoken,
  quoted: Quoted,
  series: Series | null,
  nth: number | null,
): Promise<Reply> {
  const { file } = quoted
  if (!file) return takeMinutes(turn, quotedWords(quoted, turn.directory), { series, number: nth })
  guardHere(turn, file.name)
  if (DOCUMENT.test(file.name))
    return fetchQuoted(turn, file, 'minutes', { ...(series ? { series: series.id } : {}), nth })
  throw new Declined('E-DOC-3', `“${file.name}”不是纪要文档，请发 .docx 或 .txt。`)
}

/** A meeting without minutes is no empty list: it is asked whether another is meant. */
async function refuseUnknown(
  turn: Spoken,
  { series, meeting }: { series: Series; meeting: number },
): Promise<void> {
  const { resolutions } = turn.store
  if ((await resolutions.of({ series: series.id, meeting })).length > 0) return
  const newest = await resolutions.newest({ series: series.id })
  const has = newest
    ? `待确认的是第${newest.meeting}次，要看请点：`
    : '请把议定事项一行一条粘贴在后面。'
  throw new Declined(
    'E-MINUTES-8',
    `没有${meetingName(series, meeting)}的纪要。${has}`,
    newest ? [`纪要 ${meetingName(series, newest.meeting)}`] : [],
  )
}

async function showDraft(turn: Spoken, one: Items): Promise<Reply> {
  const { series, those } = await itemsMeant(turn, one)
  const [draft] = those as [Resolution]
  if (draft.state !== 'registered') return shown(turn, series, draft)
  throw new Declined('E-MINUTES-4', `${basisOf(series, draft)}已立项，为${draft.matter}号。`, [
    `查 ${draft.matter}`,
  ])
}

function refuseRegistered(series: Series, one: Resolution): void {
  if (one.state !== 'registered') return
  throw new Declined(
    'E-MINUTES-4',
    `${basisOf(series, one)}已立项，为${one.matter}号；要改请说“改 ${one.matter} …”，要去掉请“撤销”或由督查室撤项。`,
    [`查 ${one.matter}`],
  )
}
