import { expect, test } from 'vitest'
import { readSettings } from '../src/config.ts'
import { Declined } from '../src/domain/declined.ts'

const wrong = (env: NodeJS.ProcessEnv): string => {
  try {
    readSettings(env)
    return ''
  } catch (error) {
    if (error instanceof Declined) return error.say
    throw error
  }
}

test('without any setting it is the practice ground', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: '127.0.0.1', feishu: undefined })
})

test('with an app id every missing setting is named in Chinese, all at once', () => {
  const said = wrong({ FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718' })
  expect(said).toContain('缺少 FEISHU_APP_SECRET')
  expect(said).toContain('缺少 FEISHU_ENCRYPT_KEY')
  expect(said).toContain('缺少 FEISHU_VERIFICATION_TOKEN')
  expect(said).toMatch(/见 \.env\.example，接入步骤见 docs\/feishu\.md。（E-CONFIG-1）$/)
})

test('the long connection needs no Encrypt Key', () => {
  const env = {
    FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
    FEISHU_APP_SECRET: 's',
    FEISHU_MODE: 'socket',
  }
  expect(readSettings(env).feishu).toMatchObject({ mode: 'socket', domain: 'feishu' })
})

test.each([
  [{ PORT: 'abc' }, 'PORT 应为端口号'],
  [{ FEISHU_MODE: 'http' }, 'FEISHU_MODE 应为 webhook 或 socket'],
  [{ FEISHU_DOMAIN: '飞书' }, 'FEISHU_DOMAIN 应为'],
  [{ DUBAN_TZ: 'America/New_York' }, '只支持北京时间'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('%o is refused with what is wrong', (env, said) => {
  expect(wrong(env)).toContain(said)
})
