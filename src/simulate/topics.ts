/** What is asked for at the weekly meetings in the year, and what becomes of it: accepted, returned, carried over, spoken about. */
import { meetings } from '../sample/meetings.ts'
import { at, type Day, daysBetween, isWorkday, plusWork } from './almanac.ts'
import type { Chance } from './chance.ts'
import { type Birth, headOf } from './fate.ts'
import { paceFrom } from './pace.ts'

const SUBJECTS = ['用地问题', '融资担保问题', '奖补资金兑付', '配套费缓缴', '过桥资金周转']
const FIRMS = ['鑫源公司', '恒达公司', '华盛公司', '永昌公司']

const WORK = 6 * 60 + 40

/** As many topics as asked for, asked between two days. */
export function topicsOf(chance: Chance, count: number, first: Day, last: Day): Birth[] {
  const days = daysBetween(first, last).filter(isWorkday)
  return Array.from({ length: count }, (_, i): Birth => {
    const mark = `议题${i + 1}`
    const { name, lead, support, secretary } = chance.pick(meetings)
    const text = `${chance.pick(FIRMS)}${chance.pick(SUBJECTS)}（${mark}）`
    const day = at(chance.pick(days), '8:40')
    const pace = paceFrom(chance, plusWork(day, chance.between(0, WORK)))
    pace.after(1, 9, headOf(chance.pick([lead, ...support])), `报议题 ${name} ${text}`)
    if (chance.happens(0.5)) pace.after(10, WORK, secretary, '采纳议题 {topic}')
    else if (chance.happens(0.3)) {
      pace.after(10, WORK, secretary, '退回议题 {topic} 材料不全，补充后再报')
      return { deeds: pace.deeds, fates: [], of: mark }
    }
    // Some wait for several meetings before they are spoken about.
    pace.after(3 * WORK, 20 * WORK, secretary, `报议题 已议 ${name} ${text}`)
    return { deeds: pace.deeds, fates: [], of: mark }
  })
}
