/** 纪要 and 批示 in reply to an ordinary message: its words are read, and the sentence is heard once with them. */
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { deliverer } from '../../src/bot/deliver.ts'
import { chatNamed, openWorld, personNamed, type World, wordsOf } from '../world.ts'

const PAPER =
  '服务企业周例会第148次会议纪要\n由金融科牵头，预算科配合，12月4日前拿出融资方案\n国库科12月10日前兑付贴息资金'

/** Somebody says something in a group that is not for the bot; its id. */
async function chatter(world: World, who: string, group: string, text: string, post = false) {
  const { street } = world.ground
  return (await street.say(personNamed(who).openId, chatNamed(group), text, { post })).message
}

/** A reply to a message, to the bot; what the group read of it. */
async function replies(world: World, who: string, group: string, text: string, to: string) {
  const chat = chatNamed(group)
  const { street, bot } = world.ground
  const before = street.messages(chat).length
  await street.say(personNamed(who).openId, chat, `@[bot] ${text}`, { replyTo: to })
  await bot.settled()
  const told = street.messages(chat).slice(before)
  return told
    .filter((one) => one.from === 'bot')
    .map(wordsOf)
    .join('\n')
}

const GROUP = '服务企业周例会群'

/** What one is told in private in answer to a reply there. */
async function answers(world: World, who: string, text: string, to: string): Promise<string> {
  world.received(who)
  await world.ground.street.say(personNamed(who).openId, 'bot', text, { replyTo: to })
  await world.ground.bot.settled()
  await world.ground.bot.settled()
  return world.received(who).join('\n')
}

const numberIn = (answer: string): number => Number(/(\d+)号/.exec(answer)?.[1])

describe.each(inject('pgUrl') ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const))(
  'in reply to a message (%s)',
  (engine) => {
    let world: World
    beforeAll(async () => {
      world = await openWorld({ engine, pgUrl: inject('pgUrl') })
    })
    afterAll(() => world.close())

    test('纪要 takes its lines as the minutes', async () => {
      const paper = await chatter(world, '刘洋', GROUP, PAPER)
      expect(await replies(world, '刘洋', GROUP, '纪要 服务企业周例会', paper)).toBe(
        '已私聊发给您。',
      )
      const page = world.received('刘洋').join('\n')
      expect(page).toContain('服务企业周例会第148次 议定事项（2条）')
      expect(page).toContain('金融科（协办 预算科）')
    })

    test('批示 takes it as what is instructed about, and the words as the instruction', async () => {
      const lines = '关于村镇银行流动性的报告\n缺口约2亿元，需专题研究。'
      const asked = await chatter(world, '王强', GROUP, lines, true)
      const answer = await replies(world, '郑国栋', GROUP, '批示 请预算科三日内拿出意见', asked)
      expect(await world.matter(numberIn(answer))).toMatchObject({
        title: '关于村镇银行流动性的报告',
        basis: '关于村镇银行流动性的报告 缺口约2亿元，需专题研究。',
        instruction: { text: '请预算科三日内拿出意见' },
        origin: 'instruction',
      })
      expect(await world.says('郑国栋', '撤销', GROUP)).toContain('已撤销：批示')
    })

    test('a kill between reading and acting reads again and acts once', async () => {
      const { bot, clock } = world.ground
      const asked = await chatter(world, '王强', GROUP, '融资担保费补贴迟迟不到位')
      const { nudge } = bot.office
      bot.office.nudge = () => {}
      const chat = chatNamed(GROUP)
      const who = personNamed('郑国栋').openId
      const say = '@[bot] 批示 请金融科12月4日前说明原因'
      const before = world.ground.street.messages(chat).length
      await world.ground.street.say(who, chat, say, { replyTo: asked })
      const read = { text: '融资担保费补贴迟迟不到位', mentions: [] }
      const dying = deliverer(bot.office, async () => ({ read }), bot.hear, 'dying', 1)
      const { step } = bot.office
      bot.office.step = (name) => {
        if (name === 'deliver:sent') throw new Error('killed')
      }
      await dying.deliver().catch(() => {})
      bot.office.step = step
      clock.set(clock.now() + 120_000)
      bot.office.nudge = nudge
      await bot.settled()
      const told = world.ground.street.messages(chat).slice(before)
      const born = told.map(wordsOf).filter((words) => words.includes('已按批示立项并交办金融科'))
      expect(born).toHaveLength(1)
    })
  },
)

