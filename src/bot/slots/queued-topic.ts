/** A topic that waits for a meeting: by its number, or by its own words. */
import { Asked, Declined } from '../../domain/declined.ts'
import type { Topic } from '../../domain/meeting/series.ts'
import { fold, wordsIn } from '../sentence.ts'
import { missing, type Reading, type Slot } from '../slot.ts'
import { series } from './series.ts'

const NUMBER = /^(?:议题\s*)?[#第]?\s*(\d{1,6})\s*[号个]?(?=$|[\s,，:：;；。])/u
/** Fewer characters name nothing. */
const LEAST = 2

/** 退回议题 12 …, 退回议题 服务企业 鑫源公司用地 …; the longest words that a topic begins with or holds. */
export const queuedTopic: Slot<{ topic: Topic }> = {
  label: '议题',
  stands: 'at',
  optional: false,
  async read(reading, [from, to]) {
    const named = await series.read(reading, [from, to])
    const gap = named
      ? (/^[\s,:：，]*/u.exec(reading.sentence.folded.slice(named.span[1], to))?.[0].length ?? 0)
      : 0
    const start = named ? named.span[1] + gap : from
    const text = reading.sentence.folded.slice(start, to)
    const number = NUMBER.exec(text)
    if (number) {
      const [topic] = await reading.store.meetings.topicsNamed([Number(number[1])])
      if (!topic) throw new Declined('E-MEETING-5', `没有${number[1]}号议题。`, ['例会'])
      return { value: { topic }, span: [from, start + number[0].length] }
    }
    const all = named ? [named.value] : await reading.store.meetings.list()
    const lists = await Promise.all(all.map((one) => reading.store.meetings.topics(one.id)))
    const hit = byWords(text, lists.flat())
    if (!hit) return undefined
    const [topic, ...others] = hit.topics
    if (others.length > 0) throw several(hit.topics, reading, from, start + hit.length)
    return { value: { topic: topic! }, span: [from, start + hit.length] }
  },
  absent: () => missing('议题（编号或内容）'),
}

function byWords(text: string, topics: readonly Topic[]) {
  const whole = topics
    .filter((one) => text.startsWith(fold(one.text)))
    .sort((a, b) => b.text.length - a.text.length)[0]
  if (whole) return { topics: [whole], length: whole.text.length }
  const word = /^[“"「]?([^\s，,：:；;。”"」]+)[”"」]?/u.exec(text)
  const said = word?.[1] ?? ''
  if (said.length < LEAST) return undefined
  const holding = topics.filter((one) => fold(one.text).includes(said))
  return holding.length > 0 ? { topics: holding, length: word![0].length } : undefined
}

function several(topics: Topic[], reading: Reading, from: number, to: number): Asked {
  const before = wordsIn(reading.sentence, 0, from)
  const after = wordsIn(reading.sentence, to)
  return new Asked(
    'E-TOPIC-3',
    `有${topics.length}个议题相近，请选择：`,
    topics.slice(0, 5).map(({ id, text }) => ({
      label: text,
      say: [before, `${id}`, after].filter((one) => one).join(' '),
    })),
  )
}
