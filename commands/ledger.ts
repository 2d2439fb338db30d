/** 台账: the ledger as a card with choices, and as the paper one may print. */
import { anyone, command, ledgerAsk, page, type Spoken } from '../src/bot/index.ts'
import { ledgerPage } from '../src/bot/ledger.ts'
import { sendLedger } from '../src/bot/ledger-paper.ts'
import { housesOf } from '../src/domain/people/house.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { seesAll } from '../src/domain/people/rights.ts'
import { ledgerCard, ledgerTitle } from '../src/views/ledger.ts'
import { counted } from '../src/views/list.ts'

export default command({
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
