import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

describe('a message of several lines', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    const four = ['拨付进度', '绩效自评', '债券台账', '贴息名单']
    const say = four.map((what) => `交办 @王强 报送${what} 12月4日前`).join('\n')
    const answer = await world.says('陈静', say)
    for (const id of [1, 2, 3, 4]) expect(answer).toContain(`已交办金融科王强，${id}号`)
    await world.says('李娜', [1, 2, 3, 4].map((id) => `签收并分办 ${id}`).join('\n'))
  })
  afterAll(() => world.close())

  const reported = async (id: number) => (await world.matter(id)).report?.text

  test('each line that begins with the word is a sentence, answered together', async () => {
    const answer = await world.says('王强', '报 1 一稿已成\n\n报 2 二稿已成')
    expect(answer).toContain('已记1号进展')
    expect(answer).toContain('已记2号进展')
    expect(await reported(1)).toBe('一稿已成')
    expect(await reported(2)).toBe('二稿已成')
  })

  test('two matters in one line are two sentences; what counts things, names a day or stands in quotes is text', async () => {
    const answer = await world.says('王强', '报 1 甲稿已送，报 2 乙稿已送；反馈3号 丙稿已送')
    expect(answer).toContain('已记1号进展')
    expect(answer).toContain('已记3号进展')
    expect([await reported(1), await reported(2), await reported(3)]).toEqual([
      '甲稿已送',
      '乙稿已送',
      '丙稿已送',
    ])
    await world.says('王强', '撤销')
    const text = '已请示，报 3 家企业名单，报 12月4日局务会，已告“报 2 照旧”'
    await world.says('王强', `报 4 ${text}`)
    expect(await reported(4)).toBe(text)
    expect(await reported(2)).toBe('二稿已成')
    expect(await world.says('王强', '报 1 已送，报 99 已送')).toContain('第2句：没有 99 号事项')
    expect(await reported(1)).toBe('一稿已成')
  })

  test('the lines are told once, in one message', async () => {
    world.received('王强')
    await world.says('王强', '报 3 甲已成\n报 4 乙已成')
    const told = world.received('王强').filter((text) => text.includes('已记'))
    expect(told).toEqual([expect.stringMatching(/^已记3号进展.*\n已记4号进展.*$/)])
  })

  test('撤销 takes the whole message back', async () => {
    await world.says('王强', '报 1 误报甲\n报 2 误报乙')
    expect(await world.says('王强', '撤销')).toContain('已撤销：报、报（1号、2号）')
    expect(await reported(1)).toBe('一稿已成')
    expect(await reported(2)).toBe('二稿已成')
    const { store } = world.ground.bot.office
    expect((await store.look((one) => one.journal.verify())).broken).toEqual([])
  })

  test('when one line is declined none is done, and each no names its line', async () => {
    const answer = await world.says('王强', '报 1 甲\n报 99 乙\n报 2 丙\n报 98 丁')
    expect(answer).toContain('这条消息的4句都没有办')
    expect(answer).toContain('第2句：没有 99 号事项')
    expect(answer).toContain('第4句：没有 98 号事项')
    expect(await reported(1)).toBe('一稿已成')
    expect(await reported(2)).toBe('二稿已成')
  })

  test('lines that go on with a report stay with it', async () => {
    const text = '进展如下：\n完成 60%\n报送了市政府\n1. 走访12家'
    await world.says('王强', `报 3 ${text}`)
    expect(await reported(3)).toBe(text)
    await world.says('王强', '报 3 甲\n补充一句\n报 4 乙\n再补一句')
    expect(await reported(3)).toBe('甲\n补充一句')
    expect(await reported(4)).toBe('乙\n再补一句')
  })

  test('another word with a number is a sentence too; inside quotes nothing is', async () => {
    await world.says('李娜', '报 1 已定稿\n办结 2 方案已报送')
    expect(await reported(1)).toBe('已定稿')
    expect((await world.matter(2)).status).toBe('close_requested')
    await world.says('王强', '报 4 “原话如下\n报 3 已办”')
    expect(await reported(4)).toBe('原话如下\n报 3 已办')
    expect(await reported(3)).toBe('甲\n补充一句')
  })

  test('in a group every line may mention somebody else', async () => {
    const say = '交办 @李娜 核对甲 12月4日前\n交办 @王强 核对乙 12月7日前'
    await world.says('陈静', say, '督办工作群')
    const { office } = world.ground.bot
    const people = await office.store.look((store) => store.people.directory())
    const named = async (id: number) => people.name((await world.matter(id)).proposed)
    expect([await named(5), await named(6)]).toEqual(['李娜', '王强'])
  })

  test('under one word each line is a sentence of it; a report of several lines stays one', async () => {
    const list = '交办：\n1. 金融科、预算科 核对丙 12月8日前\n2、国库科 核对丁 12月9日前'
    const before = world.ground.street.cards(chatNamed('督办工作群')).length
    const answer = await world.says('陈静', list, '督办工作群')
    expect(answer).toContain('已交办金融科（主办），预算科协办，7号')
    expect(answer).toContain('已交办国库科，8号')
    expect(world.ground.street.cards(chatNamed('督办工作群')).length).toBe(before + 2)
    expect(answer).toContain('7号 核对丙')
    expect(answer).toContain('8号 核对丁')
    expect(await world.taps('熊国安', '签收', '督办工作群')).toContain('8号已签收')
    await world.says('王强', '报\n3 戊\n#4 己')
    expect([await reported(3), await reported(4)]).toEqual(['戊', '己'])
    await world.says('王强', '报 3 \n第一行\n第二行')
    expect(await reported(3)).toBe('第一行\n第二行')
  })

  test('in private the lines are the whole answer', async () => {
    const before = world.ground.street.cards(personNamed('陈静').openId).length
    const answer = await world.says(
      '陈静',
      '交办\n金融科 核对庚 12月8日前\n国库科 核对辛 12月9日前',
    )
    expect(answer.split('\n')).toHaveLength(2)
    expect(world.ground.street.cards(personNamed('陈静').openId).length).toBe(before)
  })

  test('a verb that stands in the first line only holds for every line that names whom it is for', async () => {
    const list = '交办 金融科 核对壬 12月8日前\n国库科 核对癸 12月9日前\n@王强 核对子 12月10日前'
    const answer = await world.says('陈静', list, '督办工作群')
    expect(answer).toMatch(
      /已交办金融科，11号[\s\S]*已交办国库科，12号[\s\S]*已交办金融科王强，13号/,
    )
    expect(await world.says('陈静', '撤销', '督办工作群')).toContain('已撤销：交办、交办、交办')
    const one = '交办 金融科 12月8日前报送以下材料：\n国库科核对后的库款表\n自评表'
    await world.says('陈静', one, '督办工作群')
    expect((await world.matter(14)).title).toBe('报送以下材料：\n国库科核对后的库款表\n自评表')
  })

  test('the date in the heading is that of every line without one', async () => {
    await world.says('陈静', '交办（12月15日前）：\n金融科 甲子表\n国库科 乙丑表 12月10日前')
    const day = async (id: number) =>
      new Date((await world.matter(id)).due).toISOString().slice(0, 10)
    expect([await day(15), await day(16)]).toEqual(['2026-12-15', '2026-12-10'])
  })

  test('one word with several numbers does it to each, or to none', async () => {
    expect(await world.says('陈静', '催办 15、16号')).toMatch(/已催办15号[\s\S]*已催办16号/)
    expect(await world.says('陈静', '催办 15 99')).toContain('这条消息的2句都没有办')
    await world.says('王强', '报 3 丑处，12处隐患已整改')
    expect(await reported(3)).toBe('丑处，12处隐患已整改')
  })
})
