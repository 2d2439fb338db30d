/** 服务对象 as seen: his number only by those who have to call him, never in a group; the receipt; the forms. */
import { button, buttons, form, input } from '../card/build.ts'
import type { Element } from '../card/types.ts'
import type { ClientDutyKind } from '../domain/matter/client-duties.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Client } from '../domain/matter/sides.ts'
import { heads, isSupervisor, speaksFor } from '../domain/people/rights.ts'
import type { Seen } from './seen.ts'
import { stamp, whenSaid } from './words.ts'

/** The rows of a matter's card; in a group none. */
export function clientFacts(matter: Matter, { directory, viewer }: Seen): [string, string][] {
  const { client } = matter
  if (!client || !viewer) return []
  const phone = calls(matter, client) && client.phone ? ` ${client.phone}` : ''
  const rows: [string, string][] = [
    ['服务对象', `${client.name}${phone}`],
    ['首问', directory.name(client.firstAsked)],
  ]
  if (client.complains !== null) rows.push(['不满意', `对${client.complains}号的办理`])
  for (const [label, report] of [
    ['已联系', client.contacted],
    ['已答复', client.answered],
  ] as const)
    if (report) {
      const by = `${directory.name(report.by)} ${stamp(report.at)}`
      rows.push([label, report.text ? `${report.text}\n${by}` : by])
    }
  if (client.satisfied) rows.push(['回访', '满意'])
  return rows

  function calls(one: Matter, { firstAsked }: Client): boolean {
    if (!viewer) return false
    const named = [one.follower, firstAsked, one.handler, one.proposed]
    return (
      named.some((id) => typeof id === 'number' && speaksFor(viewer, id)) ||
      heads(viewer, directory.units.get(one.lead)) ||
      viewer.roles.includes('counter') ||
      isSupervisor(viewer)
    )
  }
}

/** 受理回执: a text to be passed on to the client, with whom to ask and by when. */
export function receiptSaid(matter: Matter, { directory, now, calendar }: Seen): string[] {
  const { client } = matter
  const first = directory.people.get(client?.firstAsked ?? 0)
  const phone = first?.mobile ? `，电话${first.mobile}` : ''
  return [
    `【受理回执】${client?.name ?? ''}：您的诉求“${matter.title}”已受理，编号${matter.formal}。`,
    `由${directory.unitName(matter.lead)}承办，承诺 ${whenSaid(matter.due, now, calendar)} 前答复。`,
    `首问责任人：${first?.name ?? ''}${phone}。`,
  ]
}

/** The form of what is owed to the client; nothing where another step stands there. */
export function clientForm(matter: Matter, has: (kind: DutyKind) => boolean): Element | undefined {
  const { id, rev } = matter
  const submit = (label: string, say: string, name: ClientDutyKind) =>
    button({ text: label, say, rev, submit: true, name: `${name}_submit`, type: 'primary' })
  const line = (hint: string, required: boolean) =>
    input({ name: 'text', placeholder: hint, max: 500, required })
  if (has('answer'))
    return form('answer', [
      line('怎么答复的；不填就按办理结果', false),
      buttons([submit('已答复', `已答复 ${id} {text}`, 'answer')]),
    ])
  if (has('callback'))
    return form('callback', [
      line('不满意的，写服务对象怎么说', true),
      buttons([submit('不满意', `回访 ${id} 不满意 {text}`, 'callback')]),
    ])
  return undefined
}
