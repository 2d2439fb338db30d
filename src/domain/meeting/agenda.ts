/** 议程: what a meeting has to speak about; made once from the field's matters and the topics queued (language.md 5). */
import { isOpen, type Matter } from '../matter/matter.ts'
import { isUnborn } from '../matter/undo.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import { isOfField } from './field.ts'
import { type AgendaItem, itemOf } from './item.ts'
import { heldBefore, isStudy, type Series, type Topic } from './series.ts'

/** A topic with its place in time: 第N次顺延, and so many minutes. */
export interface AgendaTopic extends Pick<Topic, 'id' | 'text' | 'person' | 'carried'> {
  minutes: number
}

export interface Agenda {
  series: Pick<Series, 'id' | 'name' | 'kind' | 'leader' | 'unit' | 'support' | 'study' | 'rev'>
  /** 第N次. */
  number: number
  /** When the meeting is held. */
  at: Instant
  /** 第一议题. */
  first: string | null
  /** What the last meeting decided, with what has come of it; the late ones first. */
  resolutions: AgendaItem[]
  overdue: AgendaItem[]
  /** 挂起、说不、待协调. */
  blocked: AgendaItem[]
  /** Due within three working days. */
  near: AgendaItem[]
  /** Came into the ledger since the last meeting. */
  fresh: AgendaItem[]
  topics: AgendaTopic[]
  /** How many minutes a topic has unless told otherwise. */
  each: number
  /** Topics the secretary leaves for the next meeting. */
  left: AgendaTopic[]
  /** 通报事项: struck off since the last meeting. */
  closed: AgendaItem[]
  /** 通报事项: on time, nothing to discuss. */
  steady: AgendaItem[]
  /** The leader is on leave that day; who acts for him. */
  away: { person: number; actsFor: number | null } | null
  /** Names of the series that meet at the same moment. */
  clash: string[]
}

/** The field's facts from which an agenda is made. */
export interface AgendaFacts {
  /** Open matters that may be of the field. */
  open: Matter[]
  /** Those closed since the last meeting. */
  closed: Matter[]
  topics: Topic[]
  /** When the series met last. */
  since: Instant
  /** The name that resolutions of the last meeting are based on: 服务企业周例会第147次. */
  last: string
  away: Agenda['away']
  clash: string[]
}

/** The agenda from the facts; every matter of the field stands on it once, the most pressing part first. */
export function agendaOf(
  series: Series,
  at: Instant,
  facts: AgendaFacts,
  now: Instant,
  calendar: Calendar,
): Agenda {
  const live = facts.open.filter((one) => isOpen(one) && one.status !== 'draft')
  const ended = facts.closed.filter((one) => (one.closed ?? 0) >= facts.since && !isUnborn(one))
  const all = [...live, ...ended].filter((one) => isOfField(one, series))
  const decided = new Set(all.flatMap((one) => (isDecided(one, series, facts) ? [one.id] : [])))
  // What was withdrawn or merged is told of resolutions only: they were promised to the meeting.
  const field = all.filter((one) => isOpen(one) || isResult(one) || decided.has(one.id))
  const fresh = new Set(field.flatMap((one) => (one.created >= facts.since ? [one.id] : [])))
  const items = field.map((one) => itemOf(one, now, calendar)).sort(byPressure)
  const parts: Record<Part, AgendaItem[]> = {
    ...{ resolutions: [], overdue: [], blocked: [], near: [], fresh: [], closed: [], steady: [] },
  }
  for (const item of items)
    parts[decided.has(item.id) ? 'resolutions' : partOf(item, fresh.has(item.id))].push(item)
  const { id, name, kind, leader, unit, support, study, rev, prepared } = series
  const { away, clash } = facts
  return {
    series: { id, name, kind, leader, unit, support, study, rev },
    number: heldBefore(series, at, calendar) + 1,
    at,
    first: prepared.first,
    ...parts,
    ...topicsOf(series, facts.topics),
    each: prepared.each,
    away,
    clash,
  }
}

const isResult = ({ status }: Matter) => status === 'closed_out' || status === 'archived'

type Part = 'resolutions' | 'overdue' | 'blocked' | 'near' | 'fresh' | 'closed' | 'steady'

function partOf(item: AgendaItem, fresh: boolean): Part {
  if (item.light === null) return 'closed'
  if (item.light === 'red') return 'overdue'
  if (item.blocked) return 'blocked'
  if (item.light === 'yellow') return 'near'
  return fresh ? 'fresh' : 'steady'
}

/** Based on the last meeting by its number, or put under this series since it met. */
const isDecided = (matter: Matter, series: Series, { last, since }: AgendaFacts): boolean =>
  matter.basis === last ||
  matter.basis?.startsWith(`${last}·`) === true ||
  (matter.series === series.id && matter.created >= since)

/** Late before blocked before the rest, closed ones last; among equals what falls due first. */
function byPressure(a: AgendaItem, b: AgendaItem): number {
  const rank = ({ light, blocked }: AgendaItem) =>
    light === null ? 3 : light === 'red' ? 0 : blocked ? 1 : 2
  return rank(a) - rank(b) || a.next - b.next || a.id - b.id
}

/** The topics in the secretary's order, and those left for the next time. */
function topicsOf({ prepared }: Series, queued: Topic[]): Pick<Agenda, 'topics' | 'left'> {
  const place = (id: number) => {
    const at = prepared.order.indexOf(id)
    return at < 0 ? prepared.order.length : at
  }
  const topics = queued
    .map(({ id, text, person, carried }) => {
      const minutes = prepared.minutes[id] ?? prepared.each
      return { id, text, person, carried, minutes }
    })
    .sort((a, b) => place(a.id) - place(b.id))
  const leaves = ({ id }: AgendaTopic) => prepared.left.includes(id)
  return { topics: topics.filter((one) => !leaves(one)), left: topics.filter(leaves) }
}

/** Nothing has to be discussed: the bot proposes to cancel (tension T12). */
export const isIdle = (agenda: Agenda): boolean =>
  agenda.first === null &&
  !agenda.series.study &&
  agenda.topics.length === 0 &&
  [...agenda.overdue, ...agenda.blocked, ...agenda.near, ...agenda.fresh].length === 0 &&
  agenda.resolutions.every((one) => one.light === null)

/** A study without its subject: nobody is written to. */
export const hasNoSubject = (agenda: Agenda): boolean =>
  isStudy(agenda.series) && isIdle(agenda) && agenda.steady.length + agenda.closed.length === 0

/** 第一议题 is demanded and not there: such an agenda does not go out (domain.md MT5). */
export const lacksFirst = ({ series, first }: Agenda): boolean => series.study && first === null

/** Minutes that the first topic and all the others take. */
export const minutesOf = ({ first, topics, each }: Agenda): number =>
  (first === null ? 0 : each) + topics.reduce((sum, topic) => sum + topic.minutes, 0)

/** The numbers of the matters on an agenda. */
export const mattersOn = (agenda: Agenda): number[] => itemsOn(agenda).map((item) => item.id)

/** Every matter on an agenda, part by part. */
export const itemsOn = (agenda: Agenda): AgendaItem[] => [
  ...agenda.resolutions,
  ...agenda.overdue,
  ...agenda.blocked,
  ...agenda.near,
  ...agenda.fresh,
  ...agenda.closed,
  ...agenda.steady,
]
