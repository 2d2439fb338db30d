/** 为什么: where a matter's dates come from, and why a message came or did not, in words. */
import { button, buttons, card, hr, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Profile, RungTo } from '../domain/matter/profile.ts'
import { OWN_DATE } from '../domain/matter/profiles.ts'
import { holderOf, type Reminder, remindedOf } from '../domain/matter/reminders.ts'
import { type Day, dayOf, type Instant } from '../domain/time/day.ts'
import { reckoned } from '../domain/time/reckoned.ts'
import type { Seen } from './seen.ts'
import { ruleSaid } from './timetable.ts'
import { daySaid, shortened, whenSaid } from './words.ts'

/** A reminder and what became of it. */
export interface Told {
  reminder: Reminder
  /** What the clock did: planned, done, skipped, cancelled; nothing when it never was to come. */
  state: string | undefined
  reason: string | null
}

const ROLES: Readonly<Record<RungTo, string>> = {
  handler: '承办人',
  head: '负责人',
  charge: '分管领导',
  principal: '主要领导',
}

/** The page of a matter: its date, the days counted, its steps, its reminders. */
export function whyCard(
  matter: Matter,
  { profile, told, restraint }: { profile: Profile; told: Told[]; restraint: string[] },
  seen: Seen,
): Card {
  const elements: Element[] = [
    note('时限怎么来的'),
    text(dateWhy(matter, profile, seen).join('\n')),
  ]
  if (matter.steps.length > 0) elements.push(note('节点'), text(stepLines(matter, seen).join('\n')))
  elements.push(hr(), note('提醒怎么来的'))
  if (told.length === 0) elements.push(text('现在没有要发的提醒。'))
  else elements.push(text(told.map((one) => toldLine(matter, one, seen)).join('\n')))
  elements.push(note(restraint.join('\n')))
  elements.push(buttons([button({ text: `历史`, say: `历史 ${matter.id}` })]))
  return card({
    title: `${matter.id}号 为什么是这个时间`,
    subtitle: shortened(matter.title, 60),
    color: 'grey',
    elements,
  })
}

function dateWhy(matter: Matter, profile: Profile, seen: Seen): string[] {
  const { now, calendar } = seen
  const today = dayOf(now)
  const lines = [
    `办结时限：${whenSaid(matter.due, now, calendar)}。`,
    profile.name === OWN_DATE
      ? `规则：限期，只按写明的时限办理${matter.said ? `（原话“${matter.said.text}”）` : ''}。`
      : `规则：${ruleSaid(profile.name, matter.level)}，${profile.about}；按${profile.kind === 'workday' ? '工作日' : '自然日'}计${profile.roll ? '，末日逢休息日顺延' : '，末日逢休息日不顺延'}。`,
    `起算：${whenSaid(matter.start, now, calendar)}${profile.cutoff && dayOf(matter.start) > dayOf(matter.created) ? `（${profile.cutoff}以后或休息日交办的，从下一工作日起算）` : ''}。`,
  ]
  const { days, workdays, festivals, makeup } = reckoned(
    dayOf(matter.start),
    dayOf(matter.due),
    calendar,
  )
  if (days > 0)
    lines.push(`其间${days}天，其中工作日${workdays}天，跳过休息日${days - workdays}天。`)
  for (const { name, from, to } of festivals)
    lines.push(
      `${name}放假：${from === to ? daySaid(from, today) : `${daySaid(from, today)}至${daySaid(to, today)}`}。`,
    )
  if (makeup.length > 0) lines.push(`调休上班：${daysSaid(makeup, today)}。`)
  if (matter.provisional)
    lines.push('其间有的年份放假安排尚未公布，暂按周末和法定节日推算，公布后重新计算。')
  if (matter.firstDue !== matter.due)
    lines.push(
      `原定 ${whenSaid(matter.firstDue, now, calendar)}${matter.extended > 0 ? `，准予延期${matter.extended}次` : '，后经调整'}。`,
    )
  return lines
}

const daysSaid = (days: Day[], today: Day): string =>
  days.map((day) => daySaid(day, today)).join('、')

const stepLines = (matter: Matter, { now, calendar }: Seen): string[] =>
  matter.steps.map(({ name, due, done }) => {
    const state =
      done === null
        ? due < now
          ? '已过，尚未完成'
          : '待完成'
        : `${whenSaid(done, now, calendar)} 完成`
    return `${name}：${whenSaid(due, now, calendar)}，${state}。`
  })

function toldLine(matter: Matter, { reminder, state, reason }: Told, seen: Seen): string {
  const { at, rung, about, date } = reminder
  const { directory, now, calendar } = seen
  const holder = holderOf(matter, rung.to, directory)
  const person = remindedOf(matter, rung.to, directory, at)
  const away =
    holder !== person && holder !== null ? `（${directory.name(holder)}请假，由其代办）` : ''
  const who =
    person === null ? `没有${ROLES[rung.to]}` : `${ROLES[rung.to]}${directory.name(person)}${away}`
  return `${whenSaid(at, now, calendar)} ${about}${offsetSaid(rung.offset, date, at)}：${who}，${fate(state, reason, at, now)}`
}

/** 前1个工作日, 当天, 逾期第3个工作日. */
function offsetSaid(offset: Reminder['rung']['offset'], date: Instant, at: Instant): string {
  const unit = offset.kind === 'workday' ? '个工作日' : '天'
  if (offset.days === 0) return dayOf(date) === dayOf(at) ? '当天' : '当天（逢休息日提前）'
  return offset.days < 0 ? `前${-offset.days}${unit}` : `逾期${offset.days}${unit}`
}

function fate(state: string | undefined, reason: string | null, at: Instant, now: Instant): string {
  if (state === 'done') return '已提醒。'
  if (state === 'skipped') return `未发：${reason ?? '已不需要'}。`
  if (state === 'planned') return '到时提醒；先办了就不再提醒。'
  return at <= now ? '当时不需要。' : '到时提醒。'
}

/** A message the asker got, and what led to it. */
export interface Cause {
  at: Instant
  line: string
  why: string
}

/** The page of one's last messages. */
export function causesCard(causes: Cause[], restraint: string[], seen: Seen): Card {
  const elements = causes.flatMap(({ at, line, why }) => [
    text(`${whenSaid(at, seen.now, seen.calendar)} ${shortened(line, 60)}`),
    note(why),
  ])
  elements.push(note(restraint.join('\n')))
  return card({ title: '最近的消息为什么发给您', color: 'grey', elements })
}
