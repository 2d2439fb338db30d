import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { duban, folder } from './keeper.ts'

interface Shown {
  to: string
  type: string
  text: string
  card?: { schema: string }
  edited?: boolean
}

const read = (out: string[]): Shown[] => out.map((line) => JSON.parse(line))

describe('say', () => {
  test('a matter goes from a sentence in the group to its handler, the state kept in the file', async () => {
    const database = join(folder(), 'walk.db')
    const say = (as: string, place: string, words: string, ...more: string[]) =>
      duban(['say', '--as', as, '--in', place, '--database', database, '--json', ...more, words])

    const assigned = await say('陈静', '督办工作群', '交办 @李娜 报送贴息资金拨付进度 明天17:00前')
    expect(assigned).toMatchObject({ exit: 0, notes: [] })
    const shown = read(assigned.out)
    expect(shown.map(({ to, type }) => [to, type])).toEqual(
      expect.arrayContaining([
        ['督办工作群', 'interactive'],
        ['李娜', 'interactive'],
      ]),
    )
    expect(shown.find(({ to }) => to === '督办工作群')).toMatchObject({
      text: expect.stringContaining('已交办金融科李娜，1号'),
      card: { schema: '2.0' },
    })

    const deployed = read((await say('lina', '私聊', '分办 1 @王强')).out)
    expect(deployed).toContainEqual(
      expect.objectContaining({ to: '督办工作群', edited: true, type: 'interactive' }),
    )
    expect(deployed).toContainEqual(
      expect.objectContaining({ to: '王强', text: expect.stringContaining('［汇报］') }),
    )

    const later = await say('王强', 'private', '待办', '--at', '2026-11-24T09:30')
    expect(read(later.out)[0]?.text).toContain('今天到期')
    const back = await say('王强', '私聊', '待办', '--at', '2026-11-23T09:30')
    expect(back).toMatchObject({ exit: 2, out: [], notes: [expect.stringContaining('不能往回拨')] })
  })

  test('in a group the bot is mentioned by itself, unless the keeper says no', async () => {
    const database = join(folder(), 'group.db')
    const say = (...words: string[]) =>
      duban(['say', '--as', '李娜', '--in', '金融科工作群', '--database', database, ...words])
    const heard = await say('代办')
    expect(heard.exit).toBe(0)
    expect(heard.out.join('\n')).toContain('待办')
    const alone = await say('--no-mention', '大家下午好')
    expect(alone).toEqual({ exit: 0, out: [], notes: ['机器人没有回应。'] })
  })

  test.each([
    [['--as', '赵钱孙', '--in', '私聊', '待办'], '没有“赵钱孙”'],
    [['--as', '李娜', '--in', '没有的群', '待办'], '没有“没有的群”'],
    [['--as', '李娜', '--in', '预算科工作群', '待办'], '李娜 不在 预算科工作群'],
    [['--as', '李娜', '--in', '私聊', '--at', '昨天', '待办'], '看不懂时间'],
    [['--as', '李娜', '待办'], '缺少必填选项'],
  ])('wrong use is said in one line: %j', async (args, said) => {
    const ran = await duban(['say', ...args])
    expect(ran).toMatchObject({ exit: 2, out: [], notes: [expect.stringContaining(said)] })
  })
})
