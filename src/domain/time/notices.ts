/** The State Council's yearly holiday arrangements 2020–2026, as facts (国务院办公厅关于部分节假日安排的通知). */
import type { Day } from './day.ts'

/** One year's arrangement: which days are off for which festival, and which weekend days are worked. */
export interface Notice {
  year: number
  /** The notice's number, 国办发明电〔2024〕12号. */
  doc: string
  /** The day the notice is dated. */
  dated: Day
  /** Festival, first day off, last day off. */
  off: readonly (readonly [festival: string, first: Day, last: Day])[]
  /** 调休: weekend days that are worked. */
  work: readonly Day[]
}

// Written short: `MM-DD` is a day of the notice's own year, a full day is itself (an
// arrangement can reach into the December before it).
function notice(year: number, doc: string, dated: Day, off: string, work: string): Notice {
  const full = (day: string): Day => (day.length === 5 ? `${year}-${day}` : day)
  return {
    year,
    doc,
    dated,
    off: off.split(' ').map((block) => {
      const [festival = '', first = '', last = first] = block.split(/[:~]/)
      return [festival, full(first), full(last)] as const
    }),
    work: work.split(' ').map(full),
  }
}

/** The seven notices known when this program was released; later ones are pasted in by the keeper. */
export const notices: readonly Notice[] = [
  notice(
    2020,
    '国办发明电〔2019〕16号、〔2020〕1号',
    '2019-11-21',
    '元旦:01-01 春节:01-24~02-02 清明:04-04~04-06 劳动节:05-01~05-05 端午:06-25~06-27 国庆:10-01~10-08',
    '01-19 04-26 05-09 06-28 09-27 10-10',
  ),
  notice(
    2021,
    '国办发明电〔2020〕27号',
    '2020-11-25',
    '元旦:01-01~01-03 春节:02-11~02-17 清明:04-03~04-05 劳动节:05-01~05-05 端午:06-12~06-14 中秋:09-19~09-21 国庆:10-01~10-07',
    '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  ),
  notice(
    2022,
    '国办发明电〔2021〕11号',
    '2021-10-25',
    '元旦:01-01~01-03 春节:01-31~02-06 清明:04-03~04-05 劳动节:04-30~05-04 端午:06-03~06-05 中秋:09-10~09-12 国庆:10-01~10-07',
    '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  ),
  notice(
    2023,
    '国办发明电〔2022〕16号',
    '2022-12-08',
    '元旦:2022-12-31~01-02 春节:01-21~01-27 清明:04-05 劳动节:04-29~05-03 端午:06-22~06-24 国庆:09-29~10-06',
    '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  ),
  notice(
    2024,
    '国办发明电〔2023〕7号',
    '2023-10-25',
    '元旦:01-01 春节:02-10~02-17 清明:04-04~04-06 劳动节:05-01~05-05 端午:06-10 中秋:09-15~09-17 国庆:10-01~10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ),
  notice(
    2025,
    '国办发明电〔2024〕12号',
    '2024-11-12',
    '元旦:01-01 春节:01-28~02-04 清明:04-04~04-06 劳动节:05-01~05-05 端午:05-31~06-02 国庆:10-01~10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ),
  notice(
    2026,
    '国务院办公厅2025年11月4日通知',
    '2025-11-04',
    '元旦:01-01~01-03 春节:02-15~02-23 清明:04-04~04-06 劳动节:05-01~05-05 端午:06-19~06-21 中秋:09-25~09-27 国庆:10-01~10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ),
]
