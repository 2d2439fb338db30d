/** How matters of each source come into the ledger: the sentences, and the dates they must have, counted by the almanac. */
import type { SampleMeeting } from '../sample/meetings.ts'
import {
  at,
  countedFrom,
  type Day,
  dayOf,
  meetingDays,
  nextMonth,
  onOrAfterWorkday,
  plusDays,
  plusWorkdays,
  weekday,
} from './almanac.ts'
import type { Chance } from './chance.ts'
import {
  type Birth,
  type DatedStep,
  type Fate,
  isLeader,
  type Source,
  SUPERVISOR,
  spoken,
} from './fate.ts'

/** What is settled of a matter before its source says how it is born. */
export interface Seedling {
  mark: string
  title: string
  source: Source
  heavy: boolean
  lead: string
  handler: string
  supports: string[]
  /** When it is said. */
  moment: number
  author: string
  /** 特急: its days run at once, on rest days too. */
  urgent: boolean
}

type Rest = Pick<Fate, 'born' | 'author' | 'due' | 'steps'> & Partial<Fate>

const fateOf = ({ mark, source, lead, handler, supports }: Seedling, rest: Rest): Fate => ({
  ...{ mark, source, lead, handler, supports, level: '一般', deeds: [] },
  ...rest,
})

/** Papers from above and what the 党组 settled run by 13710: the day itself, three days, seven or a month (domain.md B.1, B.3). */
export function paper(one: Seedling, serial: number): Birth {
  const { moment, author, heavy, urgent, source } = one
  const from = urgent ? dayOf(moment) : countedFrom(moment)
  const close = (day: Day) => at(day, '18:00')
  const due = close(onOrAfterWorkday(heavy ? nextMonth(from) : plusDays(from, 7)))
  const steps: DatedStep[] = [
    { name: '研究部署', due: close(from) },
    { name: '首次反馈', due: close(onOrAfterWorkday(plusDays(from, 3))) },
  ]
  const words = [
    `交办 ${one.lead} ${one.title} 按13710`,
    heavy ? '重大复杂' : '',
    urgent ? '特急 因省厅调度' : '',
    `依据 ${source === '批转' ? '市政府批转' : '局党组'}2022-${serial}号`,
  ]
  const say = words.filter((word) => word).join(' ')
  const level = heavy ? '重大复杂' : '一般'
  return {
    deeds: [{ at: moment, by: author, say }],
    fates: [fateOf(one, { born: moment, author, level, due, steps })],
  }
}

/** A week's list for the meeting on enterprises: shown first, handed out by one word; to be handed in at the next meeting. */
export function batch(chance: Chance, rows: readonly Seedling[]): Birth {
  const moment = rows[0]?.moment ?? 0
  const born = moment + chance.between(5, 20) * 60_000
  const sunday = plusDays(dayOf(moment), 7 - (weekday(dayOf(moment)) || 7))
  const fates: Fate[] = []
  const lines = rows.map((one) => {
    const own = one.heavy ? dated(chance, moment) : undefined
    const due = own?.due ?? at(meetingDays.find((day) => day > sunday) ?? '', '10:30')
    fates.push(fateOf(one, { born, author: SUPERVISOR, due, steps: [] }))
    const others = one.supports.length > 0 ? ` 协办 ${one.supports.join('、')}` : ''
    return `${one.lead} ${one.title}${own ? ` ${own.said}` : ''}${others}`
  })
  return {
    deeds: [
      { at: moment, by: SUPERVISOR, say: ['周交办 服务企业周例会', ...lines].join('\n') },
      { at: born, by: SUPERVISOR, say: '周交办 确认 {draft}' },
    ],
    fates,
  }
}

