/** The buttons of a matter's card: sentences that somebody else wrote, never more than five; 更多 shows the others. */
import {
  button,
  buttons,
  columns,
  date,
  form,
  input,
  person as personField,
} from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Element } from '../card/types.ts'
import type { DutyKind } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { waitingRefusal } from '../domain/matter/refusal.ts'
import { isStuck } from '../domain/meeting/topic.ts'
import { speaksFor } from '../domain/people/rights.ts'
import { clientForm } from './client.ts'
import { leadingForm, leadingTaps } from './leading.ts'
import { fitting, furtherTaps, leadersForm, moreTap, unfolded } from './more.ts'
import { refusalForm } from './refusals.ts'
import type { Seen } from './seen.ts'

interface Actions {
  /** A form at the root of the card, where something is to be typed. */
  fields?: Element
  taps: Button[]
  /** The form is the main thing here, the buttons come after it. */
  fieldsFirst?: boolean
}

/** For a person's private chat: the step that is his, the form it needs, then the rest. */
export function actionsFor(matter: Matter, steps: DutyKind[], seen: Seen): Actions {
  const say = (words: string) => `${words} ${matter.id}`
  const tap = (text: string, words: string, primary = false) =>
    button({ text, say: words, rev: matter.rev, ...(primary ? { type: 'primary' as const } : {}) })
  const taps: Button[] = []
  let fields: Element | undefined
  const has = (kind: DutyKind) => steps.includes(kind)
  if (has('sign')) {
    if (matter.proposed !== null && !isViewer(matter.proposed, seen))
      taps.push(tap(`签收并分办${seen.directory.name(matter.proposed)}`, say('签收并分办'), true))
    taps.push(tap('签收', say('签收'), matter.proposed === null))
    fields = reasonForm(matter, '退签', '退签理由和建议单位')
  }
  if (has('register')) taps.push(tap('立项并交办', say('立项'), true))
  if (has('withdrawal')) {
    taps.push(tap('同意撤项', `同意 ${matter.id} 撤项`, !has('sign')))
    fields ??= reasonForm(matter, '退回', '不同意撤项的理由', '不同意撤项', ' 撤项')
  }
  if (has('deploy')) fields = deployForm(matter, seen)
  if (has('extension')) {
    // The head's consent passes it up; only the approver's word moves the date.
    const passesUp = !matter.extension?.agreed && isViewer(headOf(matter, seen), seen)
    taps.push(tap(passesUp ? '同意上报' : '准予延期', `同意 ${matter.id} 延期`, true))
    fields = reasonForm(matter, '退回', '不准延期的理由', '不准延期', ' 延期')
  }
  if (has('review')) {
    taps.push(tap('同意（良好）', `同意 ${matter.id} 良好`, true))
    taps.push(tap('优秀', `同意 ${matter.id} 优秀`), tap('合格', `同意 ${matter.id} 合格`))
    fields = reasonForm(matter, '退回', '退回理由')
  }
  if (has('close')) taps.push(tap('销号', say('销号'), true))
  const no = has('refusal') ? waitingRefusal(matter) : undefined
  if (no) fields = refusalForm(matter, no)
  else if (!fields) fields = clientForm(matter, has)
  if (has('contact')) taps.push(tap('已联系服务对象', say('已联系'), true))
  if (has('callback')) taps.push(tap('满意', `回访 ${matter.id} 满意`, true))
  if (has('carry') && !fields) fields = carryForm(matter, seen)
  if (has('support') && !fields) fields = reportForm(matter, '反馈', '一句话协办情况')
  if ((has('carry') || has('refusal')) && isStuck(matter, seen.now))
    taps.push(tap('提交例会', say('提交例会')))
  taps.push(...leadingTaps(matter, seen))
  fields ??= leadingForm(matter, seen)
  if (seen.born) taps.push(tap('撤销', '撤销'))
  taps.push(tap('历史', say('历史')), ...furtherTaps(matter, seen))
  const shown = fitting(taps, fields, { ...seen, id: matter.id })
  if (seen.more) return { taps: shown }
  const fieldsFirst = has('carry') || has('deploy') || has('support') || has('refusal')
  return { ...(fields ? { fields } : {}), taps: shown, fieldsFirst }
}

