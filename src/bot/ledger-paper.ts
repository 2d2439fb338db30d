/** 台账 导出: the ledger as a file, for the asker alone. */
import { Declined } from '../domain/declined.ts'
import type { LedgerAsk } from '../domain/ledger.ts'
import { dayOf } from '../domain/time/day.ts'
import { MOST_COUNTED } from '../store/ledger.ts'
import { counted } from '../views/list.ts'
import { ledgerWanted } from './ledger.ts'
import type { LedgerOrder } from './ledger-file.ts'
import { privatePlace } from './place.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** Orders the list as an .xlsx for the asker's private chat; whose matters he may know is settled here. */
export async function sendLedger(turn: Spoken, title: string, ask: LedgerAsk): Promise<Reply> {
  const wanted = await ledgerWanted(turn, ask)
  const total = await turn.store.ledger.count(wanted)
  if (total === 0) throw new Declined('E-LEDGER-1', `${title}没有事项，不用导出。`, ['台账'])
  const name = `督办${title.replaceAll(' · ', '-')}-${dayOf(turn.now)}.xlsx`
  const body: LedgerOrder = { name, title, wanted }
  await turn.post({ kind: 'paper', place: privatePlace(turn.actor.id), body, class: 'answer' })
  return { line: `${title}共${counted(total, MOST_COUNTED)}，表格做好后私聊发给您。` }
}

/** What the asker is told where the platform does not take so large a file. */
export const tooLong = ({ title }: LedgerOrder): Declined =>
  new Declined(
    'E-LEDGER-2',
    `${title}的表格超过30MB，飞书不收，没有发出。请按科室、月份或状态缩小范围后再导出。`,
    ['台账 导出 本月'],
  )
