import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hearing } from '../../src/bot/hear.ts'
import { readEvent } from '../../src/feishu/events.ts'
import { practiceApp } from '../../src/practice.ts'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await world.says('陈静', '交办 金融科 报送问题楼盘化解方案 12月4日前')
  await world.says('李娜', '签收 1')
  await world.says('李娜', '分办 1 @王强')
})
afterEach(() => world.close())

/** The newest card of matter 1 in somebody's private chat, or in a group. */
const cardIn = (chat: string): string => {
  const cards = world.ground.street.cards(chat)
  return cards.at(-1)!.message
}

const send = async (who: string, name: string, bytes: string, where?: string) => {
  const openId = personNamed(who).openId
  const chat = where === undefined ? openId : chatNamed(where)
  const replyTo = cardIn(chat)
  world.received(who)
  if (where) world.inGroup(where)
  const { street, bot } = world.ground
  const manner = { replyTo }
  await street.sendFile(openId, where ? chat : 'bot', name, Buffer.from(bytes), manner)
  await bot.settled()
  return (where ? world.inGroup(where) : world.received(who)).join('\n')
}

describe('a file sent in reply to a matter’s card', () => {
  test('is kept by its key, acknowledged in one line, and named on the card', async () => {
    expect(await send('王强', '方案.docx', '内容')).toBe('已收为1号附件：方案.docx。')
    const [kept] = (await world.matter(1)).attachments
    expect(kept).toMatchObject({ name: '方案.docx', type: 'file', by: expect.any(Number) })
    expect(JSON.stringify(await world.matter(1))).not.toContain(
      Buffer.from('内容').toString('base64'),
    )
    expect(await world.says('李娜', '查 1')).toContain('方案.docx')
    expect(await world.says('李娜', '历史 1')).toContain('附件（消息）：方案.docx')
  })

  test('is fetched when it is asked for, and only then', async () => {
    await send('王强', '方案.docx', '方案全文')
    await send('王强', '现场.png', '照片')
    const list = await world.says('李娜', '附件 1')
    expect(list).toContain('1. 方案.docx · 王强')
    expect(list).toMatch(/2\. 图片 11-23 09:00 · 王强/)
    expect(list).toContain('[取第1个]')
    await world.taps('李娜', '取第1个')
    await world.ground.bot.settled()
    const files = world.ground.street
      .messages(personNamed('李娜').openId)
      .filter((one) => one.from === 'bot' && one.type === 'file')
    expect(files).toHaveLength(1)
    expect(JSON.stringify(files[0]!.content)).toContain('方案.docx')
    expect(await world.says('李娜', '附件 1 3')).toContain('1号没有第3个附件')
    expect(await world.says('谭美玲', '附件 1')).toContain('不在您的知悉范围')
  })

  test('in the group’s thread it is kept too; sent to nothing it is asked for', async () => {
    await world.says('陈静', '交办 金融科 报送台账 12月4日前', '督办工作群')
    await world.says('李娜', '签收 2')
    expect(await send('李娜', '台账.pdf', 'x', '督办工作群')).toContain('已收为2号附件：台账.pdf')
    await world.ground.street.sendFile(
      personNamed('王强').openId,
      'bot',
      '方案.docx',
      Buffer.from('x'),
    )
    await world.ground.bot.settled()
    expect(world.received('王强').join()).toContain('请回复那件事的卡片再发')
  })

  test('is taken back by 撤销, refused of a secret’s name, of a stranger, and once the matter is closed', async () => {
    await send('王强', '方案.docx', 'x')
    expect(await world.says('王强', '撤销')).toContain('已撤销：附件')
    expect((await world.matter(1)).attachments).toEqual([])
    expect(await send('王强', '机密★10年 方案.docx', 'x')).toContain('未予记录')
    expect((await world.matter(1)).attachments).toEqual([])
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    expect(await send('王强', '补充.docx', 'x')).toContain('已销号，不再收附件')
  })
})

describe('a picture in rich text', () => {
  let n = 0
  const post = async (content: unknown[][], parent_id: string) => {
    const { bot, clock } = world.ground
    const tenant_key = practiceApp.tenant
    const create_time = `${clock.now()}`
    const sender = {
      sender_id: { open_id: personNamed('王强').openId },
      sender_type: 'user',
      tenant_key,
    }
    const message = {
      message_id: `om_post_${++n}`,
      parent_id,
      chat_type: 'p2p',
      message_type: 'post',
      content: JSON.stringify({ title: '', content }),
      create_time,
    }
    const header = {
      event_id: `e${n}`,
      event_type: 'im.message.receive_v1',
      tenant_key,
      create_time,
    }
    const said = readEvent({ schema: '2.0', header, event: { sender, message } }, { bot: 'ou_bot' })
    if (said.kind !== 'ignored') await hearing(bot.office)(said)
  }

  test('goes with the report it stands in, or alone with the card it answers', async () => {
    const parent = cardIn(personNamed('王强').openId)
    await post(
      [[{ tag: 'text', text: '报 1 已完成初稿' }], [{ tag: 'img', image_key: 'img_a' }]],
      parent,
    )
    expect((await world.matter(1)).report?.text).toBe('已完成初稿')
    expect((await world.matter(1)).attachments.map((one) => one.key)).toEqual(['img_a'])
    await post([[{ tag: 'img', image_key: 'img_b' }]], parent)
    expect((await world.matter(1)).attachments.map((one) => one.key)).toEqual(['img_a', 'img_b'])
  })

  test('is kept with the others of its post, each once, and 撤销 takes all of them back', async () => {
    const parent = cardIn(personNamed('王强').openId)
    const img = (image_key: string) => ({ tag: 'img', image_key })
    const text = [{ tag: 'text', text: '报 1 现场已核' }]
    await post([text, [img('img_a'), img('img_b')], [img('img_a')], [img('img_c')]], parent)
    const kept = (await world.matter(1)).attachments
    expect(kept.map((one) => one.key)).toEqual(['img_a', 'img_b', 'img_c'])
    expect(kept.map((one) => one.name)).toEqual([
      '图片 11-23 09:00',
      '图片 11-23 09:00（2）',
      '图片 11-23 09:00（3）',
    ])
    await world.says('王强', '撤销')
    expect((await world.matter(1)).attachments).toEqual([])
    await post([[img('img_d'), img('img_e')]], parent)
    expect((await world.matter(1)).attachments).toHaveLength(2)
  })
})
