/** 讲评: of which month, and what is wanted with it. */
import { monthAfter } from '../../domain/review/figures.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Slot } from '../slot.ts'

/** The review of a month. */
export interface ReviewNamed {
  /** `2026-10`. */
  month: string
}

const SAID =
  /^(?:月?讲评\s*)?(?:(?<near>本|这个?|当|上个?)月|(?<iso>\d{4}-(?:0[1-9]|1[0-2]))(?!-?\d)|(?:(?<year>\d{4})年)?(?<number>1[0-2]|0?[1-9])月)(?:份|度)?的?\s*(?:督办)?(?:工作)?(?:月?讲评)?(?:草稿|稿)?的?/u
const ONLY = /^(?:督办)?(?:工作)?月?讲评(?:草稿|稿)?的?/u

/** 10月, 上月, 2026年10月, 10月讲评; the month that ended last where none is named. */
export const reviewMonth: Slot<ReviewNamed> = {
  label: '月份',
  stands: 'at',
  optional: true,
  read({ sentence, now }, [from, to]) {
    const text = sentence.folded.slice(from, to)
    const hit = SAID.exec(text)
    const here = dayOf(now).slice(0, 7)
    if (!hit?.groups) {
      const only = ONLY.exec(text)?.[0].length
      return only === undefined
        ? undefined
        : { value: { month: monthAfter(here, -1) }, span: [from, from + only] }
    }
    const { near, iso, year, number = '' } = hit.groups
    const padded = number.padStart(2, '0')
    // A month without its year is the one of that number that has begun last.
    const ours = `${here.slice(0, 4)}-${padded}`
    const month =
      iso ??
      (near
        ? monthAfter(here, near.startsWith('上') ? -1 : 0)
        : year
          ? `${year}-${padded}`
          : ours > here
            ? monthAfter(ours, -12)
            : ours)
    return { value: { month }, span: [from, from + hit[0].length] }
  },
  absent: ({ now }) => ({ month: monthAfter(dayOf(now).slice(0, 7), -1) }),
}

const DEEDS = {
  sources: /^(?:数据)?(?:来源|出处|口径|依据)|^数据/u,
  circulate: /^(?:印发|发出|开始)?(?:征求|公示)(?:各?(?:单位|科室))?(?:意见)?/u,
  export: /^(?:导出|下载|打印)?\s?(?:成|为)?(?:word|docx|文档|文件)|^(?:导出|下载|打印)/iu,
  correct: /^(?:更正|改正|重新?计?算|重新计数|重新统计)/u,
  approver: /^(?:请|由|指定)?\s?(?:审定人|审批人)\s*[:为是]?|^(?:由|请)(?=.{2,20}审定)/u,
  publish: /^(?:发布|印发)/u,
} as const

/** What is wanted: its sources, to circulate it, a file, to correct it, to name who approves, to publish it. */
export const reviewDeed: Slot<keyof typeof DEEDS | null> = {
  label: '要办什么（征求意见、数据来源、导出、更正、审定人）',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const text = sentence.folded.slice(from, to)
    for (const [deed, words] of Object.entries(DEEDS)) {
      const hit = words.exec(text)
      if (hit) return { value: deed as keyof typeof DEEDS, span: [from, from + hit[0].length] }
    }
    return undefined
  },
  absent: () => null,
}

/** 审定 behind the leader's name says nothing more. */
export const approves: Slot<null> = {
  label: '审定',
  stands: 'at',
  optional: true,
  read({ sentence }, [from]) {
    const hit = /^(?:来)?(?:审定|审批)/u.exec(sentence.folded.slice(from))
    return hit ? { value: null, span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}

/** The number of an objection. */
export const objectionNumber: Slot<number> = {
  label: '异议的编号',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const hit = /^(?:第|异议|#)?\s?(\d{1,6})\s?[号条]?/u.exec(sentence.folded.slice(from, to))
    return hit ? { value: Number(hit[1]), span: [from, from + hit[0].length] } : undefined
  },
  absent: () => 0,
}
