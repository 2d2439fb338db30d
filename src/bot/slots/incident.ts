/** 日报: the incident by its name, what is done to it, who reports, and the line of the day. */
import { Declined } from '../../domain/declined.ts'
import type { Supporter } from '../../domain/matter/support.ts'
import type { Incident } from '../../domain/returns/incident.ts'
import { addDays, type Day, dayOf, daysBetween, isDay, weekdayOf } from '../../domain/time/day.ts'
import { askedIn } from '../question.ts'
import { fold } from '../sentence.ts'
import type { Slot } from '../slot.ts'
import { supporters } from './supporters.ts'
import { name, oneOf, remark } from './words.ts'

/** As much of a name must stand there for it to be meant. */
const ENOUGH = 3
/** How a line begins that is typed right behind the word: 日报无变化, 日报今日平稳; 日报告已交 is none. */
const BEGINS = /^(?:今[日天]|目前|截至|无|没有|同|情况|较昨|一切|总体)/u

/** An incident by its name or the beginning of it, under way before ended. */
export const incident: Slot<Incident | null> = {
  label: '事件名称',
  stands: 'at',
  optional: true,
  async read({ sentence, store }, [from, to]) {
    const rest = sentence.folded.slice(from, to)
    const all = [...(await store.incidents.open()), ...(await store.incidents.ended())]
    const near = all
      .map((one) => ({ one, length: commonLength(rest, one.name) }))
      .filter(({ one, length }) => length >= Math.min(ENOUGH, one.name.length))
      .sort((a, b) => b.length - a.length)[0]
    if (near) {
      const { one, length } = near
      const whole = length === one.name.length || /^(?:$|[\s,:;。])/.test(rest.slice(length))
      // 村镇银行取款平稳 tells of 村镇银行取款难, and is told as it stands.
      return { value: one, span: [from, whole ? from + length : from] }
    }
    return BEGINS.test(rest) ? { value: null, span: [from, from] } : undefined
  },
  absent: () => null,
}

function commonLength(text: string, name: string): number {
  let length = 0
  while (length < name.length && text[length] === name[length]) length += 1
  return length
}

export type IncidentAct = '延长' | '停' | '重启'

const ACTS: readonly (readonly [RegExp, IncidentAct])[] = [
  [/^(?:延长|延期|延至|延到|顺延)/u, '延长'],
  [/^(?:停止|停报|停|结束|终止|不用再?报了?|取消)/u, '停'],
  [/^(?:重新?启动?|重新开始|重启|恢复)/u, '重启'],
]

/** 延长、停、重启, as a word of its own: 停止取款的网点 is part of a line. */
export const incidentAct: Slot<IncidentAct | null> = {
  label: '做什么（延长、停、重启）',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const rest = sentence.folded.slice(from, to)
    for (const [words, act] of ACTS) {
      const hit = words.exec(rest)?.[0]
      if (hit === undefined || !/^(?:$|[\s,:;。\d至到吧])/.test(rest.slice(hit.length))) continue
      const end = /[至到]$/.test(hit) ? hit.length - 1 : hit.length
      return { value: act, span: [from, from + end] }
    }
    return undefined
  },
  // In the patterns without it nothing is done to the incident.
  absent: () => null,
}

/** 新建: a new incident, and not a line about one. */
export const incidentNew: Slot<string | null> = {
  ...oneOf('新建', ['新建', '新设', '启动', '开启', '建立', '设立', '新增']),
  absent: () => null,
}

/** What the new one is called: the word behind 新建. */
export const incidentName: Slot<string | null> = {
  ...name,
  optional: true,
  read: (reading, span) => (reading.filled.make ? name.read(reading, span) : undefined),
  absent: () => null,
}

