/** Calls to the platform's open API: one token, time limits, one kind of error, nothing secret in a log. */
import type { AxiosInstance, AxiosResponse } from 'axios'
import { Undelivered } from '../bot/message.ts'
import type { Instant } from '../domain/time/day.ts'
import { baseOf } from './domain.ts'
import { brokenOff, failureOf, repeatable, TOKEN_CODES } from './failures.ts'
import { type Limits, openLine } from './line.ts'
import { type Log, redacting } from './log.ts'
import { type Fields, fields, parsed, word } from './loose.ts'
import { loadSdk, type SdkClient } from './sdk.ts'
import { keepToken, type Tokens } from './token.ts'

/** A call: its path begins after `/open-apis/`. */
export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  query?: Record<string, string>
  body?: object
  /** Sent as multipart instead of `body`; made anew for a second attempt. */
  form?: () => FormData
  /** The call can be made twice without harm: what is unknown is then reported as `later`. */
  again?: boolean
}

/** The open API. Every call rejects with Undelivered; its code is the platform's, or the connection's. */
export interface Api {
  /** The app the bot belongs to. */
  appId: string
  /** The answer's body, `code` 0. */
  call(call: Call): Promise<Fields>
  /** The bytes of a file, at most 20 MB (else Undelivered `content`, `too-large`). */
  bytes(call: Call): Promise<Uint8Array>
}

/** The API's settings and ports. */
export interface ApiOptions {
  /** `feishu`, `lark` or a base address. */
  domain: string
  appId: string
  appSecret: string
  now: () => Instant
  log: Log
  limits?: Limits
}

const LIMITS: Limits = { connect: 3000, answer: 5000 }
/** Files go both ways in their own time. */
const FILE_TIME = 60_000
const MOST_BYTES = 20 * 1024 * 1024

/** Opens the API; nothing is loaded or called before the first use. */
export function openApi(options: ApiOptions): Api {
  const base = baseOf(options.domain)
  let opened: Opened | undefined
  const open = () => (opened ??= connect(base, options))
  return {
    appId: options.appId,
    call: async (call) => fields(await ask(open(), options.log, call, false)),
    bytes: async (call) => (await ask(open(), options.log, call, true)) as Uint8Array,
  }
}

interface Opened {
  base: string
  line: AxiosInstance
  client: SdkClient
  tokens: Tokens
}

/** The SDK's client asks its cache for the token before every call: ours answers, so the SDK never fetches one. */
function connect(
  base: string,
  { appId, appSecret, now, log, limits = LIMITS }: ApiOptions,
): Opened {
  const line = openLine(limits, MOST_BYTES)
  line.interceptors.response.use(judge, (error: { code?: string; message?: string }) => {
    throw error instanceof Undelivered ? error : noAnswer(error)
  })
  const tokens = keepToken(() => fetchToken(line, base, appId, appSecret), now)
  const { Client, LoggerLevel } = loadSdk()
  const client = new Client({
    appId,
    appSecret,
    domain: base,
    httpInstance: line,
    logger: redacting(() => {}, appSecret),
    loggerLevel: LoggerLevel.info,
    cache: { get: () => tokens.get(), set: async () => true },
  })
  log('info', 'feishu api opened', { base })
  return { base, line, client, tokens }
}

async function ask(opened: Opened, log: Log, call: Call, binary: boolean): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const token = await opened.tokens.get()
    try {
      return await request(opened, token, call, binary)
    } catch (error) {
      const failure = call.again ? repeatable(error) : error
      const code = failure instanceof Undelivered ? failure.code : 'fault'
      if (attempt === 1 && TOKEN_CODES.has(code)) {
        opened.tokens.refuse(token)
        continue
      }
      log('warn', 'feishu call failed', { call: `${call.method} ${kindOf(call.path)}`, code })
      throw failure
    }
  }
}

/** Forms go past the SDK, which loses a file's name and cannot send bytes (node-sdk issues 65, 96, 161). */
function request(opened: Opened, token: string, call: Call, binary: boolean): Promise<unknown> {
  const { method, path, query, body, form } = call
  const request = {
    method,
    url: `${opened.base}/open-apis/${path}`,
    ...(query && { params: query }),
    ...((binary || form) && { timeout: FILE_TIME }),
  }
  if (form)
    return opened.line.request({
      ...request,
      data: form(),
      headers: { Authorization: `Bearer ${token}` },
    })
  return opened.client.request({
    ...request,
    ...(body && { data: body }),
    ...(binary && { responseType: 'arraybuffer' }),
  })
}

/** Lets a good answer's body through; anything else becomes a failure. */
function judge(response: AxiosResponse): AxiosResponse {
  const isBytes = response.data instanceof Uint8Array
  const isJson = String(response.headers['content-type']).includes('json')
  const text = isBytes && isJson ? Buffer.from(response.data).toString('utf8') : response.data
  const body = parsed(text)
  const code = typeof body.code === 'number' ? body.code : undefined
  const isGood = response.status === 200 && (code === 0 || (isBytes && code === undefined))
  if (isGood) return isBytes ? response.data : (body as unknown as AxiosResponse)
  const reset = word(response.headers['x-ogw-ratelimit-reset'])
  throw failureOf({ status: response.status, code, reset })
}

function noAnswer({ code = '', message = '' }: { code?: string; message?: string }): Undelivered {
  if (message.startsWith('maxContentLength')) return new Undelivered('content', 'too-large')
  return brokenOff(code)
}

/** A failure to get the token comes before the call itself: nothing was said yet. */
async function fetchToken(line: AxiosInstance, base: string, appId: string, appSecret: string) {
  const url = `${base}/open-apis/auth/v3/tenant_access_token/internal`
  try {
    const data = { app_id: appId, app_secret: appSecret }
    const answer = fields(await line.request({ method: 'POST', url, data }))
    const token = word(answer.tenant_access_token)
    if (token === '') throw new Undelivered('later', 'no-token')
    return { token, expire: Number(answer.expire) || 0 }
  } catch (error) {
    throw repeatable(error)
  }
}

/** The path without ids, for the log. */
function kindOf(path: string): string {
  return path.replace(/\b(?:o[mcu]|file|img)_[^/]*/g, ':id')
}
