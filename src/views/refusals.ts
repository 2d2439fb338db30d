/** 说"不" as it is seen: how high it stands, who answers by when, and the list of final ones. */
import { button, buttons, card, form, hr, input, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { rungNames, waitingRefusal } from '../domain/matter/refusal.ts'
import type { Refusal } from '../domain/matter/sides.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened, stamp, whenSaid } from './words.ts'

/** The rows of a matter's card; in a group only the rung and its time, nobody by name. */
export function refusalFacts(matter: Matter, seen: Seen): [string, string][] {
  const { refusal } = matter
  if (!refusal) return []
  const open = waitingRefusal(matter)
  const rows: [string, string][] = open ? [['说“不”', waitsSaid(open, seen)]] : []
  if (seen.viewer) rows.push(['提级经过', reasonsSaid(refusal, seen)])
  if (refusal.outcome === 'solved' && refusal.reply) rows.push(['能办', refusal.reply])
  if (refusal.outcome === 'final')
    rows.push(['不予办理', `依据${refusal.ground}`], ['答复', refusal.reply ?? ''])
  return rows
}

function waitsSaid({ rung, person, due }: Refusal, { directory, now, calendar, viewer }: Seen) {
  const name = viewer ? directory.name(person) : ''
  return `已提级至${rungNames[rung]}${name}，${whenSaid(due, now, calendar)} 前答复`
}

const reasonsSaid = ({ reasons }: Refusal, { directory }: Seen): string =>
  reasons
    .map((one) => `${rungNames[one.rung]}${directory.name(one.by)} ${stamp(one.at)}：${one.text}`)
    .join('\n')

/** The form of the one who has to answer: it can be done, or it goes up; on the last rung it can end. */
export function refusalForm(matter: Matter, { rung }: Refusal): Element {
  const { id, rev } = matter
  const submit = (label: string, say: string, name: string, primary = false) =>
    button({
      text: label,
      say,
      rev,
      submit: true,
      name: `${name}_submit`,
      ...(primary ? { type: 'primary' as const } : {}),
    })
  const solve = submit('能办', `能办 ${id} {text}`, 'solve', true)
  if (rung < 4)
    return form('refusal', [
      input({ name: 'text', placeholder: '能办写怎么办，不能办写理由', max: 500, required: true }),
      buttons([solve, submit('提级', `提级 ${id} {text}`, 'raise')]),
    ])
  return form('refusal', [
    input({ name: 'ground', placeholder: '不予办理的依据：《…》第…条', max: 300 }),
    input({
      name: 'text',
      placeholder: '能办写怎么办；不予办理写给服务对象的答复',
      max: 500,
      required: true,
    }),
    buttons([solve, submit('不予办理', `不予办理 ${id} 依据 {ground} 答复 {text}`, 'final')]),
  ])
}

/** 说“不”清单: each final no with its ground and what the client was told. */
export function finalRefusalsCard(month: string, matters: Matter[], seen: Seen): Card {
  const shown = matters.slice(0, MOST)
  const rest = matters.length - shown.length
  return card({
    title: `${month} 不予办理（${matters.length}件）`,
    color: 'grey',
    elements:
      matters.length === 0
        ? [text('本月没有定为不予办理的事项。')]
        : [
            ...shown.flatMap((matter, n) => [...(n > 0 ? [hr()] : []), ...lines(matter, seen)]),
            ...(rest > 0 ? [note(`另有${rest}件，请说“查 编号”或导出台账。`)] : []),
          ],
  })
}

const MOST = 20

function lines(matter: Matter, { directory, now }: Seen): Element[] {
  const { refusal } = matter
  const day = daySaid(dayOf(refusal?.ended ?? matter.changed), dayOf(now))
  const unit = directory.unitName(matter.lead)
  return [
    text(`${matter.id}号 ${shortened(matter.title, 40)} · ${unit} · ${day}`),
    note(`依据：${refusal?.ground ?? ''}`),
    note(`答复：${refusal?.reply ?? ''}`),
  ]
}