/** 含休息日. */
export const withRestDays: Slot<boolean> = {
  label: '含休息日',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit =
      /[(]?(?:含|包括|连同)(?:双?休息?日|周末|节假日)[)]?|(?:周末|休息日|节假日)(?:也|照)报|(?:每天|天天)都?报/u.exec(
        sentence.folded.slice(from, to),
      )
    if (!hit) return undefined
    const start = from + hit.index
    return { value: true, span: [start, start + hit[0].length] }
  },
  absent: () => false,
}

/** 成员 金融科、办公室: the units that report. */
export const memberUnits: Slot<Supporter[]> = {
  label: '成员单位',
  stands: 'anywhere',
  optional: true,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    for (const hit of text.matchAll(
      /(?:成员单位|成员科室|成员|报送单位|单位|科室|参加|涉及|由)\s*:?\s*/gu,
    )) {
      const start = from + hit.index
      const list = await supporters.read(reading, [start + hit[0].length, to])
      if (!list) continue
      const tail = /^\s*(?:上?报|参加|每[日天]报)/u.exec(
        reading.sentence.folded.slice(list.span[1], to),
      )
      return { value: list.value, span: [start, list.span[1] + (tail?.[0].length ?? 0)] }
    }
    return undefined
  },
  absent: () => [],
}

/** 11月24日, 昨天, 补报周二: a day before today whose line was missed. In words that tell of today it is only text. */
export const briefDay: Slot<Day | null> = {
  label: '哪一天',
  stands: 'at',
  optional: true,
  read({ sentence, now }, [from, to]) {
    const hit =
      /^(补报?)?\s*(?:(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]|(昨|前)[天日]|上周([一二三四五六日天]))(?!\s*(?:以来|起|开始|至|到|前|后|、|和|及|-))(的?(?:日报)?(?:补报)?)/u.exec(
        sentence.folded.slice(from, to),
      )
    if (!hit) return undefined
    const [whole, late, year, month, date, word, weekday, behind] = hit
    const apart = /^[\s,:;。]/u.test(sentence.folded.slice(from + whole.length, to))
    const dated = month !== undefined
    if (!late && !behind && !apart && !dated) return undefined
    const today = dayOf(now)
    const day = dated ? dayIn(today, year, month, date ?? '') : dayBefore(today, word, weekday)
    // 11月24日… said on that very day is the line of the day.
    return day === undefined ? undefined : { value: day, span: [from, from + whole.length] }
  },
  absent: () => null,
}

/** The newest day of that date that is not in the future; a year that is named holds. */
function dayIn(today: Day, year: string | undefined, month: string, date: string): Day | undefined {
  const of = (one: number) => `${one}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const day = of(year === undefined ? thisYear : Number(year))
  if (!isDay(day)) return undefined
  const far = year === undefined && daysBetween(today, day) > 180
  return far ? of(thisYear - 1) : day
}

function dayBefore(today: Day, word: string | undefined, weekday: string | undefined): Day {
  if (weekday === undefined) return addDays(today, word === '前' ? -2 : -1)
  const monday = addDays(today, 1 - weekdayOf(today))
  return addDays(monday, Math.min(6, '一二三四五六日天'.indexOf(weekday)) - 7)
}

/** How one asks after it with a particle behind. */
const ASKS = /(?:怎么样|怎样|咋样|如何)(?:了|啦|呢)?[\s？?。]*$/u

/** The line of the day; a question is none, and 还没报 tells nothing of the incident. */
export const briefLine: Slot<string> = {
  ...remark,
  async read(reading, span) {
    const found = await remark.read(reading, span)
    if (!found) return undefined
    if (askedIn(fold(found.value)) || ASKS.test(found.value))
      throw new Declined('E-SAY-6', '听到的是询问，日报未作变动。要看请说“研判”。', [
        '研判',
        '日报',
      ])
    if (/^(?:还|尚|暂|都|今[天日])*(?:没有?|未|不|别)(?:上?报|写|交|发|填|用)/u.test(found.value))
      throw new Declined('E-SAY-3', '听到的是还没有报，日报未作变动。', ['日报'])
    return found
  },
}
