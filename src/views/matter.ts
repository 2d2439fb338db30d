/** The card of a matter: how it stands, and the buttons that this place's readers may need. */
import { button, buttons, card, facts, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { stepsFor } from '../domain/matter/duties.ts'
import { lightOf } from '../domain/matter/light.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { OWN_DATE } from '../domain/matter/profiles.ts'
import { waitingRefusal } from '../domain/matter/refusal.ts'
import { nextStepOf } from '../domain/matter/steps.ts'
import { within } from '../domain/people/rights.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { actionsFor, actionsInGroup } from './actions.ts'
import { clientFacts } from './client.ts'
import { leadingFacts } from './leading.ts'
import { papersSaid, paperTag } from './papers.ts'
import { refusalFacts } from './refusals.ts'
import type { Seen } from './seen.ts'
import { ruleSaid } from './timetable.ts'
import { daySaid, lightSign, shortened, stamp, statusSaid, whenSaid } from './words.ts'

const COLORS = { green: 'green', yellow: 'yellow', red: 'red' } as const

/** The matter's card. Words that people typed stand only in plain text. */
export function matterCard(matter: Matter, seen: Seen): Card {
  const light = lightOf(matter, seen.now, seen.calendar)
  const steps = seen.viewer ? stepsFor(seen.viewer, matter, seen.directory) : undefined
  const { fields, taps, fieldsFirst } = steps
    ? actionsFor(matter, steps, seen)
    : actionsInGroup(matter, seen)
  const elements: Element[] = []
  // What only repeats the title needs no line of its own.
  const told = seen.line === `${matter.id}号 ${matter.title}` ? undefined : seen.line
  if (told) elements.push(text(told), hr())
  elements.push(facts(factsOf(matter, seen)))
  const acts = [...(taps.length > 0 ? [buttons(taps)] : []), ...(fields ? [fields] : [])]
  elements.push(...(fieldsFirst ? acts.reverse() : acts))
  return card({
    title: `${light ? `${lightSign[light]} ` : ''}${matter.id}号 ${shortened(matter.title, 60)}`,
    color: light ? COLORS[light] : 'grey',
    tags: [
      { text: statusSaid(matter), color: matter.closed ? 'neutral' : 'blue' },
      ...(matter.urgent === null ? [] : [{ text: '特急', color: 'red' as const }]),
      ...(waitingRefusal(matter) ? [{ text: '提级', color: 'orange' as const }] : []),
      ...paperTag(matter),
    ],
    summary: seen.line ?? `${matter.id}号 ${statusSaid(matter)}：${shortened(matter.title, 40)}`,
    elements,
  })
}

function factsOf(matter: Matter, seen: Seen): [string, string][] {
  const { directory, calendar, now } = seen
  const handler = matter.handler ?? matter.proposed
  const rows: [string, string][] = []
  if ([...matter.title].length > 60) rows.push(['事项', matter.title])
  const who = handler === null ? '' : ` · ${directory.name(handler)}`
  rows.push([
    '承办',
    `${directory.unitName(matter.lead)}${who}${matter.handler || !handler ? '' : '（拟）'}`,
  ])
  if (matter.supports.length > 0) rows.push(['协办', supportsSaid(matter, seen)])
  const step = matter.suspended ? undefined : nextStepOf(matter.steps)
  if (step)
    rows.push([
      '下一步',
      `${step.name} ${whenSaid(step.due, now, calendar)}${passed(step.due, now)}`,
    ])
  rows.push(['时限', whenSaid(matter.due, now, calendar)])
  if (matter.firstDue !== matter.due)
    rows.push(['原定', daySaid(dayOf(matter.firstDue), dayOf(now))])
  if (matter.provisional) rows.push(['说明', '放假安排尚未公布，暂按周末和法定节日推算'])
  rows.push([
    '来源',
    `${directory.name(matter.assigner)}交办${matter.basis ? ` · ${matter.basis}` : ''}`,
  ])
  if (matter.profile !== OWN_DATE) rows.push(['规则', ruleSaid(matter.profile, matter.level)])
  rows.push(['编号', matter.formal])
  if (matter.report) {
    const said = matter.percent === null || matter.report.text.includes(`${matter.percent}%`)
    const percent = said ? '' : `（${matter.percent}%）`
    const by = `${directory.name(matter.report.by)} ${stamp(matter.report.at)}`
    rows.push(['进展', `${matter.report.text}${percent}\n${by}`])
  }
  if (matter.attachments.length > 0)
    rows.push(['附件', matter.attachments.map((one) => one.name).join('、')])
  if (matter.papers.length > 0) rows.push(['督办文书', papersSaid(matter, seen)])
  if (matter.risks.length > 0) rows.push(['风险报备', risksSaid(matter, seen)])
  if (matter.refused) rows.push(['退签', matter.refused.text])
  if (matter.extension)
    rows.push([
      '申请延期',
      `到 ${whenSaid(matter.extension.to, now, calendar)}：${matter.extension.reason}${matter.extension.plan ? `\n方案：${matter.extension.plan.text}` : ''}`,
    ])
  rows.push(
    ...leadingFacts(matter, seen),
    ...clientFacts(matter, seen),
    ...refusalFacts(matter, seen),
  )
  if (matter.closing && matter.refusal?.outcome !== 'final')
    rows.push(['办理结果', matter.closing.text])
  if (matter.grade) rows.push(['等次', matter.grade])
  return rows
}

const supportWords = { asked: '待反馈', answered: '已反馈', waived: '已免协' } as const

/** Who supports it and how far; what they said is for the lead unit and for themselves (domain.md B.7). */
function supportsSaid(matter: Matter, { directory, viewer }: Seen): string {
  const inside = (unit: number) => viewer !== undefined && within(viewer, unit, directory)
  return matter.supports
    .map(({ unit, person, state, answer }) => {
      const who = directory.unitName(unit) + directory.name(person)
      const told = answer && (inside(matter.lead) || inside(unit)) ? `：${answer.text}` : ''
      return `${who}（${supportWords[state]}）${told}`
    })
    .join(viewer ? '\n' : '、')
}

const passed = (due: Instant, now: Instant): string => (due < now ? '，已过' : '')

/** What was told in time, to whom, with its fingerprint; in a group only that it was. */
function risksSaid(matter: Matter, { directory, viewer }: Seen): string {
  return matter.risks
    .map(({ by, at, text, to, hash }) => {
      const when = `${stamp(at)} ${directory.name(by)}`
      const names = to.map((id) => directory.name(id)).join('、')
      return viewer ? `${text}\n${when} 报${names}，指纹 ${hash.slice(0, 12)}` : `${when} 已报备`
    })
    .join('\n')
}

/** What is left of a card when a newer one has taken its place, or when it grew too old to follow the matter. */
export function movedCard(
  matter: { id: number; title: string },
  why = '已有新的卡片，请看最新一张。',
): Card {
  return card({
    title: `${matter.id}号 ${shortened(matter.title, 60)}`,
    color: 'grey',
    elements: [note(why), buttons([button({ text: '查看最新', say: `查 ${matter.id}` })])],
  })
}
