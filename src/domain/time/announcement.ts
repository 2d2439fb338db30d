/** The State Council's holiday notice as pasted into the chat: its facts, or what does not add up in it. */
import { type Day, isDay } from './day.ts'
import { discrepancies, type Section } from './discrepancy.ts'
import { fold } from './fold.ts'
import type { Notice } from './notices.ts'
import { type Festival, festivals } from './statutory.ts'

/** A notice read without a doubt, or Chinese sentences that say what is wrong with the text. */
export type Announcement =
  | { kind: 'read'; notice: Notice }
  | { kind: 'flawed'; findings: readonly string[] }

const TITLE = /(\d{4})年\s*(?:部分)?\s*节假日(?:安排|放假)/
const NUMBER = /国办发(?:明电)?\[(\d{4})\](\d+)号/
const SIGNED = /(\d{4})年(\d{1,2})月(\d{1,2})日\s*(?:\([^)]*\)\s*)?$/
const HEADING =
  /(元旦|春节|清明|劳动|端午|中秋|国庆)节?(?:[、和](元旦|春节|清明|劳动|端午|中秋|国庆)节?)?:/g
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g
const COUNT = /(?:共|放假)(\d+)天/

/** Reads a pasted notice and checks it: every festival there, 共N天 and the weekdays right, worked days on weekends. */
export function readNotice(text: string): Announcement {
  const folded = fold(text.trim(), true).text
  const year = Number(TITLE.exec(folded)?.[1] ?? Number.NaN)
  if (Number.isNaN(year)) {
    return { kind: 'flawed', findings: ['没有看到“某年部分节假日安排”的字样，请粘贴通知全文。'] }
  }
  const findings: string[] = []
  const sections: Section[] = []
  for (const [names, body] of parts(folded)) {
    const section = sectionOf(names, body, year)
    if (typeof section === 'string') findings.push(section)
    else sections.push(section)
  }
  findings.push(...discrepancies(year, sections))
  if (findings.length > 0) return { kind: 'flawed', findings }
  const number = NUMBER.exec(folded)
  const signed = SIGNED.exec(folded)
  const doc = number ? `国办发明电〔${number[1]}〕${number[2]}号` : `国务院办公厅${year}年放假通知`
  const dated = signed ? dayText(Number(signed[1]), Number(signed[2]), Number(signed[3])) : ''
  const off = sections.map(({ festival, first, last }) => [festival, first, last] as const)
  const work = sections.flatMap((section) => section.work).sort()
  return { kind: 'read', notice: { year, doc, dated, off, work } }
}

function parts(text: string): [names: string[], body: string][] {
  const headings = [...text.matchAll(HEADING)]
  return headings.map((heading, i) => {
    const names = [heading[1], heading[2]].filter((name) => name !== undefined)
    const from = heading.index + heading[0].length
    return [names, text.slice(from, headings[i + 1]?.index ?? text.length)]
  })
}

function sectionOf(names: string[], body: string, year: number): Section | string {
  // 中秋 in the days of 国庆 goes by the name of 国庆, as in the notices of 2020, 2023 and 2025.
  const [name = '国庆'] = festivals.filter((each) => names.includes(each.slice(0, 2))).slice(-1)
  const weekdays: [Day, string][] = []
  const [, span = ''] = /^(.*?)放假/s.exec(body) ?? []
  const [first, last = first] = daysIn(span, year, name, weekdays)
  if (first === undefined || last === undefined) return `${name}：没有看到放假的起止日期。`
  const work = [...body.matchAll(/([^。;\n]*)上班/g)].flatMap((match) =>
    daysIn(match[1] ?? '', year, name, weekdays),
  )
  const wrong = [first, last, ...work].find((day) => !isDay(day))
  if (wrong !== undefined) return `${name}：没有${wrong}这一天。`
  const count = COUNT.exec(body)
  return {
    festival: name,
    first,
    last,
    count: count ? Number(count[1]) : undefined,
    work,
    weekdays,
  }
}

function daysIn(text: string, year: number, festival: Festival, weekdays: [Day, string][]): Day[] {
  let month = 0
  let named = year
  return [...text.matchAll(DATE)].map((match) => {
    month = Number(match[2] ?? month)
    // 元旦 may begin on 30 or 31 December.
    named = Number(match[1] ?? (festival === '元旦' && month === 12 ? year - 1 : year))
    const day = dayText(named, month, Number(match[3]))
    const weekday = /(?:周|星期)([一二三四五六日天])/.exec(match[4] ?? '')
    if (weekday && isDay(day)) weekdays.push([day, `周${weekday[1]?.replace('天', '日')}`])
    return day
  })
}

function dayText(year: number, month: number, date: number): Day {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(date)}`
}
