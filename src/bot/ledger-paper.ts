/** The ledger as a file, for the asker alone. */
import { Declined } from '../domain/declined.ts'
import type { LedgerAsk } from '../domain/ledger.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { dayOf } from '../domain/time/day.ts'
import { ledgerSheet, versionsSheet } from '../views/ledger-sheet.ts'
import { writeSheets } from '../views/sheet.ts'
import { ledgerWanted } from './ledger.ts'
import { privatePlace } from './place.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** What one paper holds; more could not be read anyway, and writing it would hold up everybody. */
const MOST_ROWS = 2000
const AT_ONCE = 500

/** Sends the list as an .xlsx into the asker's private chat. */
export async function sendLedger(turn: Spoken, title: string, ask: LedgerAsk): Promise<Reply> {
  const wanted = await ledgerWanted(turn, ask)
  const { ledger } = turn.store
  const matters: Matter[] = []
  while (matters.length <= MOST_ROWS) {
    const some = await ledger.page(wanted, { limit: AT_ONCE, offset: matters.length })
    matters.push(...some)
    if (some.length < AT_ONCE) break
  }
  if (matters.length === 0)
    throw new Declined('E-LEDGER-1', `${title}没有事项，不用导出。`, ['台账'])
  if (matters.length > MOST_ROWS)
    throw new Declined(
      'E-LEDGER-2',
      `${title}超过${MOST_ROWS}件，请按科室、月份或状态缩小范围后再导出。`,
      ['台账 导出 本月'],
    )
  const bytes = await writeSheets(
    [ledgerSheet(title, matters, turn), versionsSheet(matters)],
    turn.now,
  )
  const name = `督办${title.replaceAll(' · ', '-')}-${dayOf(turn.now)}.xlsx`
  await turn.post({
    kind: 'file',
    place: privatePlace(turn.actor.id),
    body: { name, base64: Buffer.from(bytes).toString('base64') },
    class: 'answer',
  })
  return { line: `${title}共${matters.length}件，表格已私聊发给您。` }
}
