/** 减负 in one line, as the week's page says it. */
import { expect, test } from 'vitest'
import { burdenLine } from '../../src/views/burden.ts'

test('a week in which nothing was sent is said as a sentence', () => {
  const none = { messages: 0, forms: 0, questions: 0, kinds: [] }
  const some = { messages: 4, forms: 1, questions: 2, kinds: [] }
  expect(burdenLine(none, some)).toBe('减负：上周机器人没有发出通知；前一周4条。')
  expect(burdenLine(some, none)).toBe(
    '减负：上周机器人发出消息4条，其中请填报1份、请办理或答复2次；前一周0条。',
  )
})
