/** 议程的准备: what the secretary arranges before a pack goes out; when it has gone out, the next begins anew. */
import type { Instant } from '../time/day.ts'

export interface Preparation {
  /** 第一议题: the study it begins with. */
  first: string | null
  /** 暂缓: it is not sent until the secretary says so. */
  held: boolean
  /** The secretary's word that it goes out though there is nothing to discuss. */
  released: boolean
  /** When it stayed back by itself, because there was nothing to discuss. */
  kept: Instant | null
  /** When the draft went to the secretary; what is asked for later belongs to the next meeting. */
  drafted: Instant | null
  /** Topics in the order the secretary gave them, by number; the others follow in the order asked. */
  order: readonly number[]
  /** Topics left for the next meeting. */
  left: readonly number[]
  /** 时长, in minutes, of single topics by number. */
  minutes: Readonly<Record<number, number>>
  /** 时长 of every other topic, in minutes. */
  each: number
}

/** Nothing arranged yet: topics in the order asked, ten minutes each. */
export const nothingPrepared: Readonly<Preparation> = {
  first: null,
  held: false,
  released: false,
  kept: null,
  drafted: null,
  order: [],
  left: [],
  minutes: {},
  each: 10,
}

/** What holds on for the meeting after the one whose pack went out: the usual length of a topic. */
export const preparedAnew = ({ each }: Preparation): Preparation => ({ ...nothingPrepared, each })

/** A topic one place nearer to the front or to the end. */
export function shifted(
  prepared: Preparation,
  shown: readonly number[],
  topic: number,
  by: 1 | -1,
): Preparation {
  const order = [...shown]
  const at = order.indexOf(topic)
  const other = order[at + by]
  if (at < 0 || other === undefined) return prepared
  order[at] = other
  order[at + by] = topic
  return { ...prepared, order }
}

/** A topic left for the next meeting, or taken back onto this one. */
export function leaving(prepared: Preparation, topic: number, leaves: boolean): Preparation {
  const others = prepared.left.filter((one) => one !== topic)
  return { ...prepared, left: leaves ? [...others, topic] : others }
}

/** How long a topic may take; without one, how long every topic may. */
export function timed(prepared: Preparation, topic: number | null, minutes: number): Preparation {
  if (topic === null) return { ...prepared, each: minutes, minutes: {} }
  return { ...prepared, minutes: { ...prepared.minutes, [topic]: minutes } }
}
