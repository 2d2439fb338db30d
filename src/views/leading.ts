/** What leaders and the 督查室 may do to a matter besides the step that waits for them: 批示, 挂起, 恢复, 重办. */
import { button, columns, date, form, input } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { mayDo } from '../domain/matter/rights.ts'
import type { Event } from '../domain/matter/transitions.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, whenSaid } from './words.ts'

/** The form for a word that is typed; nothing for who may say none of them now. */
export function leadingForm(matter: Matter, seen: Seen): Element | undefined {
  const may = (event: Event) =>
    seen.viewer !== undefined && mayDo(seen.viewer, matter, event, seen.directory)
  const words = (hint: string) =>
    input({ name: 'text', placeholder: hint, max: 500, required: true })
  const { id } = matter
  if (may('reopen'))
    return form('leading', [
      beside(words('重办的理由'), submit('重办', `重办 ${id} {text}`, matter, 'reopen')),
    ])
  const instructs = may('instruct') || may('instructAgain')
  if (!instructs) return undefined
  const again = matter.status === 'completed'
  const instruct = submit('批示', `批示 ${id} {text}`, matter, 'instruct')
  const hint = again ? '新的批示（写了就重新办理）' : '批示，或挂起的原因'
  if (!may('suspend')) return form('leading', [beside(words(again ? hint : '批示'), instruct)])
  const suspend = submit('挂起', `挂起 ${id} {due}复核 {text}`, matter, 'suspend')
  return form('leading', [
    beside(words(hint), instruct),
    beside(date({ name: 'due', placeholder: '复核日期（挂起时选）' }), suspend),
  ])
}

/** 恢复, for the leader in charge of a suspended matter. */
export function leadingTaps(matter: Matter, seen: Seen): Button[] {
  const may = seen.viewer && mayDo(seen.viewer, matter, 'resume', seen.directory)
  return may ? [button({ text: '恢复', say: `恢复 ${matter.id}`, rev: matter.rev })] : []
}

/** What leaders' words have made of it: 批示, 挂起, 撤项, 重办. */
export function leadingFacts(
  matter: Matter,
  { directory, now, calendar }: Seen,
): [string, string][] {
  const rows: [string, string][] = []
  const { instruction, suspended, withdrawal, ended } = matter
  if (matter.urgent !== null) rows.push(['特急', matter.urgent])
  if (instruction && instruction.text !== matter.title)
    rows.push(['批示', `${directory.name(instruction.by)}：${instruction.text}`])
  if (matter.round > 1) rows.push(['轮次', `第${matter.round}轮`])
  if (matter.reopened > 0) rows.push(['重办', `${matter.reopened}次`])
  if (suspended) {
    const until = daySaid(dayOf(suspended.review), dayOf(now))
    const due = matter.due < now ? `，原时限 ${whenSaid(matter.due, now, calendar)} 已过` : ''
    rows.push(['挂起', `${suspended.text}\n${until}复核，到期自动恢复${due}`])
  }
  if (withdrawal) rows.push(['申请撤项', withdrawal.text])
  if (ended) rows.push([matter.status === 'merged' ? '并项' : '撤项', ended.text])
  return rows
}

const beside = (field: Element, tap: Button): Element =>
  columns([{ elements: [field] }, { auto: true, elements: [tap] }])

const submit = (text: string, say: string, { rev }: Matter, name: string): Button =>
  button({ text, say, rev, submit: true, name: `${name}_submit` })
