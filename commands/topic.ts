/** 报议题: something a meeting should speak about; the secretary takes it off once it was spoken about. */
import {
  anyone,
  command,
  Declined,
  followTopics,
  oneOf,
  optional,
  record,
  series,
  text,
} from '../src/bot/index.ts'
import { collectingFor } from '../src/domain/meeting/series.ts'
import { isSupervisor } from '../src/domain/people/rights.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
  name: '报议题',
  aliases: ['议题'],
  about: '例会',
  summary: '给例会报一个议题；议过的由会议秘书销去',
  says: ['{done} {series} {topic}'],
  slots: { done: optional(oneOf('已议', ['已议'])), series, topic: text },
  who: anyone,
  examples: ['报议题 服务企业周例会 鑫源公司用地问题'],
  changes: true,
  asks: true,
  async run(turn, { done, series, topic }) {
    const { store, now, calendar, actor } = turn
    const queued = await store.meetings.topics(series.id)
    const same = queued.find((one) => one.text === topic)
    if (done) {
      if (actor.id !== series.secretary && !isSupervisor(actor))
        throw new Declined('E-RIGHT-1', '议过的议题由会议秘书或督查室销去。')
      if (!same)
        throw new Declined('E-MEETING-5', `“${series.name}”没有这个议题。`, [`议程 ${series.name}`])
      await store.meetings.markTopic(same.id, 'taken')
      await followTopics(turn, series.id)
      const back = { what: 'topic', id: same.id, state: 'queued' } as const
      await record(turn, { verb: '议题已议', text: `${series.name}：${topic}`, back })
      return { line: `“${series.name}”议题已销去：${topic}` }
    }
    if (same) throw new Declined('E-MEETING-3', '这个议题已经报过了。', [`议程 ${series.name}`])
    const added = await store.meetings.addTopic({
      series: series.id,
      text: topic,
      person: actor.id,
      at: turn.at,
    })
    const back = { what: 'topic', id: added.id, state: 'withdrawn' } as const
    await record(turn, { verb: '报议题', text: `${series.name}：${topic}`, back })
    const when = whenSaid(collectingFor(series, now, calendar), now, calendar)
    return { line: `已报“${series.name}”议题（第${queued.length + 1}个），列入 ${when} 的会议。` }
  },
})
