import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Heard, Incoming } from '../../src/bot/message.ts'
import { type LongConnection, openSocket, type SocketOptions } from '../../src/feishu/socket.ts'
import { openFarSide } from './far-side.ts'
import { APP, card, GROUP, LI, type Meeting, meet, WANG } from './street.ts'

const open: LongConnection[] = []
afterEach(() => {
  for (const connection of open.splice(0)) connection.close()
})

interface Line {
  connection: LongConnection
  heard: Incoming[]
  answer: { now: Heard | Error }
  logged: string[]
  counted: string[]
  clock: { now: number }
  /** What the watchdog does every so often. */
  look(): void
}

function dial(domain: string, bot: string, options: Partial<SocketOptions> = {}): Line {
  const line: Omit<Line, 'connection' | 'look'> = {
    heard: [],
    answer: { now: { outcome: 'acted' } },
    logged: [],
    counted: [],
    clock: { now: 1_700_000_000_000 },
  }
  let look = () => {}
  const connection = openSocket({
    domain,
    appId: APP.id,
    appSecret: APP.secret,
    wire: () => ({ bot, tenant: APP.tenant }),
    now: () => line.clock.now,
    hear: async (incoming) => {
      line.heard.push(incoming)
      if (line.answer.now instanceof Error) throw line.answer.now
      return line.answer.now
    },
    log: (...parts) => line.logged.push(JSON.stringify(parts)),
    count: (end, what) => line.counted.push(`${end} ${what}`),
    every: (_, given) => {
      look = given
      return () => {
        look = () => {}
      }
    },
    ...options,
  })
  open.push(connection)
  return { ...line, connection, look: () => look() }
}

async function online(): Promise<Meeting & { line: Line }> {
  const meeting = await meet({ socket: true })
  const line = dial(meeting.street.url, meeting.street.bot.openId)
  await vi.waitFor(() => expect(meeting.street.connections()).toBe(1), 5000)
  return { ...meeting, line }
}

describe('the long connection', () => {
  it('hears what the webhook hears, and acknowledges it', async () => {
    const { street, line } = await online()
    const said = await street.say(WANG, GROUP, `@[bot] 办 专项债 @[${LI}] ${'长'.repeat(1500)}`)
    expect(said.status).toBe(200)
    await street.menu(WANG, '我的事项')
    await street.react(LI, said.message, 'DONE')
    expect(line.heard).toMatchObject([
      { kind: 'said', key: `msg:${said.message}`, addressed: true, mentions: [{ openId: LI }] },
      { kind: 'said', text: '我的事项' },
      { kind: 'reacted', emoji: 'DONE' },
    ])
    expect(line.counted).toEqual(['heard said', 'heard said', 'heard reacted'])
    expect(street.nextDue()).toBeUndefined()
  })

  it('acknowledges what nobody listens to', async () => {
    const { street, line } = await online()
    expect(await street.enter(WANG)).toEqual({ status: 200 })
    expect(line.heard).toEqual([])
    expect(line.counted).toEqual(['ignored im.chat.access_event.bot_p2p_chat_entered_v1'])
  })

  it('gives a tap its answer', async () => {
    const { street, send, line } = await online()
    const { message = '' } = await send({
      kind: 'send',
      to: { chat: GROUP },
      content: { card: card() },
      uuid: 'u',
    })
    const tap = { tag: 'button', value: { say: '签收 12', rev: 1 } }
    line.answer.now = {
      outcome: 'acted',
      toast: { type: 'success', content: '已签收' },
      card: card('已签收'),
    }
    expect(await street.tap(LI, message, tap)).toMatchObject({
      answer: { toast: { content: '已签收' } },
    })
    expect(JSON.stringify(street.cards(GROUP)[0]?.card)).toContain('已签收')
    line.answer.now = { outcome: 'ignored' }
    expect((await street.tap(LI, message, tap)).error).toBeUndefined()
  })

  it('gets again what it could not keep', async () => {
    const { street, line } = await online()
    line.answer.now = new TypeError('disk is full')
    expect(await street.say(WANG, GROUP, '报 12 已完成')).toMatchObject({ status: 500 })
    expect(line.counted).toEqual(['fault TypeError'])
    line.answer.now = { outcome: 'acted' }
    await street.turnTo(Number(street.nextDue()))
    expect(line.heard.map((one) => one.key)).toHaveLength(2)
    expect(street.nextDue()).toBeUndefined()
  })

  it('knows how it stands, and comes again when the network cuts it', async () => {
    const { street, line } = await online()
    expect(line.connection.state()).toMatchObject({ connected: true, restarts: 0 })
    line.clock.now += 60_000
    street.cutConnections()
    await vi.waitFor(() => expect(line.logged.join()).toContain('connection broken'), 5000)
    await vi.waitFor(() => expect(street.connections()).toBe(1), 5000)
    await vi.waitFor(() => expect(line.connection.state().connected).toBe(true), 5000)
    expect(line.connection.state()).toMatchObject({ lastSeen: line.clock.now, restarts: 0 })
    expect(await street.say(WANG, GROUP, '还在吗')).toMatchObject({ status: 200 })
  })

  it('takes a pong as a sign', async () => {
    const { line } = await online()
    line.clock.now += 5000
    await vi.waitFor(() => expect(line.connection.state().lastSeen).toBe(line.clock.now), 5000)
  })

  it('is closed for good', async () => {
    const { street, line } = await online()
    line.connection.close()
    expect(line.connection.state().connected).toBe(false)
    await vi.waitFor(() => expect(street.connections()).toBe(0), 5000)
    line.clock.now += 3_600_000
    line.look()
    expect(line.connection.state().restarts).toBe(0)
  })
})

