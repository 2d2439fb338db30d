/** 减负 as a card: by type and by week; nobody's name and no rank stand in it. */
import { card, hr, note, table, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Burden } from '../domain/burden.ts'
import type { Instant } from '../domain/time/day.ts'
import { spanSaid } from './week.ts'

interface Week extends Burden {
  from: Instant
  to: Instant
}

/** `消息42条，其中请填报3份、请办理或答复9次`. */
export const burdenSaid = ({ messages, forms, questions }: Burden): string =>
  messages === 0
    ? '没有发出通知'
    : `消息${messages}条，其中请填报${forms}份、请办理或答复${questions}次`

/** `上周机器人发出消息42条…，前一周50条。` */
export const burdenLine = (last: Burden, before: Burden): string =>
  `减负：上周机器人${last.messages === 0 ? '' : '发出'}${burdenSaid(last)}；前一周${before.messages}条。`

/** The meter: the week asked for, its types beside the week before, and four weeks in a row. */
export function burdenCard(whose: string, weeks: readonly Week[]): Card {
  const [week, before] = weeks
  const was = new Map(before?.kinds.map((one) => [one.name, one.count]))
  const now = new Map(week?.kinds.map((one) => [one.name, one.count]))
  const names = [...new Set([...now.keys(), ...was.keys()])]
  const rows = names.map((name) => ({
    name,
    week: now.get(name) ?? 0,
    before: was.get(name) ?? 0,
  }))
  const trend = weeks.map((one) => `${weekSaid(one)}：${burdenSaid(one)}`)
  return card({
    title: `减负 ${whose}`,
    color: 'blue',
    summary: week ? `机器人本周发出${burdenSaid(week)}` : '减负',
    elements: [
      text(week ? `${weekSaid(week)}，机器人发出${burdenSaid(week)}。` : ''),
      ...(rows.length > 0
        ? [
            table({
              columns: [
                { name: 'name', label: '类别' },
                { name: 'week', label: '这一周', type: 'number' },
                { name: 'before', label: '前一周', type: 'number' },
              ],
              rows,
            }),
          ]
        : []),
      hr(),
      text(trend.join('\n')),
      note('按实际送达的消息计；对本人问话的答复不算。只按类别，不按人，不排名。'),
    ],
  })
}

const weekSaid = ({ from, to }: Week): string => spanSaid(from, to)
