/** Settings: read from the environment once, checked, frozen; what is wrong is listed in Chinese. The only `process.env`. */
import { z } from 'zod'
import { Declined } from './domain/declined.ts'

export interface Settings {
  port: number
  host: string
  databaseUrl: string
  logLevel: string
  /** open_id or mobile of the keeper. */
  keeper: string | undefined
  /** Absent: the practice ground. */
  feishu: Feishu | undefined
}

export interface Feishu {
  appId: string
  appSecret: string
  /** Empty on the long connection. */
  encryptKey: string
  verificationToken: string
  domain: string
  mode: 'webhook' | 'socket'
}

/** The zones that keep Beijing time: the State Council's calendar is for no other (docs/adr/0004). */
const BEIJING = ['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'PRC']

const text = z.string().trim()
const schema = z.object({
  PORT: z.coerce
    .number('PORT 应为端口号')
    .int('PORT 应为端口号')
    .min(0, 'PORT 应为端口号')
    .max(65535, 'PORT 应为 0 至 65535')
    .default(3000),
  HOST: text.default('127.0.0.1'),
  DATABASE_URL: text.min(1, 'DATABASE_URL 不能为空').default('data/duban.db'),
  DUBAN_TZ: z.enum(BEIJING, 'DUBAN_TZ 只支持北京时间（Asia/Shanghai）').default('Asia/Shanghai'),
  DUBAN_KEEPER: text.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'LOG_LEVEL 应为 error、warn、info、debug 或 silent',
    )
    .default('info'),
  FEISHU_APP_ID: text.optional(),
  FEISHU_APP_SECRET: text.default(''),
  FEISHU_ENCRYPT_KEY: text.default(''),
  FEISHU_VERIFICATION_TOKEN: text.default(''),
  FEISHU_DOMAIN: text
    .default('feishu')
    .refine(
      (domain) => ['feishu', 'lark'].includes(domain) || /^https?:\/\/[^\s/]+/.test(domain),
      'FEISHU_DOMAIN 应为 feishu、lark 或一个网址',
    ),
  FEISHU_MODE: z
    .enum(['webhook', 'socket'], 'FEISHU_MODE 应为 webhook 或 socket')
    .default('webhook'),
})

/** What stops the start, line by line, and where to read on. */
function refusal(wrong: string[]): string {
  const list = ['设置有误，未启动：', ...new Set(wrong)].join('\n  · ')
  return `${list}\n各项的意思见 .env.example，接入步骤见 docs/feishu.md。（E-CONFIG-1）`
}

/** The settings of this process. Throws Declined with every line that is wrong or missing. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Readonly<Settings> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  const wrong = read.success ? [] : read.error.issues.map((issue) => issue.message)
  const asked = text.safeParse(env.FEISHU_APP_ID).data
  if (asked) wrong.push(...missingFor(env, asked))
  if (!read.success || wrong.length > 0) throw new Declined('E-CONFIG-1', refusal(wrong))
  const { data } = read
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    logLevel: data.LOG_LEVEL,
    keeper: data.DUBAN_KEEPER,
    feishu: data.FEISHU_APP_ID
      ? Object.freeze({
          appId: data.FEISHU_APP_ID,
          appSecret: data.FEISHU_APP_SECRET,
          encryptKey: data.FEISHU_ENCRYPT_KEY,
          verificationToken: data.FEISHU_VERIFICATION_TOKEN,
          domain: data.FEISHU_DOMAIN,
          mode: data.FEISHU_MODE,
        })
      : undefined,
  })
}

/** What a real office needs besides the app id. */
function missingFor(env: NodeJS.ProcessEnv, appId: string): string[] {
  const has = (name: string) => (env[name] ?? '').trim() !== ''
  const wrong: string[] = []
  if (!/^cli_[0-9a-zA-Z]+$/.test(appId))
    wrong.push('FEISHU_APP_ID 应以 cli_ 开头，请从飞书开放平台抄录')
  if (!has('FEISHU_APP_SECRET')) wrong.push('缺少 FEISHU_APP_SECRET：应用凭证中的 App Secret')
  if (env.FEISHU_MODE === 'socket') return wrong
  if (!has('FEISHU_ENCRYPT_KEY'))
    wrong.push('缺少 FEISHU_ENCRYPT_KEY：事件与回调 → 加密策略 → Encrypt Key')
  if (!has('FEISHU_VERIFICATION_TOKEN'))
    wrong.push('缺少 FEISHU_VERIFICATION_TOKEN：事件与回调 → 加密策略 → Verification Token')
  return wrong
}
