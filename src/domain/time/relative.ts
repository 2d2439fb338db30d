/** 今天、明天、后天、次日、大后天; 昨天 and its kin. */
import { addDays } from './day.ts'
import type { Frame } from './frame.ts'
import type { Core } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'

const TOGETHER = sticky('(今明|明后)(两|二|2)?[天日]')
const WORD = sticky(
  '(大大后天|大后天|大前天|今[天日儿]|本日|当[天日](?!地)|明[天日儿](?!确)|次日|翌日|隔日|第二天|后[天儿]|昨[天日儿]|前[天儿](?!后)|[今明昨](?=早|晨|晚|夜|午(?!后))|后(?=晚|早上)|当(?=晚))(?!期|常(?!委)|均|程|历|志|益|头条)',
)

const AHEAD: Readonly<Record<string, number>> = {
  大大后: 4,
  大后: 3,
  大前: -3,
  今: 0,
  本: 0,
  当: 0,
  明: 1,
  次: 1,
  翌: 1,
  隔: 1,
  第二: 1,
  后: 2,
  昨: -1,
  前: -2,
}

/** A day named from today; 前 on any but today has two readings. */
export function relativeDay(frame: Frame, i: number): Core | undefined {
  const { text, today } = frame
  const both = matchAt(TOGETHER, text, i)
  if (both) {
    // Two days together are a range, and the end counts (rule 12).
    const to = i + both[0].length
    const last = both[1] === '今明' ? 1 : 2
    const end = addDays(today, last)
    if (both[2]) return { to, sense: { is: 'day', days: [end] } }
    const reason = `“${both[0]}”有两天，请选定日期。`
    return { to, sense: { is: 'several', days: [addDays(end, -1), end], reason } }
  }
  const found = matchAt(WORD, text, i)
  if (!found) return undefined
  // 人大 is the congress: what follows it is 后天.
  if (found[0].startsWith('大') && text.charAt(i - 1) === '人') return undefined
  const word = found[0].replace(/[天日儿]$/, '')
  const ahead = AHEAD[word]
  // 下个月的今天 is another day.
  if (ahead === undefined || /[月周年后前期拜]的$/.test(text.slice(0, i).slice(-2)))
    return undefined
  const days = [addDays(today, ahead)]
  const to = i + found[0].length
  if (ahead <= 0) return { to, sense: { is: 'day', days } }
  return { to, sense: { is: 'day', days, eves: [addDays(today, ahead - 1)] } }
}