/** What a weekly meeting settled: its minutes, and the word that makes matters of them; due on its own day or at the next meeting. */
export function minutes(chance: Chance, rows: readonly Seedling[], series: SampleMeeting): Birth {
  const held = rows[0]?.moment ?? 0
  const nth = meetingDays.indexOf(dayOf(held)) + 1
  const born = held + 10 * 60_000
  const fates: Fate[] = []
  const lines = rows.map((one, i) => {
    const day = onOrAfterWorkday(plusDays(dayOf(held), chance.between(8, 25)))
    const due = one.heavy ? at(day, '18:00') : at(meetingDays[nth] ?? '', series.time)
    fates.push(fateOf(one, { born, author: series.leader, due, steps: [] }))
    return `${i + 1}. 由${one.lead}牵头，${one.title}${one.heavy ? `，${spoken(day)}前完成` : ''}`
  })
  const name = `${series.name}第${nth}次`
  return {
    deeds: [
      { at: held, by: series.secretary, say: [`纪要 ${name}`, ...lines].join('\n') },
      { at: born, by: series.secretary, say: `全部立项 ${name}` },
    ],
    fates,
  }
}

const FIRMS = ['鑫源公司', '恒达公司', '华盛公司', '永昌公司', '瑞丰公司']

/** A client at the counter: 3, 5 or 10 working days, and a call the same day; or he is not content with what was done before. */
export function counter(chance: Chance, one: Seedling, complained?: Fate): Birth {
  const { moment, heavy, author } = one
  const from = countedFrom(moment)
  const level = complained ? '一般' : heavy ? '重大复杂' : chance.pick(['简单', '一般'] as const)
  const days = { 简单: 3, 一般: 5, 重大复杂: 10 }[level]
  const rest: Rest = {
    ...{ born: moment, author, firstAsked: author, level },
    due: at(plusWorkdays(from, days), '18:00'),
    steps: [{ name: '当天联系', due: at(from, '18:00') }],
  }
  if (complained) {
    const say = `不满意 {of} 企业反映办理拖延（${one.mark}）`
    const fate = fateOf(one, { ...rest, lead: complained.lead })
    return { deeds: [{ at: moment, by: author, say }], fates: [fate], of: complained.mark }
  }
  const phone = `138000${chance.between(10_000, 99_999)}`
  const say = `受理 ${chance.pick(FIRMS)}反映${one.title} 电话${phone} ${level} 转 ${one.lead}`
  return { deeds: [{ at: moment, by: author, say }], fates: [fateOf(one, rest)] }
}

/** The same paper handed out again: the office asks first, and hands it out when told so; it will go into the other. */
export function repeated(first: Birth, mark: string, moment: number): Birth {
  const [said] = first.deeds
  const [fate] = first.fates
  if (!said || !fate) throw new Error('nothing to repeat')
  const by = isLeader(fate.author) ? fate.author : SUPERVISOR
  const say = said.say.replace(fate.mark, mark)
  const born = moment + 5 * 60_000
  const rest = { deeds: [], steps: [], due: 0, supports: [] }
  return {
    deeds: [
      { at: moment, by, say, declined: true },
      { at: born, by, say: `${say} 仍要交办` },
    ],
    fates: [{ ...fate, mark, born, author: by, ...rest }],
    of: fate.mark,
  }
}

/** A date as people say it, and what it must mean (deadlines.md rules 2, 3, 6). */
function dated(chance: Chance, moment: number): { said: string; due: number } {
  const today = dayOf(moment)
  switch (chance.between(0, 3)) {
    case 0: {
      const days = chance.between(7, 15)
      return { said: `${days}个工作日内`, due: at(plusWorkdays(today, days), '18:00') }
    }
    case 1: {
      const days = chance.between(8, 20)
      return { said: `${days}日内`, due: at(onOrAfterWorkday(plusDays(today, days)), '18:00') }
    }
    case 2: {
      const day = onOrAfterWorkday(plusDays(today, chance.between(8, 30)))
      const clock = chance.pick(['12:00', '17:00'])
      return { said: `${spoken(day)}${clock}前`, due: at(day, clock) }
    }
    default: {
      const day = onOrAfterWorkday(plusDays(today, chance.between(8, 30)))
      return { said: `${spoken(day)}前`, due: at(day, '18:00') }
    }
  }
}
