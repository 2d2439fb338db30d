import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { readSpell } from '../../../src/domain/time/spell.ts'

const calendar = calendarOf(notices)
/** Monday 23 November 2026. */
const now = Date.parse('2026-11-23T09:00:00+08:00')

/** What is read, as short as it is written: days without the year 2026, 问 with its choices, 过 错 泛 for no. */
function read(text: string, at = now): string {
  const short = ({ first, last }: { first: string; last: string }) =>
    [...new Set([first, last])].map((day) => day.replace('2026-', '')).join('~')
  const found = readSpell(text, at, calendar)
  if (!found) return '无'
  if (found.kind === 'ok') return short(found.days)
  if (found.kind === 'ask') return `问 ${found.candidates.map(short).join(' ')}`
  return { past: '过', invalid: '错', vague: '泛' }[found.reason]
}

const table = `
12月1日至5日 => 12-01~12-05
12月1日至12月5日 => 12-01~12-05
12月1日到5日 => 12-01~12-05
12月1-5日 => 12-01~12-05
12月1日-5日 => 12-01~12-05
12月1日—12月5日 => 12-01~12-05
１２月１日至５日 => 12-01~12-05
12月1号到5号 => 12-01~12-05
12月1日起至5日 => 12-01~12-05
从12月1日到12月5日 => 12-01~12-05
自12月1日至12月5日 => 12-01~12-05
12.1-12.5 => 12-01~12-05
12/1-12/5 => 12-01~12-05
2026-12-01至2026-12-05 => 12-01~12-05
十二月一日至五日 => 12-01~12-05
1日到5日 => 12-01~12-05
1号到5号 => 12-01~12-05
25号到27号 => 11-25~11-27
12月30日至1月3日 => 12-30~2027-01-03
1月5日至8日 => 2027-01-05~2027-01-08
11月20日至25日 => 11-20~11-25
11月9日至13日 => 过
11月20日 => 过
昨天 => 过
12月5日至1日 => 错
2月30日 => 错
11月31日至12月2日 => 错
今天 => 11-23
明天 => 11-24
后天 => 11-25
明天一天 => 11-24
明天到后天 => 11-24~11-25
明天至11月27日 => 11-24~11-27
今明两天 => 11-23~11-24
明后两天 => 11-24~11-25
12月1日 => 12-01
12月1日（周二） => 12-01
周三 => 11-25
周一 => 问 11-23 11-30
周三至周五 => 11-25~11-27
周三到五 => 11-25~11-27
下周一至周三 => 11-30~12-02
下周一到三 => 11-30~12-02
下周五到下下周二 => 12-04~12-08
下周三 => 12-02
本周 => 11-23~11-29
下周 => 11-30~12-06
12月份 => 12-01~12-31
本月 => 11-23~11-30
明天起3天 => 11-24~11-26
明天起请3天 => 11-24~11-26
12月1日起休5天 => 问 12-01~12-05 12-01~12-07
12月1日起5个工作日 => 12-01~12-07
12月1日起一周 => 12-01~12-07
12月1日起两周 => 12-01~12-14
12月1日起一个月 => 12-01~12-31
12月1日起三个月 => 12-01~2027-02-28
12月1日起 => 泛
明天3天 => 11-24~11-26
3天 => 问 11-23~11-25 11-24~11-26
5天 => 问 11-23~11-27 11-24~11-28 11-24~11-30
两三天 => 泛
几天 => 无
明天上午 => 泛
明天下午 => 泛
半天 => 泛
12月1日上午至12月3日下午 => 12-01~12-03
12月1日至5日共5天 => 12-01~12-05
12月1日至5日（共4天） => 12-01~12-05
12月1日至7日，共5天 => 12-01~12-07
12月1日至5日共6天 => 错
12月1日、12月3日 => 泛
12月1日和3日 => 泛
下周一、周三 => 泛
制度 => 无
`

test.each(
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' => ')),
)('%s → %s', (text, expected) => {
  expect(read(text!)).toBe(expected)
})

describe('any words', () => {
  test('are read without a fault, and never as days that are over or run backwards', () => {
    const piece = fc.constantFrom(
      ...'12月1日 至 到 - 起 5天 明天 下周 周三 上午 共 3 号 2月30日 、 和 今 本月 半天 年 个工作日'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = readSpell(pieces.join(''), now, calendar)
        const spells =
          found?.kind === 'ok' ? [found.days] : found?.kind === 'ask' ? found.candidates : []
        for (const { first, last } of spells) {
          expect(first <= last).toBe(true)
          expect(last >= '2026-11-23').toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