/** For a group: what any of its readers may need at this state; the tapper's rights are checked at the tap. */
export function actionsInGroup(matter: Matter, seen: Seen): Actions {
  const tap = (text: string, words: string) =>
    button({ text, say: `${words} ${matter.id}`, rev: matter.rev })
  const taps: Button[] = []
  let fields: Element | undefined
  if (matter.status === 'assigned') taps.push(tap('签收', '签收'))
  if (matter.status === 'in_progress') fields = reportForm(matter)
  if (matter.status === 'close_requested') taps.push(tap('同意', '同意'))
  if (matter.status === 'completed') taps.push(tap('销号', '销号'))
  if (seen.born) taps.push(button({ text: '撤销', say: '撤销', rev: matter.rev }))
  taps.push(tap('历史', '历史'), ...furtherTaps(matter, seen))
  // Behind 更多 stands what only leaders say: the others need not look at it.
  const leaders = seen.more ? leadersForm(matter) : undefined
  const rest = taps.slice(taps.findIndex((one) => one.text.content === '历史') + 1)
  if (seen.more)
    return { ...(leaders ? { fields: leaders } : {}), taps: unfolded(rest, leaders, matter.id) }
  const first = taps.slice(0, taps.length - rest.length)
  return { ...(fields ? { fields } : {}), taps: [...first, moreTap(matter.id)], fieldsFirst: true }
}

function reportForm(matter: Matter, label = '汇报', hint = '一句话进展，如：完成60%'): Element {
  return form('report', [
    beside(
      input({ name: 'text', placeholder: hint, max: 500, required: true }),
      submit(label, `报 ${matter.id} {text}`, matter, 'report'),
    ),
  ])
}

/** Progress, a request to close and a later date share one form: one line, one optional day, three buttons. */
function carryForm(matter: Matter, seen: Seen): Element {
  const closes = matter.origin === 'unit' ? matter.handler : headOf(matter, seen)
  const asksToClose = isViewer(closes, seen)
  const report = submit('汇报', `报 ${matter.id} {text}`, matter, 'report', true)
  const finish = submit('申请办结', `办结 ${matter.id} {text}`, matter, 'finish')
  return form('carry', [
    input({
      name: 'text',
      placeholder: '一句话：进展、办理结果或延期理由',
      max: 500,
      required: true,
    }),
    buttons(asksToClose ? [report, finish] : [report]),
    beside(
      date({ name: 'due', placeholder: '延期到（申请延期时选）' }),
      submit('申请延期', `延期 ${matter.id} 到{due} {text}`, matter, 'extend'),
    ),
  ])
}

function deployForm(matter: Matter, seen: Seen): Element {
  const members = seen.directory
    .membersOf(matter.lead)
    .flatMap((one) => (one.openId ? [one.openId] : []))
  return form('deploy', [
    personField({ name: 'person', placeholder: '承办人', options: members }),
    beside(
      input({ name: 'text', placeholder: '办理要求（可不填）', max: 500 }),
      submit('分办', `分办 ${matter.id} {person} {text}`, matter, 'deploy', true),
    ),
  ])
}

function reasonForm(matter: Matter, verb: string, hint: string, label = verb, after = ''): Element {
  return form('reason', [
    beside(
      input({ name: 'text', placeholder: hint, max: 500, required: true }),
      submit(label, `${verb} ${matter.id}${after} {text}`, matter, 'reason'),
    ),
  ])
}

/** A field with its button at its right. */
function beside(field: Element, tap: Button): Element {
  return columns([{ elements: [field] }, { auto: true, elements: [tap] }])
}

const submit = (
  text: string,
  say: string,
  { rev }: Matter,
  name: string,
  primary = false,
): Button =>
  button({
    text,
    say,
    rev,
    submit: true,
    name: `${name}_submit`,
    ...(primary ? { type: 'primary' as const } : {}),
  })

const isViewer = (id: number | null, { viewer }: Seen): boolean =>
  id !== null && viewer !== undefined && speaksFor(viewer, id)

const headOf = (matter: Matter, seen: Seen): number | null =>
  seen.directory.units.get(matter.lead)?.head ?? null
