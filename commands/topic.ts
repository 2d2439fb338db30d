/** 报议题: something a meeting should speak about. */
import { anyone, command, Declined, record, series, text } from '../src/bot/index.ts'
import { nextMeeting } from '../src/domain/meeting/series.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
  name: '报议题',
  aliases: ['议题'],
  about: '例会',
  summary: '给例会报一个议题',
  says: ['{series} {topic}'],
  slots: { series, topic: text },
  who: anyone,
  examples: ['报议题 服务企业周例会 鑫源公司用地问题'],
  changes: true,
  async run(turn, { series, topic }) {
    const { store, now, calendar, actor } = turn
    const queued = await store.meetings.topics(series.id)
    if (queued.some((one) => one.text === topic))
      throw new Declined('E-MEETING-3', '这个议题已经报过了。', [`议程 ${series.name}`])
    const added = await store.meetings.addTopic({
      series: series.id,
      text: topic,
      person: actor.id,
      at: turn.at,
    })
    const back = { what: 'topic', id: added.id } as const
    await record(turn, { verb: '报议题', text: `${series.name}：${topic}`, back })
    const when = whenSaid(nextMeeting(series, now, calendar), now, calendar)
    return { line: `已报“${series.name}”议题（第${queued.length + 1}个），下次会议 ${when}。` }
  },
})
