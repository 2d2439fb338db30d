/** 未送达: what did not arrive, or may not have, for those who can do something about it. */
import { button, buttons, card, facts, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** A message that did not arrive, without its content. */
export interface Undelivered {
  whom: string
  matter: number | null
  what: string
  /** It may have arrived: the bot does not send it a second time. */
  isUnknown: boolean
  since: Instant
}

/** The card about one message; others of that day to the same place are in 体检 only. */
export function undeliveredCard(
  { whom, matter, what, isUnknown, since }: Undelivered,
  { now, calendar }: Seen,
): Card {
  const about = matter === null ? '' : `（${matter}号）`
  const title = isUnknown ? '有消息不能确定是否送达' : '有消息未送达'
  const next = isUnknown ? '机器人不会再发第二遍，以免重复。请当面或电话核实。' : '请另行告知本人。'
  return card({
    title,
    color: 'orange',
    summary: `${whom}${about}未送达：${what}`,
    elements: [
      text(`${whom}${about}未送达：${what}`),
      facts([['首次发送', whenSaid(since, now, calendar)]]),
      text(next),
      ...(matter === null
        ? []
        : [buttons([button({ text: `查看${matter}号`, say: `查 ${matter}` })])]),
    ],
  })
}