describe('what the message replied to may be', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  test('in a group nothing is read that nobody asked for', async () => {
    const paper = await chatter(world, '刘洋', GROUP, PAPER)
    const { street, bot } = world.ground
    const before = street.effects().length
    await street.say(personNamed('刘洋').openId, chatNamed(GROUP), '纪要 服务企业周例会', {
      replyTo: paper,
    })
    await bot.settled()
    expect(street.effects()).toHaveLength(before)
    // Words of its own are the minutes, whatever it replies to.
    await replies(world, '刘洋', GROUP, '纪要 服务企业周例会第9次 国库科12月10日前兑付资金', paper)
    expect(world.received('刘洋').join()).toContain('第9次 议定事项（1条）')
  })

  test('a file: minutes are taken from it, and a leader instructs about it', async () => {
    const { street } = world.ground
    const drop = async (who: string, name: string, text: string) =>
      (await street.sendFile(personNamed(who).openId, 'bot', name, new TextEncoder().encode(text)))
        .message
    const paper = await drop('陈静', '上周的会.txt', '由金融科牵头，12月5日前拿出办法')
    expect(await answers(world, '陈静', '纪要 招商引资周例会第3次', paper)).toContain(
      '招商引资周例会第3次 议定事项（1条）',
    )
    const sheet = await drop('陈静', '数据.csv', 'a,b')
    expect(await answers(world, '陈静', '纪要 招商引资周例会', sheet)).toContain('E-DOC-3')
    const report = await drop('郑国栋', '关于设立风险补偿资金池的请示.pdf', 'x')
    const said = await answers(world, '郑国栋', '批示 请金融科12月4日前拿出意见', report)
    const matter = await world.matter(numberIn(said))
    expect(matter.title).toBe('关于设立风险补偿资金池的请示')
    expect(matter.attachments).toMatchObject([{ name: '关于设立风险补偿资金池的请示.pdf' }])
  })

  test('a question about it is answered by a tap, and the message is not forgotten', async () => {
    const asked = await chatter(world, '王强', GROUP, '小微企业续贷难')
    expect(await replies(world, '郑国栋', GROUP, '批示 抓紧研究，下周五前报我', asked)).toContain(
      '还缺：由哪个科室承办',
    )
    const toast = await world.taps('郑国栋', '金融科', GROUP)
    expect(await world.matter(numberIn(toast))).toMatchObject({ title: '小微企业续贷难' })
    await expect(world.taps('郑国栋', '金融科', GROUP)).resolves.toContain('这条批示已经办过了')
  })

  test.each([
    ['郑局：\n关于村镇银行的情况说明：\n缺口2亿元', '关于村镇银行的情况说明'],
    ['各位领导好\n贴息未到账', '贴息未到账'],
    ['担保费率偏高。', '担保费率偏高'],
    [`${'很长的一段情况'.repeat(20)}`, `${'很长的一段情况'.repeat(8)}很长的…`],
  ])('its first line that says something is the title: %s', async (text, title) => {
    const asked = await chatter(world, '王强', GROUP, text)
    const answer = await replies(world, '郑国栋', GROUP, '批示 请预算科12月4日前办理', asked)
    expect((await world.matter(numberIn(answer))).title).toBe(title)
    await world.says('郑国栋', '撤销', GROUP)
  })

  test.each([
    ['机密★10年 关于专项资金的汇报', 'E-SECRET-1'],
    ['联系人身份证 11010519491231002X', 'E-SECRET-2'],
  ])('what must not be kept is not: %s', async (text, code) => {
    const secret = await chatter(world, '王强', GROUP, text)
    expect(await replies(world, '郑国栋', GROUP, '批示 请金融科12月4日前办理', secret)).toContain(
      code,
    )
  })

  test('a card says nothing of its own', async () => {
    await world.says('陈静', '例会')
    const openId = personNamed('陈静').openId
    const card = world.ground.street.cards(openId).at(-1)!.message
    expect(await answers(world, '陈静', '纪要 招商引资周例会', card)).toContain('E-QUOTE-2')
  })

  test('one taken back, and one the bot may not read, are answered with what to do instead', async () => {
    const { street } = world.ground
    const gone = await chatter(world, '刘洋', GROUP, PAPER)
    await street.recall(personNamed('刘洋').openId, gone)
    expect(await replies(world, '刘洋', GROUP, '纪要 服务企业周例会', gone)).toMatch(
      /已撤回或删除。请把议定事项粘贴在“纪要”后面.*E-QUOTE-1/u,
    )
    const paper = await chatter(world, '刘洋', GROUP, PAPER)
    street.fault('unreadable', 1)
    expect(await replies(world, '刘洋', GROUP, '纪要 服务企业周例会', paper)).toContain(
      '应用还没有读取消息的权限，已告知管理员',
    )
  })

  test('an answer that is late or lost is asked for again', async () => {
    onTestFinished(() => world.ground.street.fault('server-error', 0))
    const paper = await chatter(
      world,
      '刘洋',
      GROUP,
      '服务企业周例会第10次会议纪要\n金融科12月4日前拿出方案',
    )
    world.ground.street.fault('server-error', 1)
    await replies(world, '刘洋', GROUP, '纪要', paper)
    await world.turnsTo('2026-11-23 09:20')
    expect(world.received('刘洋').join()).toContain('第10次 议定事项（1条）')
  })
})
