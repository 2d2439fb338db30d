/** 会议秘书接任: the question to whoever decides, and what the new one finds waiting. */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Person } from '../domain/people/person.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** A series whose secretary is gone: who keeps it until it is decided, and who is proposed, best first. */
export interface Orphaned {
  series: { name: string }
  was: Pick<Person, 'id' | 'name' | 'unit' | 'left'>
  acting: number
  proposed: readonly number[]
}

/** More of them than this are named in a line each, without buttons. */
const TAPPED = 8

/** To whoever decides: one tap an answer, for each meeting. */
export function secretaryAskedCard(orphaned: readonly Orphaned[], seen: Seen): Card {
  const gone = [...new Set(orphaned.map(({ was }) => whatOf(was, seen)))].join('、')
  const title = `会议秘书${gone}，请确定接任人选`
  return card({
    title,
    color: 'orange',
    summary: `${title}（${orphaned.length}个例会）`,
    elements: [
      ...orphaned.flatMap((one, i) => [...(i > 0 ? [hr()] : []), ...asked(one, seen, i < TAPPED)]),
      note('另有人选的，请说：改例会 例会名称 秘书 姓名'),
    ],
  })
}

/** Nothing is to be decided: who keeps each meeting's papers. */
export const secretariesCard = (
  kept: readonly { name: string; secretary: number }[],
  { directory }: Seen,
): Card =>
  card({
    title: '各例会的会议秘书',
    color: 'blue',
    summary: `会议秘书（${kept.length}个例会）`,
    elements: [
      text(kept.map((one) => `${one.name}：${directory.name(one.secretary)}`).join('\n')),
      buttons([button({ text: '例会', say: '例会' })]),
    ],
  })

const whatOf = (was: Orphaned['was'], { directory }: Seen): string =>
  `${was.name}${was.left ? '离任' : `调到${directory.unitName(was.unit)}`}`

function asked(
  { series, was, acting, proposed }: Orphaned,
  { directory }: Seen,
  tapped: boolean,
): Element[] {
  const now =
    acting === was.id
      ? `未定之前仍由${was.name}负责`
      : `未定之前由${directory.name(acting)}代理，议程、议题和纪要先发给他`
  const named = [...new Set(acting === was.id ? [...proposed, was.id] : proposed)]
  const taps = named.map((id) => {
    const name = directory.name(id)
    const house = directory.unitName(directory.people.get(id)?.unit ?? null)
    return button({
      text: `${id === was.id ? '仍由' : '由'}${name}担任`,
      say: `改例会 ${series.name} 秘书 ${house}${name}`,
    })
  })
  const best = proposed[0] === undefined ? '' : `，建议由${directory.name(proposed[0])}接任`
  return [
    text(`“${series.name}”${best}；${now}。`),
    ...(tapped && taps.length > 0 ? [buttons(taps)] : []),
  ]
}

/** What waits in one meeting. */
export interface Waiting {
  series: { name: string }
  next: number
  topics: number
  drafts: number
}

/** To the new one: what he finds. `acting`: until it is decided. */
export function secretaryFoundCard(
  was: string,
  acting: boolean,
  waiting: readonly Waiting[],
  { calendar, now }: Seen,
): Card {
  const title = acting ? `会议秘书${was}不再负责，暂由您代理` : `会议秘书由您接任`
  return card({
    title,
    color: 'blue',
    summary: `${title}（${waiting.length}个例会）`,
    elements: waiting
      .slice(0, TAPPED)
      .flatMap(({ series, next, topics, drafts }) => [
        text(
          [
            `“${series.name}”下次会议 ${whenSaid(next, now, calendar)}`,
            ...(topics > 0 ? [`待采纳的议题${topics}个`] : []),
            ...(drafts > 0 ? [`待立项的议定事项${drafts}条`] : []),
          ].join('，'),
        ),
        buttons([
          button({ text: '议程', say: `议程 ${series.name}` }),
          ...(drafts > 0 ? [button({ text: '纪要', say: `纪要 ${series.name}` })] : []),
        ]),
      ]),
  })
}
