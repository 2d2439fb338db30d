/** 停机说明: what should have come while the bot was down. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** Lines on the card; the rest is counted and stands in 待办. */
const LINES = 20

/** The one card of explanation after downtime. */
export function lateCard(
  { missed, lines }: { missed: Instant; lines: string[] },
  seen: Seen,
): Card {
  const { now, calendar } = seen
  const title = `停机说明：以下${lines.length}条迟到`
  const rest = lines.length - LINES
  return card({
    title,
    color: 'orange',
    summary: title,
    elements: [
      text(
        `机器人停机，自 ${whenSaid(missed, now, calendar)} 起的提醒没有按时发出，${whenSaid(now, now, calendar)} 恢复。`,
      ),
      text(lines.slice(0, LINES).join('\n')),
      ...(rest > 0 ? [note(`另有${rest}条，请说“待办”查看。`)] : []),
      buttons([button({ text: '我的待办', say: '待办' })]),
    ],
  })
}
