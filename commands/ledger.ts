/** 台账: the ledger as a card with choices, and as the paper one may print. */
import {
  anyone,
  command,
  Declined,
  fetchDropped,
  ledgerAsk,
  oneOf,
  optional,
  page,
  remark,
  type Spoken,
  sendingCard,
  supervisors,
} from '../src/bot/index.ts'
import { ledgerPage } from '../src/bot/ledger.ts'
import { applyChanges, type Change, changesIn } from '../src/bot/ledger-changes.ts'
import { sendLedger } from '../src/bot/ledger-paper.ts'
import { housesOf } from '../src/domain/people/house.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { isAdmin, isSupervisor, seesAll } from '../src/domain/people/rights.ts'
import { ledgerCard, ledgerTitle } from '../src/views/ledger.ts'
import { ledgerPreviewCard, previewSaid } from '../src/views/ledger-preview.ts'
import { readLedger } from '../src/views/ledger-reading.ts'
import { counted } from '../src/views/list.ts'
import { readSheets } from '../src/views/sheet.ts'

const ledger = command({
  name: '台账',
  aliases: ['督办台账', '事项台账'],
  trails: true,
  about: '查看',
  summary: '看督办台账，可按科室、领导、来源、状态、灯、月份筛选；导出表格',
  says: ['{ask} {page}'],
  slots: { page, ask: ledgerAsk },
  who: anyone,
  examples: ['台账', '台账 预算科 逾期', '台账 导出 本月'],
  async run(turn, { ask, page }) {
    if (ask.export) return sendLedger(turn, ledgerTitle(ask), ask)
    const list = await ledgerPage(turn, ask, page)
    return {
      line: `${ledgerTitle(ask)}：${counted(list.total, list.most)}`,
      card: ledgerCard(ask, list, unitsFor(turn), turn),
      private: true,
      page: true,
    }
  },
})

/** Departments and offices that the reader may choose among. */
function unitsFor({ actor, directory }: Spoken): Unit[] {
  const own = housesOf(actor, directory)
  return [...directory.units.values()].filter(
    (unit) => unit.kind !== 'leaders' && (seesAll(actor) || own.includes(unit.id)),
  )
}

const importing = command({
  name: '台账导入',
  also: /^(?:(?:督办|事项)?台账\s*(?:导入|上传)|(?:导入|上传)(?:督办|事项)?台账)/,
  about: '其他',
  summary: '导入改过的台账：把导出的 .xlsx 发给我，核对后确认；只改标题、依据、时限、承办人',
  says: ['{confirm} {text}', ''],
  slots: { confirm: optional(oneOf('确认', ['确认'])), text: remark },
  who: supervisors,
  examples: ['台账导入', '台账导入 确认 1'],
  changes: true,
  takesFile: ({ place, actor, file }) =>
    place.startsWith('p:') &&
    isSupervisor(actor) &&
    /\.xlsx?$/i.test(file?.name ?? '') &&
    !/周交办/.test(file?.name ?? '') &&
    (/台账/.test(file?.name ?? '') || !isAdmin(actor)),
  async run(turn, { confirm, text }) {
    if (turn.file) return fetchDropped(turn, turn.file, 'ledger')
    if (!confirm)
      return { line: '请把改过的台账（.xlsx）直接发到这里，核对无误后再确认。', private: true }
    const changes = await turn.store.drafts.take(Number(text) || 0, 'ledger')
    if (!changes) throw new Declined('E-LEDGER-4', '没有待确认的台账，请重新发送 .xlsx。')
    const done = await applyChanges(turn, changes as Change[])
    const numbers = done.map(({ id }) => `${id}号`).join('、')
    return { line: `已导入${done.length}件：${numbers}。10分钟内可说“撤销”。`, private: true }
  },
  async fetched(turn, { bytes }) {
    const reading = readLedger(await readSheets(bytes ?? new Uint8Array()))
    const found = await changesIn(turn, reading)
    const sound = found.findings.length === 0 && found.changes.length > 0
    const kept = { kind: 'ledger', person: turn.actor.id, body: found.changes, at: turn.now }
    const draft = sound ? await turn.store.drafts.add(kept) : undefined
    const preview = { ...found, rows: reading.rows.length, draft }
    const card = ledgerPreviewCard(preview)
    await turn.post({ kind: 'send', place: turn.place, body: sendingCard(card), class: 'answer' })
    return { outcome: 'acted', reply: previewSaid(preview) }
  },
})

export default [ledger, importing]
