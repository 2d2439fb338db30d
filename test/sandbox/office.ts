/** A street with three people and a group, a bot that listens, and a caller of the API with its token. */
import { afterEach } from 'vitest'
import { turnableClock } from '../../src/sandbox/clock.ts'
import { openStreet, type Street, type StreetOptions } from '../../src/sandbox/street.ts'
import { APP, GROUP, LI, MORNING, WANG, ZHAO } from './app.ts'
import { type Listener, listener } from './listener.ts'

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a body as it came over the wire
  body: any
}

export interface Office {
  street: Street
  bot: Listener
  /** The street's time. */
  clock: ReturnType<typeof turnableClock>
  /** Moves the time the pace limits go by, in milliseconds. */
  beat(ms: number): void
  /** Calls the API under /open-apis/ with a fresh token; `body` is sent as JSON, a form as it is. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** Sends a text or, given an object, a card to a chat or a person. */
  send(to: string, what: string | object, uuid?: string): Promise<Answer>
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** `webhook` false: the bot is on the long connection. */
export async function office(
  options: Partial<StreetOptions> = {},
  webhook = true,
): Promise<Office> {
  const bot = await listener()
  open.push(bot.close)
  const clock = turnableClock(() => 0, MORNING)
  let now = 0
  const street = await openStreet({
    app: APP,
    clock,
    ...(webhook ? { push: { events: bot.url } } : {}),
    paceClock: () => now,
    patience: 10_000,
    holding: { slow: 1, lost: 1 },
    ...options,
  })
  open.push(street.close)
  street.addPerson({
    openId: WANG,
    unionId: 'on_wang',
    name: '王强',
    title: '预算科 科长',
    mobile: '13800000001',
  })
  street.addPerson({ openId: LI, name: '李静', title: '办公室 科员' })
  street.addPerson({ openId: ZHAO, name: '赵敏', title: '督查室 主任' })
  street.addChat({ id: GROUP, name: '专班群', members: [WANG, LI] })
  let token = ''
  let fetched = 0
  const call: Office['call'] = async (method, path, body, headers) => {
    if (fetched !== clock.now()) token = await fetchToken(street)
    fetched = clock.now()
    const json = body !== undefined && !(body instanceof FormData)
    const answer = await fetch(`${street.url}/open-apis/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json ? { 'content-type': 'application/json; charset=utf-8' } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
    const read = answer.headers.get('content-type')?.includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      body: read ? await answer.json() : await answer.text(),
    }
  }
  return {
    street,
    bot,
    clock,
    call,
    beat: (ms) => {
      now += ms
    },
    send: (to, what, uuid) =>
      call(
        'POST',
        `im/v1/messages?receive_id_type=${to.startsWith('oc_') ? 'chat_id' : 'open_id'}`,
        {
          receive_id: to,
          msg_type: typeof what === 'string' ? 'text' : 'interactive',
          content: JSON.stringify(typeof what === 'string' ? { text: what } : what),
          ...(uuid === undefined ? {} : { uuid }),
        },
      ),
  }
}

export async function fetchToken(street: Street): Promise<string> {
  const answer = await fetch(`${street.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    body: JSON.stringify({ app_id: APP.id, app_secret: APP.secret }),
  })
  return ((await answer.json()) as { tenant_access_token: string }).tenant_access_token
}
