/** 周交办: a week's list is handed out at once; the page of a week shows how the last one was handed in. */
import { confirmBatch, previewBatch } from '../src/bot/batch.ts'
import { rowsDropped, rowsPasted } from '../src/bot/batch-rows.ts'
import {
  anyone,
  command,
  Declined,
  draftNumber,
  fetchDropped,
  type Spoken,
  sendingCard,
} from '../src/bot/index.ts'
import { batch, list, meetingNamed, unitAhead } from '../src/bot/slots/batch.ts'
import { weekPage } from '../src/bot/week-page.ts'
import { batchName, WEEKLY, weekAt, weekSaid } from '../src/domain/matter/batch.ts'
import { seesAll } from '../src/domain/people/rights.ts'
import { openSheets } from '../src/views/sheet.ts'
import { weekCard } from '../src/views/weekly.ts'

const EXAMPLE = '周交办 预算科 报送三季度预算绩效自评报告'

export default command({
  name: WEEKLY,
  about: '办理',
  summary: '一次交办一周的清单（粘贴，或发来 .xlsx），下次例会前交卷；也看一周的交卷情况',
  says: ['确认 {draft} {meeting}', '{week} {meeting} {ahead} {list}', '{week}'],
  slots: {
    draft: draftNumber,
    week: batch,
    meeting: meetingNamed,
    ahead: unitAhead,
    list,
  },
  who: anyone,
  examples: [WEEKLY, EXAMPLE, '周交办 第47周', '周交办 确认 1'],
  changes: true,
  guardsLines: true,
  takesFile: ({ place, file }) =>
    place.startsWith('p:') && /\.xlsx?$/i.test(file?.name ?? '') && /周交办/.test(file?.name ?? ''),
  async run(turn, { draft, week, meeting, list }) {
    if (turn.file) {
      refuseOthers(turn)
      return fetchDropped(turn, turn.file, 'weekly')
    }
    const name = week ?? batchName(weekAt(turn.at, turn.calendar))
    if (draft !== null) {
      refuseOthers(turn)
      return confirmBatch(turn, draft, meeting)
    }
    if (!list) return showWeek(turn, name)
    refuseOthers(turn)
    const reading = await rowsPasted(turn, list)
    const [only] = reading.findings
    if (only && reading.rows.length === 0 && reading.findings.length === 1 && !list.includes('\n'))
      throw new Declined('E-SAY-1', `听懂了：周交办。${only.replace(/^第1行：/, '')}`, [EXAMPLE])
    const { line, card } = await previewBatch(turn, name, reading, meeting)
    return { line, card, private: true }
  },
  async fetched(turn, { bytes }) {
    const reading = await rowsDropped(turn, await openSheets(bytes ?? new Uint8Array()))
    const name = batchName(weekAt(turn.at, turn.calendar))
    const { line, card } = await previewBatch(turn, name, reading, null)
    await turn.post({ kind: 'send', place: turn.place, body: sendingCard(card), class: 'answer' })
    return { outcome: 'acted', reply: line }
  },
})

/** Who hands a week out: the 督查室, the principal and the leaders. */
function refuseOthers({ actor }: Spoken): void {
  if (seesAll(actor)) return
  throw new Declined('E-RIGHT-1', '周交办由局领导、督查室办理。看交卷情况请说“周交办”。', [WEEKLY])
}

async function showWeek(turn: Spoken, name: string) {
  const page = await weekPage(turn, name, turn.actor)
  const { last, now } = page
  return {
    line: `${weekSaid(now.name)}交办${now.matters.length}件，${weekSaid(last.name)}${last.matters.length}件`,
    card: weekCard(page, turn),
    private: true,
  }
}