describe('the watch', () => {
  it('makes a silent connection anew after three pings without a sign', async () => {
    const { street, line } = await online()
    line.connection.close()
    const quiet = dial(street.url, street.bot.openId, { interval: 1_000_000 })
    await vi.waitFor(() => expect(quiet.connection.state().connected).toBe(true), 5000)
    quiet.clock.now += 2_000_000
    quiet.look()
    expect(quiet.connection.state()).toMatchObject({ connected: true, restarts: 0 })
    quiet.clock.now += 3_000_001
    quiet.look()
    expect(quiet.connection.state()).toMatchObject({ connected: false, restarts: 1 })
    await vi.waitFor(() => expect(quiet.connection.state().connected).toBe(true), 5000)
    await vi.waitFor(() => expect(street.connections()).toBe(1), 5000)
    expect(await street.say(WANG, GROUP, '还在吗')).toMatchObject({ status: 200 })
    expect(quiet.heard).toHaveLength(1)
  })

  it('tries again where the platform refused for good', async () => {
    const side = await openFarSide()
    side.on('/callback/ws/endpoint', {
      json: { code: 1, msg: 'busy', data: { URL: 'ws://x', ClientConfig: {} } },
    })
    const line = dial(side.url, 'ou_bot')
    await vi.waitFor(() => expect(side.to('/callback/ws/endpoint')).toHaveLength(1), 5000)
    await vi.waitFor(() => {
      line.look()
      expect(line.connection.state().restarts).toBe(1)
    }, 5000)
    await vi.waitFor(() => expect(side.to('/callback/ws/endpoint')).toHaveLength(2), 5000)
    expect(line.connection.state().connected).toBe(false)
    line.connection.close()
    await side.close()
  })
})

describe('the settings', () => {
  it('with an app id that cannot be one are refused in plain words', () => {
    expect(() => dial('feishu', 'ou_bot', { appId: 'cli_123' })).toThrow('FEISHU_APP_ID 格式有误')
  })
})

describe('the log of the connection', () => {
  it('tells what the SDK did, and no secret, address or content', async () => {
    const { street, line } = await online()
    line.answer.now = new Error('失败内容')
    await street.say(WANG, GROUP, '不可外传')
    street.cutConnections()
    await vi.waitFor(() => expect(line.logged.join()).toContain('connection broken'), 5000)
    await vi.waitFor(() => expect(street.connections()).toBe(1), 5000)
    const said = line.logged.join('\n')
    expect(said).toContain('long connection stands')
    expect(said).toContain('not kept')
    expect(said).not.toMatch(/a-secret|不可外传|失败内容|ticket|ws:\/\/|127\.0\.0\.1/)
  })
})
