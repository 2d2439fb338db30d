/** A topic as the meeting's secretary sees it: who brings it, what it is about, and the two answers. */
import { button, buttons, card, columns, facts, form, input } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Series, Topic } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** The card on which it is accepted or returned. */
export function topicCard(topic: Topic, series: Series, next: Instant, seen: Seen): Card {
  const { directory, now, calendar } = seen
  const person = directory.people.get(topic.person)
  const from = `${directory.unitName(person?.unit ?? null)}${person?.name ?? ''}`
  const rows: [string, string][] = [
    ['议题', topic.text],
    ['提出', from],
    ['会议时间', whenSaid(next, now, calendar)],
  ]
  const about =
    topic.matter === null
      ? []
      : [button({ text: `查看${topic.matter}号`, say: `查 ${topic.matter}` })]
  return card({
    title: `${series.name} 议题${topic.id}`,
    color: 'blue',
    summary: `${from}报议题：${topic.text}`,
    elements: [
      facts(rows),
      buttons([button({ text: '采纳', say: `采纳议题 ${topic.id}`, type: 'primary' }), ...about]),
      form('topic', [
        columns([
          {
            elements: [
              input({ name: 'text', placeholder: '退回的理由', max: 500, required: true }),
            ],
          },
          {
            auto: true,
            elements: [
              button({
                text: '退回',
                say: `退回议题 ${topic.id} {text}`,
                submit: true,
                name: 'topic_submit',
              }),
            ],
          },
        ]),
      ]),
    ],
  })
}
