/** Who is not of the house: whatever he says, nothing changes and he learns one sentence at most. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practiceApp } from '../../src/practice.ts'
import { push } from '../push.ts'
import { personNamed } from '../world.ts'
import { type House, type Outsider, openHouse, outsiders, REFUSAL } from './outsiders.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
}, 120_000)
afterAll(() => house.close())

/** A sentence as the platform pushes it: its sender may be anybody. */
async function say(text: string, { openId, tenant, type }: Outsider) {
  const { clock, bot } = house.world.ground
  const message = `om_${createHash('md5')
    .update(JSON.stringify([text, openId, tenant, type]))
    .digest('hex')}`
  await push(house.world, 'im.message.receive_v1', {
    sender: { sender_id: { open_id: openId }, sender_type: type, tenant_key: tenant },
    message: {
      message_id: message,
      create_time: String(clock.now()),
      chat_id: `oc_private_${openId}`,
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text }),
    },
  })
  await bot.settled()
}

const sentences = [
  '交办 预算科 汇总清单 12月4日前',
  '签收 1',
  '报 1 已完成60%',
  '销号 1',
  '批示 1 请抓紧',
  '督办单 1 蓝',
  '查 1',
  '待办',
  '台账 导出',
  '受理 鑫源公司反映贴息未到账 电话13800000000',
  '意见 会议太多',
  '登记职责 @王强 贴息',
]

describe('who is not of the house', () => {
  test.each(outsiders)('%s changes nothing and learns nothing', async (_, sender, answer) => {
    for (const sentence of sentences) {
      const before = house.kept()
      await say(sentence, sender(house.world))
      const after = house.kept()
      expect(after.rows, sentence).toEqual(before.rows)
      const known = new Set(before.sent.map(({ key }) => key))
      const letters = after.sent.filter(({ key }) => !known.has(key))
      expect(letters, sentence).toHaveLength(answer === 'told' ? 1 : 0)
      for (const { body } of letters) expect(wordsIn(JSON.parse(body))).toEqual([REFUSAL])
    }
  })

  test('the first of these sentences from one who is of the house does change it', async () => {
    const before = house.kept()
    const { openId } = personNamed('陈静')
    await say(sentences[0]!, { openId, tenant: practiceApp.tenant, type: 'user' })
    expect(house.kept().rows).not.toEqual(before.rows)
    expect((await house.world.matter(2)).title).toBe('汇总清单')
  })
})

/** The Chinese words in what was sent. */
function wordsIn(body: unknown): string[] {
  if (typeof body === 'string') return /\p{Script=Han}/u.test(body) ? [body] : []
  return body && typeof body === 'object' ? Object.values(body).flatMap(wordsIn) : []
}
