/** Two task forces that end: one by the keeper's word, one after its last day; some of what they have in hand goes home (R13, F24). */
import { chats } from '../sample/chats.ts'
import { personOf } from '../sample/people.ts'
import { at, type Day, dayOf, daysBetween, isWorkday, plusWorkdays } from './almanac.ts'
import type { Chance } from './chance.ts'
import { type Birth, type Fate, FOUNDED, headOf, mention, SUPERVISOR, spoken } from './fate.ts'
import { type Pace, paceFrom } from './pace.ts'

/** A task force with the moment from which it is no more. */
export interface EndedForce {
  name: string
  end: number
  /** Whose word ended it; null where its last day was over. */
  by: string | null
  /** Its group, which the bot then leaves. */
  chat?: string
  fates: Fate[]
}

const KEEPER = 'maxiaodong'
const ENDED = '推进乡村振兴提升专班'
const HANDLERS: Readonly<Record<string, readonly [string, string]>> = {
  [ENDED]: ['zhaichunsheng', 'hongxiaoyu'],
  [FOUNDED.name]: ['wangqiang', 'taozhiguo'],
}
/** To whom the 督查室 gives what came back without a handler, and who carries it there. */
const REFERRED = ['国库科', 'baixuemei'] as const

const TASKS = ['走访返乡创业企业', '汇总示范项目进度', '梳理专班任务清单']

/** The numbers of all other matters end far below. */
const SERIAL = 9000

/** Days that it takes to found one, to give it something, and to end it. */
const LEAST = 6

/** What is said of the two in a stretch of days; in a shorter one none ends. */
export function forcesOf(
  chance: Chance,
  first: Day,
  last: Day,
): { births: Birth[]; ended: EndedForce[] } {
  const days = daysBetween(first, last).filter(isWorkday)
  if (days.length < LEAST) return { births: [], ended: [] }
  const half = Math.floor(days.length / 2)
  const begun = Math.max(0, half - 12)
  const over = days[half] ?? last
  const chat = chats.find(({ unit }) => unit === ENDED)?.id
  const byWord: EndedForce = {
    ...{ name: ENDED, end: at(over, '10:16'), by: KEEPER, fates: [] },
    ...(chat === undefined ? {} : { chat }),
  }
  const byDate: EndedForce = {
    ...{ name: FOUNDED.name, end: at(plusWorkdays(over, 1), '8:11'), by: null, fates: [] },
  }
  const founding = [
    `专班新建 ${FOUNDED.name} 牵头 ${mention(FOUNDED.head)}`,
    `成员 ${FOUNDED.members.map(mention).join('、')} 截止 ${spoken(over)}`,
  ].join(' ')
  const opening = at(days[begun] ?? first, '8:43')
  return {
    births: [
      { deeds: [{ at: opening, by: KEEPER, say: founding }], fates: [] },
      { deeds: [{ at: byWord.end, by: KEEPER, say: `专班 结束 ${ENDED}` }], fates: [] },
      ...[byWord, byDate].flatMap((force, i) => inHand(chance, force, opening, SERIAL + 10 * i)),
    ],
    ended: [byWord, byDate],
  }
}

/** Three things: done in time, carried home by its handler, and not yet taken on by anybody. */
function inHand(chance: Chance, force: EndedForce, opening: number, serial: number): Birth[] {
  const { name, end } = force
  const [one = '', other = ''] = HANDLERS[name] ?? []
  const due = at(plusWorkdays(dayOf(end), 6), '18:00')
  const before = end - 60 * 60_000
  return [1, 2, 3].map((nth): Birth => {
    const mark = `第${serial + nth}件`
    const born = opening + (serial % 100) * 60_000 + nth * 4 * 60_000
    const pace = paceFrom(chance, born)
    const handler = [one, other, REFERRED[1]][nth - 1] ?? ''
    if (nth < 3) {
      pace.until(before, 0.2, headOf(name), `签收并分办 {n} ${mention(handler)}`)
      pace.until(before, 0.3, handler, '报 {n} 已走访3个乡镇，完成30%')
    }
    if (nth === 1) struckOff(pace, headOf(name), before)
    if (nth === 2) {
      const home = personOf(handler).unit
      pace.at(end, null, `专班结束 ${home}`)
      pace.until(due, 0.2, handler, '报 {n} 已回科室接着办')
      struckOff(pace, headOf(home), due)
    }
    if (nth === 3) {
      const [unit] = REFERRED
      pace.at(end, null, '专班结束')
      pace.until(due, 0.1, SUPERVISOR, `转办 {n} ${unit}`)
      pace.until(due, 0.2, headOf(unit), `签收并分办 {n} ${mention(handler)}`)
      struckOff(pace, headOf(unit), due)
    }
    const fate: Fate = {
      ...{ mark, source: '交办', level: '一般', born, lead: name, author: SUPERVISOR, handler },
      ...{ supports: [], due, steps: [], deeds: pace.deeds },
    }
    force.fates.push(fate)
    const say = `交办 ${name} ${TASKS[nth - 1]}（${mark}） ${spoken(dayOf(due))}前`
    return { deeds: [{ at: born, by: SUPERVISOR, say }], fates: [fate] }
  })
}

function struckOff(pace: Pace, head: string, limit: number): void {
  pace.until(limit, 0.3, head, '办结 {n} 清单已报送')
  pace.until(limit, 0.2, SUPERVISOR, '同意 {n}')
  pace.until(limit, 0.2, SUPERVISOR, '销号 {n}')
}
