/** 议题 in the bot: queued for a series, told to its secretary; what he decides is told to whom it came from. */
import { Asked, Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import {
  collectingFor,
  nextMeeting,
  packTimes,
  type Series,
  type Topic,
} from '../domain/meeting/series.ts'
import { decided, meetingsFor, refuseNotSecretary } from '../domain/meeting/topic.ts'
import { type Instant, instantAt } from '../domain/time/day.ts'
import { nextWorkday } from '../domain/time/workdays.ts'
import { topicCard } from '../views/topic.ts'
import { whenSaid } from '../views/words.ts'
import { followTopics } from './pack-cards.ts'
import { privatePlace } from './place.ts'
import { record } from './record.ts'
import { tellPeople } from './tell.ts'
import { type Spoken, sendingCard } from './turn.ts'

const nextMorning = ({ today, calendar }: Spoken): Instant =>
  instantAt(nextWorkday(today, calendar), '9:12')

/** Queues a topic for the next meeting and hands it to the secretary; gives what the speaker is told. */
export async function queueTopic(
  turn: Spoken,
  series: Series,
  text: string,
  matter: Matter | null,
): Promise<string> {
  const { store, now, calendar, actor } = turn
  const queued = await store.meetings.topics(series.id)
  const same = queued.find(
    (one) => one.text === text || (matter !== null && one.matter === matter.id),
  )
  if (same)
    throw new Declined('E-MEETING-3', `这个议题已经报过了，为议题${same.id}。`, [
      `议程 ${series.name}`,
    ])
  const topic = await store.meetings.addTopic({
    series: series.id,
    text,
    person: actor.id,
    at: turn.at,
    matter: matter?.id ?? null,
  })
  await followTopics(turn, series.id)
  const back = { what: 'topic', id: topic.id, state: 'withdrawn' } as const
  const verb = matter ? '提交例会' : '报议题'
  await record(turn, { verb, text: `${series.name}：${text}`, back })
  const next = collectingFor(series, now, calendar)
  // On the day of its drafts the secretary's messages are theirs; a draft tells of the topic as well.
  const drafted = packTimes(nextMeeting(series, now, calendar), calendar).day
  if (series.secretary !== actor.id)
    await turn.post({
      kind: 'send',
      place: privatePlace(series.secretary),
      body: sendingCard(topicCard(topic, series, next, turn)),
      class: 'notice',
      weight: 'owed',
      ...(drafted === turn.today ? { after: nextMorning(turn) } : {}),
      say: `议程 ${series.name}`,
    })
  const when = whenSaid(next, now, calendar)
  return `已报“${series.name}”议题${topic.id}（第${queued.length + 1}个），列入 ${when} 的会议。10分钟内可说“撤销”。`
}

/** The series a matter is brought before: the one named, else the only one in whose field it lies. */
export async function seriesFor(
  turn: Spoken,
  matter: Matter,
  named: Series | null,
): Promise<Series> {
  if (named) return named
  const all = await turn.store.meetings.list()
  const [only, ...others] = meetingsFor(matter, all)
  if (only && others.length === 0) return only
  const lead = turn.directory.unitName(matter.lead)
  if (!only)
    throw new Declined('E-TOPIC-1', `没有${lead}参加的例会，请写明例会名称。`, [
      `提交例会 ${matter.id} ${all[0]?.name ?? '例会名称'}`,
    ])
  throw new Asked(
    'E-MEETING-2',
    `${lead}参加${others.length + 1}个例会，请选择：`,
    [only, ...others].slice(0, 5).map(({ name }) => ({
      label: name,
      say: `${turn.wording} ${name}`,
    })),
  )
}

/** The secretary's word on a topic; whoever brought it is told, with the reason. */
export async function decideTopic(
  turn: Spoken,
  topic: Topic,
  state: 'accepted' | 'returned',
  reason: string,
): Promise<string> {
  const { store, actor, directory } = turn
  const series = await store.meetings.get(topic.series)
  if (!series) throw new Declined('E-MEETING-5', '这个议题的例会已经停办。', ['例会'])
  refuseNotSecretary(actor, series, directory)
  const after = decided(topic, state, reason)
  await store.meetings.saveTopic(after)
  await followTopics(turn, series.id)
  const word = state === 'accepted' ? '采纳' : '退回'
  const back = { what: 'topic', id: topic.id, state: topic.state } as const
  const text = `${series.name}：${topic.text}${reason ? `，${reason}` : ''}`
  await record(turn, { verb: `${word}议题`, text, back })
  const why = state === 'returned' ? `：${reason}` : '，列入下次会议'
  if (topic.person !== actor.id)
    await tellPeople(
      turn,
      [topic.person],
      `您报的“${series.name}”议题${topic.id}“${topic.text}”已${word}${why}。`,
    )
  const who = topic.person === actor.id ? '' : `，已告知${directory.name(topic.person)}`
  return `议题${topic.id}“${topic.text}”已${word}${who}。10分钟内可说“撤销”。`
}
