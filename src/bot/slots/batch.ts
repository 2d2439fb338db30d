/** 周交办: which week, by which meeting, and the list itself. */
import { batchAfter, batchName, weekAt } from '../../domain/matter/batch.ts'
import type { Series } from '../../domain/meeting/series.ts'
import { dayOf } from '../../domain/time/day.ts'
import { mondayOf, numberedWeekOf } from '../../domain/time/week.ts'
import { wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'

const WEEK =
  /^(?:(?<near>本周|这周|这一周|上周|上一周|下周|下一周)|(?:(?<year>\d{4})(?:年|-)?)?\s*(?:第\s?(?<a>\d{1,2})\s?周|周\s?(?<b>\d{1,2})(?![-\d])|(?<c>\d{1,2})\s?周))(?!-?\d|[一二三四五六日天])(?:的|份)?/u

/** The name of a week's batch: 本周, 上周, 第37周, 37周, 2022-周37; `2022-周37`. */
export const batch: Slot<string | null> = {
  label: '第几周',
  stands: 'at',
  optional: true,
  read({ sentence, now, calendar }, [from, to]) {
    const hit = WEEK.exec(sentence.folded.slice(from, to))
    if (!hit?.groups) return undefined
    const { near, year, a, b, c } = hit.groups
    const span: [number, number] = [from, from + hit[0].length]
    const current = batchName(weekAt(now, calendar))
    if (near) {
      const weeks = near.startsWith('上') ? -1 : near.startsWith('下') ? 1 : 0
      // 上周 and 下周 are said of the calendar's week; on a Saturday the working week is the next one already.
      const of = weeks === 0 ? current : batchName(numberedWeekOf(dayOf(now)))
      return { value: batchAfter(of, weeks), span }
    }
    const week = Number(a ?? b ?? c)
    const here = numberedWeekOf(dayOf(now))
    // A week far ahead was last year's.
    const ours = year ? Number(year) : week > here.week + 26 ? here.year - 1 : here.year
    const named = { year: ours, week }
    return mondayOf(named) === undefined ? undefined : { value: batchName(named), span }
  },
  absent: () => null,
}

/** A meeting by its whole name, or without its 周例会: 服务企业. */
export const meetingNamed: Slot<Series | null> = {
  label: '例会名称',
  stands: 'at',
  optional: true,
  async read({ sentence, store }, [from, to]) {
    const rest = sentence.folded.slice(from, to)
    const names = (await store.meetings.list()).flatMap((one) =>
      [one.name, one.name.replace(/(?:周)?例会$/, '')].map((name) => ({ one, name })),
    )
    const [hit] = names
      .filter(({ name }) => name.length > 1 && rest.startsWith(name))
      .sort((a, b) => b.name.length - a.name.length)
    if (!hit) return undefined
    const before = /^\s*前?(?:交卷|完成)?/u.exec(rest.slice(hit.name.length))?.[0].length ?? 0
    return { value: hit.one, span: [from, from + hit.name.length + before] }
  },
  absent: () => null,
}

/** Nothing itself: a unit right behind the word shows that the word was meant: 周交办预算科…. */
export const unitAhead: Slot<null> = {
  label: '承办单位',
  stands: 'at',
  optional: true,
  read({ sentence, directory }, [from, to]) {
    const at = /^[@\d.、\s]*/u.exec(sentence.folded.slice(from, to))?.[0].length ?? 0
    const unit = directory.unitAt(sentence.folded.slice(from + at, to))
    return unit && { value: null, span: [from, from] }
  },
  absent: () => null,
}

/** The list as it was pasted, line by line; it is read line by line later. */
export const list: Slot<string> = {
  label: '清单（一行一件：单位 事项 时限）',
  stands: 'rest',
  optional: false,
  read({ sentence }, [from, to]) {
    const value = wordsIn(sentence, from, to)
    return /[\p{L}\p{N}]/u.test(value) ? { value, span: [from, to] } : undefined
  },
  absent: () => '',
}
