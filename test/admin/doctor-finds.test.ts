/** What the keeper's check must find, each found where it is so, and not mentioned where it is not. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doctor } from '../../src/admin/commands/doctor.ts'
import type { Finding } from '../../src/admin/doctor/finding.ts'
import { notices } from '../../src/domain/time/notices.ts'
import type { Api } from '../../src/feishu/api.ts'
import { practiceApp } from '../../src/practice.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { desk, duban, folder, lasting, MONDAY } from './keeper.ts'

const GRANTED = [
  'im:message',
  'im:message.p2p_msg',
  'im:message.group_at_msg',
  'im:resource',
  'im:chat',
  'contact:user.id:readonly',
]

/** A platform whose clock is so many milliseconds ahead. */
let ahead = 0
const far = createServer((_, answer) => {
  answer.setHeader('date', new Date(MONDAY + ahead).toUTCString())
  answer.end()
})
let domain = ''
let office = ''
let store: Store

beforeAll(async () => {
  await new Promise<void>((ready) => far.listen(0, '127.0.0.1', ready))
  domain = `http://127.0.0.1:${(far.address() as AddressInfo).port}`
  const dir = lasting()
  office = join(dir, 'office.db')
  const first = [
    'init',
    '--keeper',
    '13000010001',
    '--database',
    office,
    '--out',
    join(dir, 'r.xlsx'),
  ]
  await duban(first)
  store = await openStore(office)
})
afterAll(async () => {
  await store.close()
  far.close()
})

const api = (granted: string[]): Api => ({
  appId: practiceApp.id,
  bytes: async () => new Uint8Array(),
  call: async ({ path }) =>
    path === 'bot/v3/info'
      ? { bot: { open_id: 'ou_bot', app_name: '督办', activate_status: 2 } }
      : { data: { scopes: granted.map((scope_name) => ({ scope_name, grant_status: 1 })) } },
})

async function examine(granted = GRANTED): Promise<Finding[]> {
  const env = {
    FEISHU_APP_ID: practiceApp.id,
    FEISHU_APP_SECRET: practiceApp.secret,
    FEISHU_ENCRYPT_KEY: practiceApp.encryptKey,
    FEISHU_VERIFICATION_TOKEN: practiceApp.verificationToken,
    FEISHU_DOMAIN: domain,
  }
  const { desk: it, out } = desk(env, api(granted))
  await doctor(it, { database: office, json: true })
  return out.map((line): Finding => JSON.parse(line))
}

const troubles = (found: Finding[], what: string) =>
  found.filter((one) => one.what === what && one.level !== '正常').map(({ say }) => say)

describe('doctor finds', () => {
  test('an address that the platform never pushed to, and is silent once it did', async () => {
    expect(troubles(await examine(), '推送')).toEqual([
      '还没有收到过平台的任何事件，请求地址可能没有通过验证',
    ])
    await store.turn(({ inbox }) => inbox.take('out:a/1', MONDAY))
    expect(troubles(await examine(), '推送')).toHaveLength(1)
    await store.turn(({ inbox }) => inbox.take('msg:om_old', MONDAY - 13 * 86_400_000))
    expect(troubles(await examine(), '推送')).toEqual([expect.stringContaining('此后没有')])
    await store.turn(({ inbox }) => inbox.take('msg:om_new', MONDAY - 86_400_000))
    expect(troubles(await examine(), '推送')).toEqual([])
  })

  test('a permission that is missing, and is silent where all are granted', async () => {
    expect(troubles(await examine(GRANTED.filter((one) => one !== 'im:resource')), '平台')).toEqual(
      ['上传和下载文件不可用'],
    )
    expect(troubles(await examine(), '平台')).toEqual([])
  })

  test('a clock that is wrong, and is silent about seconds', async () => {
    ahead = 20 * 60_000
    expect(troubles(await examine(), '时钟')).toEqual([expect.stringContaining('1200 秒')])
    ahead = 20_000
    expect(troubles(await examine(), '时钟')).toEqual([])
  })

  test('a year whose holidays are announced and not entered, and is silent once they are', async () => {
    expect(troubles(await examine(), '日历')).toEqual([expect.stringContaining('2027年的放假安排')])
    const next = { ...notices.at(-1)!, year: 2027 }
    await store.turn(({ calendar }) => calendar.keepNotice(next, { person: 1, at: MONDAY }))
    expect(troubles(await examine(), '日历')).toEqual([])
  })

  test('people without an account, and is silent when all have one', async () => {
    expect(troubles(await examine(), '名册')).toContainEqual(
      expect.stringContaining('没有飞书账号'),
    )
    await store.turn(async ({ people }) => {
      for (const one of (await people.directory()).people.values())
        await people.savePerson({ ...one, openId: `ou_${one.id}` })
    })
    expect(troubles(await examine(), '名册').join()).not.toContain('没有飞书账号')
  })
})

test('a foreign database is not touched by the check of the pushes', async () => {
  const none = join(folder(), 'none.db')
  const { desk: it, out } = desk({})
  await doctor(it, { database: none, json: true })
  expect(out.join()).not.toContain('推送')
})
