/** One draft of minutes: as it was written, as it would be registered, and the taps that settle it. */
import {
  button,
  buttons,
  card,
  columns,
  date,
  facts,
  form,
  input,
  select,
  text,
} from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { basisOf, lacking, meetingName, type Resolution } from '../domain/meeting/resolution.ts'
import type { Series } from '../domain/meeting/series.ts'
import { clockOf, dayOf, type Instant } from '../domain/time/day.ts'
import { dueLong, leadSaid, twinSaid } from './minutes.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened } from './words.ts'

/** Answers to a question take the place of what has to wait for them. */
const MOST = 5

export interface DraftShown {
  series: Series
  draft: Resolution
  twin: Matter | undefined
  next: Instant
  /** What just happened. */
  line: string
}

/** The draft's card. */
export function draftCard({ series, draft, twin, next, line }: DraftShown, seen: Seen): Card {
  const name = basisOf(series, draft)
  const rows: [string, string][] = [
    ['事项', draft.title],
    ['承办', leadSaid(draft, seen)],
    ['时限', dueLong(draft, next, seen)],
    ['原文', draft.words],
    ...(twin ? [['提示', twinSaid(twin)] as [string, string]] : []),
  ]
  const back = button({ text: '返回列表', say: `纪要 ${meetingName(series, draft.meeting)}` })
  const taps = [
    ...answers(name, draft, twin, seen),
    button({ text: '不立项', say: `不立项 ${name}` }),
  ]
  return card({
    title: name,
    color: 'blue',
    tags: [{ text: draft.state === 'dropped' ? '不立项' : '草稿', color: 'blue' }],
    elements: [
      ...(line === name ? [] : [text(line)]),
      facts(rows),
      buttons([...taps.slice(0, MOST - 1), back]),
      changing(name, draft, seen),
    ],
  })
}

/** Which meeting's a paper is that does not say. */
export function whichMeetingCard(all: readonly Series[], kept: number): Card {
  const taps = all
    .slice(0, MOST)
    .map((one) => button({ text: shortened(one.name, 14), say: `纪要 ${one.name} 草稿 ${kept}` }))
  return card({
    title: '请选择',
    color: 'grey',
    elements: [
      text('纪要已收下，没有看出是哪个例会的，请选择。'),
      buttons(taps),
      ...(all.length > MOST ? [text(`也可以说：纪要 例会名称 草稿 ${kept}`)] : []),
    ],
  })
}

/** The number of a meeting that was not yet, in words. */
export const numberDoubtedSaid = (
  series: Pick<Series, 'name'>,
  meeting: number,
  last: number,
): string =>
  `“${series.name}”最近一次是第${last}次，还没有第${meeting}次。这是哪一次的纪要，请选择：`

/** Of which meeting it is: the last, the next, or the number given all the same, where the series had one before us. */
export function whichNumberCard(
  series: Pick<Series, 'name'>,
  meeting: number,
  last: number,
  kept: number,
): Card {
  const tap = (label: string, words: string) =>
    button({ text: label, say: `纪要 ${series.name} ${words} 草稿 ${kept}` })
  const taps = [
    tap(`第${last}次`, `第${last}次`),
    tap(`第${last + 1}次（下次）`, `第${last + 1}次`),
    ...(meeting > 0 ? [tap(`确是第${meeting}次`, `第${meeting}次 无误`)] : []),
  ]
  return card({
    title: '请核对是第几次',
    color: 'orange',
    elements: [text(numberDoubtedSaid(series, meeting, last)), buttons(taps)],
  })
}

/** What there is to choose, or the one tap that registers it. */
function answers(
  name: string,
  draft: Resolution,
  twin: Matter | undefined,
  { directory, now }: Seen,
): Button[] {
  const people = draft.namesakes.flatMap((id) => directory.people.get(id) ?? [])
  const named = people.map((one) => `${directory.unitName(one.unit)}${one.name}`)
  const dates = draft.due.is === 'unsure' ? draft.due.choices : []
  const chosen = [
    ...named.map((one) => button({ text: one, say: `改议定 ${name} ${one}` })),
    ...dates.map((at) =>
      button({
        text: `${daySaid(dayOf(at), dayOf(now))} ${clockOf(at)}`,
        say: `改议定 ${name} ${dayOf(at)} ${clockOf(at)}`,
      }),
    ),
  ]
  if (lacking(draft).length > 0) return chosen
  const look = twin ? [button({ text: `查看${twin.id}号`, say: `查 ${twin.id}` })] : []
  const text = twin ? '仍要立项' : '立项'
  return [button({ text, say: `议定 ${name}`, type: 'primary' }), ...look]
}

function changing(name: string, draft: Resolution, { directory, now }: Seen): Element {
  const units = [...directory.units.values()].filter(
    (unit) => unit.kind !== 'leaders' && unit.head !== null && (unit.ends ?? '9') >= dayOf(now),
  )
  const options = units.map((unit) => ({ text: unit.name, value: unit.name }))
  const lead = draft.lead ? directory.unitName(draft.lead.unit) : undefined
  return form('draft', [
    columns([
      { elements: [select({ name: 'unit', placeholder: lead ?? '承办单位', options })] },
      { elements: [date({ name: 'due', placeholder: '时限' })] },
    ]),
    columns([
      {
        elements: [
          input({
            name: 'text',
            placeholder: `协办、承办人，或“标题 ${shortened(draft.title, 12)}”`,
            max: 500,
          }),
        ],
      },
      {
        auto: true,
        elements: [
          button({
            text: '改',
            say: `改议定 ${name} {unit} {due} {text}`,
            submit: true,
            name: 'draft_submit',
          }),
        ],
      },
    ]),
  ])
}
