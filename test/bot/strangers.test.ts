/** Who is not of the house: whatever he says, nothing changes and he learns one sentence at most. */
import { createCipheriv, createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practiceApp } from '../../src/practice.ts'
import { openWorld, personNamed, type World } from '../world.ts'

let dir: string
let world: World
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-strangers-'))
  world = await openWorld({ dir })
  await world.says('陈静', '交办 @王强 报送进度 12月4日前')
  await world.says('马晓东', '登记离任 @宋婉清')
}, 120_000)
afterAll(async () => {
  await world.close()
  rmSync(dir, { recursive: true, force: true })
})

/** A sentence as the platform pushes it, encrypted and signed: its sender may be anybody. */
async function push(text: string, sender: { openId: string; tenant: string; type: string }) {
  const { clock, street } = world.ground
  const message = `om_${createHash('md5')
    .update(JSON.stringify([text, sender]))
    .digest('hex')}`
  const event = {
    schema: '2.0',
    header: {
      event_id: `ev_${message}`,
      event_type: 'im.message.receive_v1',
      create_time: String(clock.now()),
      token: practiceApp.verificationToken,
      app_id: practiceApp.id,
      tenant_key: practiceApp.tenant,
    },
    event: {
      sender: {
        sender_id: { open_id: sender.openId },
        sender_type: sender.type,
        tenant_key: sender.tenant,
      },
      message: {
        message_id: message,
        create_time: String(clock.now()),
        chat_id: `oc_private_${sender.openId}`,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text }),
      },
    },
  }
  const key = createHash('sha256').update(practiceApp.encryptKey).digest()
  const iv = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const inner = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()])
  const body = Buffer.from(JSON.stringify({ encrypt: inner.toString('base64') }))
  const timestamp = String(Math.floor(clock.now() / 1000))
  const signature = createHash('sha256')
    .update(`${timestamp}nonce${practiceApp.encryptKey}`)
    .update(body)
    .digest('hex')
  const { status } = await street.pushRaw(body, {
    'content-type': 'application/json',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'nonce',
    'x-lark-signature': signature,
  })
  expect(status).toBe(200)
  await world.ground.bot.settled()
}

/** Every row of the ledger but what came and what went; and what went, by key. */
function kept() {
  const sql = new Database(join(dir, 'practice.db'), { readonly: true })
  try {
    const names = sql
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[]
    const rows = names
      .filter((name) => !['inbox', 'outbox', 'messages'].includes(name))
      .map((name) => [name, sql.prepare(`select * from "${name}"`).all()])
    const sent = sql.prepare('select key, body from outbox').all() as {
      key: string
      body: string
    }[]
    return { rows, sent }
  } finally {
    sql.close()
  }
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

const refusal = '您还不在本单位名册中，请联系管理员登记。'

describe('who is not of the house', () => {
  const home = practiceApp.tenant
  const user = { tenant: home, type: 'user' }
  const strangers: [string, () => Parameters<typeof push>[1], 'told' | 'silence'][] = [
    ['somebody who is not on the roster', () => ({ ...user, openId: 'ou_nobody' }), 'told'],
    [
      'an account of another tenant, even under an id of the roster',
      () => ({ ...user, openId: personNamed('陈静').openId, tenant: 'tenant_other' }),
      'told',
    ],
    ['a 督查员 who left', () => ({ ...user, openId: personNamed('宋婉清').openId }), 'told'],
    ['the bot itself', () => ({ ...user, openId: world.ground.street.bot.openId }), 'silence'],
    [
      'another app under an id of the roster',
      () => ({ tenant: home, type: 'app', openId: personNamed('陈静').openId }),
      'silence',
    ],
  ]

  test.each(strangers)('%s changes nothing and learns nothing', async (_, sender, answer) => {
    for (const sentence of sentences) {
      const before = kept()
      await push(sentence, sender())
      const after = kept()
      expect(after.rows, sentence).toEqual(before.rows)
      const known = new Set(before.sent.map(({ key }) => key))
      const letters = after.sent.filter(({ key }) => !known.has(key))
      expect(letters, sentence).toHaveLength(answer === 'told' ? 1 : 0)
      for (const { body } of letters) expect(wordsIn(JSON.parse(body))).toEqual([refusal])
    }
  })

  test('the first of these sentences from one who is of the house does change it', async () => {
    const before = kept()
    await push(sentences[0]!, { ...user, openId: personNamed('陈静').openId })
    expect(kept().rows).not.toEqual(before.rows)
    expect((await world.matter(2)).title).toBe('汇总清单')
  })
})

/** The Chinese words in what was sent. */
function wordsIn(body: unknown): string[] {
  if (typeof body === 'string') return /\p{Script=Han}/u.test(body) ? [body] : []
  return body && typeof body === 'object' ? Object.values(body).flatMap(wordsIn) : []
}
