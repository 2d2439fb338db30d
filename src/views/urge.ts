/** 催办 逾期, before it goes out: which matters, and who would be asked. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Seen } from './seen.ts'
import { remaining, shortened } from './words.ts'

/** One matter that would be urged, and the persons asked. */
export interface Overdue {
  matter: Matter
  asked: number[]
}

/** The list with the one tap that sends it. */
export function overdueCard(overdue: Overdue[], { directory, now }: Seen, unit = ''): Card {
  const lines = overdue.map(({ matter, asked }) => {
    const who = asked.map((id) => directory.name(id)).join('、')
    return text(
      `${matter.id}号 ${shortened(matter.title, 28)}（${remaining(matter.due, now)}）：催${who}`,
    )
  })
  const all = `全部催办（${overdue.length}件）`
  return card({
    title: `${unit}逾期事项${overdue.length}件，待确认催办`,
    color: 'orange',
    elements: [
      ...lines,
      note('每件一天催办一次，今天催过的不在其内。'),
      buttons([button({ text: all, say: `催办 ${unit}逾期 确认`, type: 'primary' })]),
    ],
  })
}
