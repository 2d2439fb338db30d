import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

describe('a refusal helps, and changes nothing', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @李娜 报送拨付进度 12月4日前')
    await world.says('李娜', '签收 1')
    await world.says('李娜', '分办 1 @王强')
  })
  afterAll(() => world.close())

  /** Says it, and checks that the ledger is as it was. */
  async function refused(who: string, sentence: string, where?: string): Promise<string> {
    const counts = async () =>
      world.ground.bot.office.store.look(async (store) => ({
        matters: await store.matters.count({}),
        rev: (await store.matters.get(1))?.rev,
      }))
    const before = await counts()
    const answer = await world.says(who, sentence, where)
    expect(await counts()).toEqual(before)
    return answer
  }

  test.each([
    [
      'an unknown number names the nearest',
      '王强',
      '报 99 已完成',
      '没有 99 号事项。最近的编号是 1',
    ],
    ["another unit's matter is not shown", '赵敏', '查 1', '不在您的知悉范围'],
    ["another's matter is not reported on", '赵敏', '报 1 已完成', '不在您的知悉范围'],
    ['the handler is told who asks to close', '王强', '办结 1 已办妥', '请由李娜申请办结'],
    ['a step out of order names the right one', '陈静', '销号 1', '正由王强办理'],
    ['two people of one name are asked about', '陈静', '交办 张伟 核对数据 12月4日前', '有2位张伟'],
    [
      'an outsider cannot be given a matter',
      '陈静',
      '交办 @路人甲 核对数据 12月4日前',
      '名册中没有',
    ],
    [
      'nobody gives a matter to everybody',
      '陈静',
      '交办 @所有人 核对数据 12月4日前',
      '不能交给所有人',
    ],
    ['a date in the past', '陈静', '交办 金融科 核对数据 2026-11-20', '过'],
    ['a date that does not exist', '陈静', '交办 金融科 核对数据 2月30日前', '2月30日'],
    ['no date at all names what is missing', '陈静', '交办 金融科 核对数据', '还缺：办结时限'],
    [
      'a handler may not assign',
      '王强',
      '交办 金融科 核对数据 12月4日前',
      '“交办”由局领导、督查室、科室负责人使用',
    ],
    [
      'a head may not assign to another unit',
      '李娜',
      '交办 预算科 核对数据 12月4日前',
      '科长可在本科室内交办',
    ],
    ['没 before the verb vetoes it', '王强', '办结没有 1', '没有'],
    ['没 after the number is no command', '王强', '1号还没有办结', '没有听懂'],
    ['emoji only', '王强', '😀😀', '没有听懂'],
    ['a near miss gets one suggestion', '王强', '代办', '要看等您办的事，请说“待办”'],
    ['pinyin gets one suggestion', '王强', 'daiban', '您是不是想说“待办”'],
    ['a marked secret is not kept', '王强', '报 1 附件为机密★一年', '未予记录'],
    ['a look without a number has an example', '王强', '查', '例：查 3'],
    ['a report without a word', '王强', '报 1', '还缺：内容'],
    ['twenty thousand characters', '王强', `报 1 ${'很长'.repeat(10_000)}`, '太长'],
    ['an extension without a reason', '王强', '延期 1 到12月11日', '还缺：理由'],
    ['an extension to an earlier date', '王强', '延期 1 到12月1日 等批复', '须晚于原定日期'],
    ['nothing to undo', '赵敏', '撤销', '没有可撤销的操作'],
  ])('%s', async (_, who, sentence, expected) => {
    expect(await refused(who, sentence)).toContain(expected)
  })

  test('a matter looked at has its title once; its history says until when an extension was asked', async () => {
    const [head = '', next] = (await world.says('王强', '查 1')).split('\n')
    expect(head).toContain('1号 报送拨付进度')
    expect(next).not.toContain('报送拨付进度')
    const other = await openWorld()
    try {
      await other.says('李娜', '交办 @王强 整理台账 12月4日前')
      await other.says('王强', '延期 1 到12月9日 等批复')
      expect(await other.says('王强', '历史 1')).toContain(
        '延期（消息）：到2026-12-09 18:00，等批复',
      )
    } finally {
      await other.close()
    }
  })

  test('a half-said sentence shows samples, and offers no tap on a matter that was not named', async () => {
    const answer = await refused('陈静', '销号')
    expect(answer).toContain('还缺：事项编号')
    expect(answer).toContain('例：销号 7')
    expect(answer).not.toContain('[')
  })

  test('周五 said on a Friday is asked about, and one tap answers', async () => {
    const friday = await openWorld({ at: Date.parse('2026-11-27T09:00:00+08:00') })
    try {
      const asked = await friday.says('陈静', '交办 金融科 核对数据 周五前')
      expect(asked).toContain('请选择')
      const choice = /\[(.*12月4日.*)\]/.exec(asked)?.[1]
      expect(choice).toBeDefined()
      await friday.taps('陈静', choice ?? '')
      expect(new Date((await friday.matter(1)).due).toISOString()).toBe('2026-12-04T10:00:00.000Z')
    } finally {
      await friday.close()
    }
  })

  test('small talk in a group, not spoken to the bot, gets silence', async () => {
    const { street } = world.ground
    const group = '督办工作群'
    world.inGroup(group)
    for (const text of ['报 1 已完成', '同意', '@[all] 请大家注意', '@_user_1 报 1 已完成'])
      await street.say(personNamed('陈静').openId, chatNamed(group), text)
    await world.ground.bot.settled()
    expect(world.inGroup(group)).toEqual([])
    expect((await world.matter(1)).report).toBeNull()
  })

  test('a code block in a post is no command; control and bidi characters are taken out', async () => {
    await world.says('王强', '报 1 已\u202e完成\u200b初稿\u0007')
    expect((await world.matter(1)).report?.text).toBe('已完成初稿')
  })

  test('a matter that is struck off says so', async () => {
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    expect(await world.says('王强', '报 1 补充')).toContain('1号已销号，现在不能报')
    expect(await world.says('李娜', '办结 1 再报')).toContain('1号已销号，现在不能办结')
  })

  test('a tap by somebody without the right is refused with a toast', async () => {
    await world.says('陈静', '交办 预算科 复核绩效 12月4日前', '督办工作群')
    await expect(world.taps('陈静', '签收', '督办工作群')).resolves.toContain(
      '负责人杜建华或联络员签收',
    )
    expect((await world.matter(2)).status).toBe('assigned')
  })
})
