/** 第一议题: the study a meeting begins with; a pack that waited for it goes out at once (domain.md MT5). */
import {
  anyone,
  command,
  Declined,
  mayArrange,
  recordSeries,
  sendNow,
  seriesAnywhere,
  studySubject,
} from '../src/bot/index.ts'
import { packAhead } from '../src/bot/pack.ts'
import { nextMeeting, packTimes } from '../src/domain/meeting/series.ts'
import { isLeader } from '../src/domain/people/rights.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
  name: '第一议题',
  aliases: ['报第一议题'],
  about: '例会',
  summary: '给会议报第一议题；须有第一议题的会议，没有它不发议程',
  says: ['{series} {text}'],
  slots: { series: seriesAnywhere, text: studySubject },
  who: anyone,
  examples: ['第一议题 党组会议 学习党的二十大精神'],
  changes: true,
  async run(turn, { series, text }) {
    const { now, calendar, actor, store } = turn
    if (!mayArrange(turn, series) && !isLeader(actor))
      throw new Declined('E-RIGHT-1', '第一议题由会议秘书、督查室或局领导报。', [
        `议程 ${series.name}`,
      ])
    const at = nextMeeting(series, now, calendar)
    const when = whenSaid(at, now, calendar)
    if (await packAhead(turn, series))
      throw new Declined('E-MEETING-8', `${when} 的议程已经发出，不再改动。`, [
        `议程 ${series.name}`,
      ])
    const back = { what: 'preparation', id: series.id, before: series.prepared } as const
    const prepared = { ...series.prepared, first: text }
    const change = { verb: '第一议题', text, back }
    const after = await recordSeries(turn, { ...series, prepared }, change)
    await store.meetings.save(series, after)
    const waits = series.study && now >= packTimes(at, calendar).sent && !prepared.held
    if (waits) await sendNow(turn, after)
    const goes = waits ? '议程随即发送。' : ''
    return { line: `“${series.name}”${when} 的第一议题：${text}。${goes}10分钟内可说“撤销”。` }
  },
})
