/** 议题: something a meeting should speak about, from a text or a matter; the secretary accepts it, returns it, takes it off. */
import {
  anyone,
  command,
  Declined,
  followTopics,
  matter,
  missing,
  oneOf,
  optional,
  queuedTopic,
  record,
  remark,
  type Spoken,
  seriesApart,
  seriesHere,
  text,
} from '../src/bot/index.ts'
import { decideTopic, queueTopic, seriesFor } from '../src/bot/topics.ts'
import type { Series } from '../src/domain/meeting/series.ts'
import { refuseNotSecretary, refuseSubmission } from '../src/domain/meeting/topic.ts'
import { shortened } from '../src/views/words.ts'

/** The topic; 给服务企业周例会报议题 names the meeting before the verb. */
const subject: typeof text = {
  ...text,
  async read(reading, span) {
    const found = await text.read(reading, span)
    const verb = /^(?:报|提|提交)(?:一?个)?议题[\s:：]*/u
    return found && { ...found, value: found.value.replace(verb, '') }
  },
}

const reporting = command({
  name: '报议题',
  aliases: ['议题', '上报议题', '提议题', '提交议题'],
  also: /^(?:给|向|为)?(?=[^\s,，。]{2,16}(?:例会|推进会|会议)\s*(?:报|提|提交)(?:一?个)?议题)/u,
  about: '例会',
  summary: '给例会报一个议题，由会议秘书采纳或退回；议过的由会议秘书销去',
  says: ['{done} {series} {topic}', '{apart} {topic}'],
  slots: {
    done: optional(oneOf('已议', ['已议'])),
    series: { ...seriesHere, optional: false, absent: () => null },
    apart: { ...seriesApart, optional: false, absent: () => null },
    topic: subject,
  },
  who: anyone,
  examples: ['报议题 服务企业周例会 鑫源公司用地问题'],
  changes: true,
  asks: true,
  async run(turn, { done, series, apart, topic }) {
    const meeting = series ?? apart
    if (!meeting) missing('例会名称')
    return {
      line: done
        ? await takeOff(turn, meeting, topic)
        : await queueTopic(turn, meeting, topic, null),
    }
  },
})

const submitting = command({
  name: '提交例会',
  aliases: ['提交会议', '上会', '报例会'],
  about: '例会',
  summary: '把一件办不动的事提交例会研究，列入议题',
  says: [
    '{matter} {series} {apart} {words}',
    '{series} {matter} {words}',
    '{series} {apart} {words}',
  ],
  slots: {
    matter,
    series: seriesHere,
    apart: seriesApart,
    words: remark,
  },
  who: anyone,
  examples: ['提交例会 3 服务企业周例会 需国土部门确权'],
  changes: true,
  async run(turn, { matter, series, apart, words }) {
    const meeting = await seriesFor(turn, matter, series ?? apart)
    refuseSubmission(matter, meeting, turn.actor, turn.at, turn.directory)
    const asked = words || (matter.refusal?.reasons.at(-1)?.text ?? '')
    const topic = `${shortened(matter.title, 60)}（${matter.id}号）${asked ? `：${shortened(asked, 60)}` : ''}`
    return { line: await queueTopic(turn, meeting, topic, matter) }
  },
})

const accepting = command({
  name: '采纳议题',
  aliases: ['议题采纳', '同意议题'],
  about: '例会',
  summary: '会议秘书采纳一个议题，并告知提出的人',
  says: ['{topic}'],
  slots: { topic: queuedTopic },
  who: anyone,
  examples: ['采纳议题 1'],
  changes: true,
  run: async (turn, { topic }) => ({ line: await decideTopic(turn, topic.topic, 'accepted', '') }),
})

const returning = command({
  name: '退回议题',
  aliases: ['议题退回', '不采纳议题'],
  about: '例会',
  summary: '会议秘书退回一个议题，写明理由，并告知提出的人',
  says: ['{topic} {text}'],
  slots: { topic: queuedTopic, text: remark },
  who: anyone,
  examples: ['退回议题 1 材料不全，补充后再报'],
  changes: true,
  async run(turn, { topic, text }) {
    const reason = text.replace(/^(?:原因|理由)(?:是|为)?\s*[:：]?\s*/u, '')
    return { line: await decideTopic(turn, topic.topic, 'returned', reason) }
  },
})

export default [reporting, submitting, accepting, returning]

/** It was spoken about: off the list. */
async function takeOff(turn: Spoken, series: Series, topic: string): Promise<string> {
  const { store } = turn
  refuseNotSecretary(turn.actor, series, turn.directory)
  const same = (await store.meetings.topics(series.id)).find((one) => one.text === topic)
  if (!same)
    throw new Declined('E-MEETING-5', `“${series.name}”没有这个议题。`, [`议程 ${series.name}`])
  await store.meetings.markTopic(same.id, 'taken')
  await followTopics(turn, series.id)
  const back = { what: 'topic', id: same.id, state: same.state } as const
  await record(turn, { verb: '议题已议', text: `${series.name}：${topic}`, back })
  return `“${series.name}”议题已销去：${topic}`
}
