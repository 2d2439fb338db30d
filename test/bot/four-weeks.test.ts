/** Four weeks of the bureau with 清明 in the second, as four people live them: kept as a page that one can read (issue RHYTHM). */
import { expect, test } from 'vitest'
import {
  addDays,
  clockOf,
  type Day,
  dayOf,
  type Instant,
  instantAt,
} from '../../src/domain/time/day.ts'
import type { Message } from '../../src/sandbox/protocol.ts'
import { daySaid } from '../../src/views/words.ts'
import { openWorld, personNamed, type World, wordsOf } from '../world.ts'

const script: [moment: string, who: string, say: string][] = [
  ['2022-03-28 09:12', '陈静', '交办 金融科 报送惠企贴息资金拨付进度 4月8日前'],
  ['2022-03-28 09:40', '李娜', '签收并分办 1 @王强'],
  ['2022-03-29 15:20', '王强', '报 1 已与人行对接，3家银行回函，完成40%'],
  ['2022-03-30 10:05', '郑国栋', '批示 请金融科4月7日前拿出银企对接方案'],
  ['2022-03-30 11:10', '李娜', '签收并分办 2 @王强'],
  ['2022-03-31 09:33', '李娜', '报议题 服务企业周例会 鑫源公司用地问题'],
  ['2022-04-01 14:20', '陈静', '交办 金融科 摸排上市后备企业融资需求 4月15日前'],
  ['2022-04-01 15:04', '李娜', '签收并分办 3 @王强'],
  ['2022-04-06 16:02', '王强', '延期 2 到4月12日 等银行授信意见'],
  ['2022-04-06 16:20', '李娜', '同意 2 延期'],
  ['2022-04-07 09:15', '郑国栋', '同意 2 延期'],
  ['2022-04-07 15:10', '王强', '报 1 资金已全部拨付到位，完成100%'],
  ['2022-04-08 10:20', '李娜', '办结 1 贴息资金已拨付到位，涉及12家企业'],
  ['2022-04-08 15:12', '陈静', '同意 1 优秀'],
  ['2022-04-08 15:20', '陈静', '销号 1'],
  ['2022-04-11 09:12', '王强', '请假 4月13日至14日 代办 @秦玉洁'],
  ['2022-04-12 10:40', '李娜', '办结 2 银企对接方案已印发'],
  ['2022-04-12 16:04', '陈静', '同意 2'],
  ['2022-04-13 09:06', '郑国栋', '销号 2'],
  ['2022-04-20 09:10', '郑国栋', '催办 3'],
  ['2022-04-20 15:25', '王强', '报 3 已走访12家企业，融资需求2.3亿元，完成80%'],
  ['2022-04-21 10:15', '李娜', '办结 3 清单已汇总报送'],
  ['2022-04-21 16:11', '陈静', '退回 3 缺分县区汇总表'],
  ['2022-04-22 10:30', '李娜', '办结 3 清单和分县区汇总表已报送'],
  ['2022-04-22 15:40', '陈静', '同意 3'],
  ['2022-04-22 15:45', '陈静', '销号 3'],
]

const eyes = [
  ['王强', '承办人'],
  ['李娜', '科室负责人'],
  ['郑国栋', '分管领导'],
  ['刘洋', '会议秘书'],
] as const

/** When one looks at the chats: often enough to see a message before it is edited. */
const glances = ['08:30', '08:50', '09:30', '12:00', '16:30', '17:30', '20:00']

/** Days of the four weeks on which nobody works: weekends that are not worked, and 清明. */
const restDays: readonly Day[] = [
  ...['2022-04-03', '2022-04-04', '2022-04-05', '2022-04-09', '2022-04-10'],
  ...['2022-04-16', '2022-04-17', '2022-04-23'],
]

test('four weeks with a holiday in the second read like an office', async () => {
  const world = await openWorld({ at: instantAt('2022-03-25', '8:00') })
  try {
    await world.turnsTo('2022-03-27 20:00')
    const seen = new Map(eyes.map(([who]) => [who as string, [] as Line[]]))
    look(world, seen)
    const before = new Map([...seen].map(([who, lines]) => [who, lines.length]))
    const days = Array.from({ length: 28 }, (_, n) => addDays('2022-03-28', n))
    const looks = days.flatMap((day) => glances.map((clock) => [`${day} ${clock}`] as const))
    for (const [moment, who, say] of [...script, ...looks].sort(byMoment)) {
      await world.turnsTo(moment)
      look(world, seen)
      if (who && say) await world.says(who, say)
      look(world, seen)
    }
    const pages = eyes.map(
      ([who, post]) =>
        `## ${post}${who}\n\n${told((seen.get(who) ?? []).slice(before.get(who)))}\n`,
    )
    const page = ['# 四周：第二周有清明\n', ...pages].join('\n')
    await expect(page).toMatchFileSnapshot('four-weeks.md')
    for (const [who, lines] of seen) {
      const unasked = lines.filter((line) => line.how === 'came')
      for (const day of days) {
        const came = unasked.filter((line) => dayOf(line.at) === day)
        expect(came.length, `${who} ${day}`).toBeLessThanOrEqual(restDays.includes(day) ? 0 : 3)
      }
    }
  } finally {
    await world.close()
  }
})

interface Line {
  id: string
  at: Instant
  how: 'said' | 'answered' | 'came'
  words: string[]
}

const byMoment = (
  [one]: readonly [string, ...string[]],
  [other]: readonly [string, ...string[]],
) => (one < other ? -1 : one > other ? 1 : 0)

/** What is new in the chats of the four, as it reads now. */
function look(world: World, seen: Map<string, Line[]>): void {
  for (const [who, lines] of seen)
    for (const message of world.ground.street.messages(personNamed(who).openId)) {
      if (lines.some((line) => line.id === message.id)) continue
      const words = linesOf(message)
      const before = lines.at(-1)
      const answers =
        before !== undefined && before.how !== 'came' && message.at - before.at < 60_000
      const how = message.from !== 'bot' ? 'said' : answers ? 'answered' : 'came'
      lines.push({ id: message.id, at: message.at, how, words })
    }
}

/** Its words a line each, without buttons; a page in full, of any other card its title and what is new on it. */
function linesOf(message: Message): string[] {
  const words = wordsOf(message).split('\n')
  const rows = words.filter((row) => row && !/^\[.+\]$/.test(row))
  return /^(督办简报|一周督办|今日待办|本周待办|新到事项)/.test(rows[0] ?? '')
    ? rows
    : rows.slice(0, 2)
}

/** Day by day: what somebody said, under it the first line of the answer; what came unasked in full. */
function told(lines: readonly Line[]): string {
  let day = ''
  return lines
    .flatMap(({ at, how, words }) => {
      const opens = dayOf(at) === day ? [] : ['', `**${daySaid(dayOf(at), dayOf(at))}**`, '']
      day = dayOf(at)
      const [first = '', ...rest] = words
      if (how === 'answered') return [...opens, `  - 答：${first}`]
      const line = how === 'said' ? `说：${words.join(' ')}` : first
      const under = how === 'said' ? [] : rest.map((one) => `  - ${one}`)
      return [...opens, `- ${clockOf(at)} ${line}`, ...under]
    })
    .join('\n')
    .trim()
}
