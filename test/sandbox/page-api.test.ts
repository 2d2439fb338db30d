import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Push, State } from '../../src/sandbox/protocol.ts'
import type { Street } from '../../src/sandbox/street.ts'
import { card, GROUP, LI, MORNING, WANG } from './app.ts'
import { office } from './office.ts'

async function act(street: Street, name: string, body: unknown) {
  const answer = await fetch(`${street.url}/sandbox/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a body as it came over the wire
  return (await answer.json()) as any
}

async function stateOf(street: Street): Promise<State> {
  return (await (await fetch(`${street.url}/sandbox/state`)).json()) as State
}

/** Collects the stream until `enough` says so. */
async function watch(
  street: Street,
  enough: (pushes: Push[]) => boolean,
  run: () => Promise<unknown>,
) {
  const stop = new AbortController()
  const answer = await fetch(`${street.url}/sandbox/stream`, { signal: stop.signal })
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const pushes: Push[] = []
  const reading = (async () => {
    let text = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks)
        if (block.startsWith('data: ')) pushes.push(JSON.parse(block.slice(6)))
      if (enough(pushes)) return stop.abort()
    }
  })()
  await run()
  await reading
  return pushes
}

test('the state holds everything the page needs when it opens', async () => {
  const tries = [{ as: WANG, chat: GROUP, say: '@[bot] 汇总', why: '看一看' }]
  const menu = [{ label: '我的事项', key: '我的事项' }]
  const { street } = await office({ tries, menu })
  await street.say(WANG, GROUP, '@[bot] 汇总')
  const state = await stateOf(street)
  expect(state).toMatchObject({ now: MORNING, tries, menu, bot: street.bot })
  expect(state.people[0]).toEqual({ openId: WANG, name: '王强', title: '预算科 科长' })
  expect(state.chats).toContainEqual({
    id: GROUP,
    kind: 'group',
    name: '专班群',
    members: [WANG, LI],
  })
  expect(state.chats).toContainEqual({
    id: street.privateChat(WANG),
    kind: 'private',
    name: '王强',
    members: [WANG],
  })
  expect(state.messages).toMatchObject([{ from: WANG, content: '@督办 汇总' }])
  expect(state.traces).toMatchObject([{ way: 'event', status: 200 }])
  expect(state.faults).toHaveLength(14)
})

test('the page says, replies, reacts, recalls, taps the menu and sends a file', async () => {
  const { street, bot } = await office()
  const said = await act(street, 'say', { as: WANG, chat: 'bot', text: '报 12' })
  expect(said).toEqual({ ok: true, message: expect.stringMatching(/^om_/), status: 200 })
  await act(street, 'say', {
    as: WANG,
    chat: 'bot',
    text: '再报',
    replyTo: said.message,
    post: true,
  })
  await act(street, 'react', { as: WANG, message: said.message, emoji: 'OK' })
  await act(street, 'react', { as: WANG, message: said.message, emoji: 'OK', remove: true })
  await act(street, 'menu', { as: WANG, key: '我的事项' })
  const base64 = Buffer.from('表').toString('base64')
  await act(street, 'file', { as: WANG, chat: 'bot', name: '花名册.xlsx', base64 })
  await act(street, 'recall', { as: WANG, message: said.message })
  expect(bot.heard.map(({ envelope }) => envelope.header.event_type)).toEqual([
    'im.message.receive_v1',
    'im.message.receive_v1',
    'im.message.reaction.created_v1',
    'im.message.reaction.deleted_v1',
    'application.bot.menu_v6',
    'im.message.receive_v1',
    'im.message.recalled_v1',
  ])
  expect(street.messages(WANG)).toMatchObject([
    { recalled: true },
    { type: 'post', replyTo: said.message },
    { type: 'file', content: '花名册.xlsx' },
  ])
})

test('a tap brings its toast, or in Chinese what went wrong', async () => {
  const { street, bot, send } = await office()
  const message = (await send(GROUP, card())).body.data.message_id
  const tap = { as: WANG, message, tag: 'button', value: { say: '签收 12', rev: 1 } }
  const toast = { type: 'success', content: '已签收' }
  bot.answer = () => ({ body: { toast } })
  expect(await act(street, 'tap', tap)).toEqual({ ok: true, status: 200, toast })
  bot.answer = () => ({ status: 500 })
  expect(await act(street, 'tap', tap)).toEqual({
    ok: false,
    error: '出错了，请稍后重试（错误码：200671）',
  })
  expect(await act(street, 'tap', { ...tap, value: 1 })).toEqual({
    ok: false,
    error: '卡片上没有这个组件',
  })
})

test('what cannot be done is said in Chinese', async () => {
  const { street } = await office()
  expect(await act(street, 'say', { as: 'ou_x', chat: 'bot', text: '好' })).toEqual({
    ok: false,
    error: '街上没有这个人：ou_x',
  })
  expect(await act(street, 'say', [])).toEqual({ ok: false, error: '请求应为 JSON 对象' })
  expect(await act(street, 'clock', { to: MORNING - 1 })).toMatchObject({ error: '时间只能向前拨' })
  expect(await act(street, 'fault', { kind: 'slow', times: 2 })).toEqual({ ok: true })
  expect((await stateOf(street)).faults.find(({ kind }) => kind === 'slow')?.times).toBe(2)
})

test('the stream tells messages, traces, faults, toasts and the clock as they come', async () => {
  const { street, bot, send } = await office()
  bot.answer = () => ({ body: { toast: { content: '已签收' } } })
  const pushes = await watch(
    street,
    (all) => all.some((push) => push.type === 'clock' && !push.turning && push.now > MORNING + 1),
    async () => {
      const message = (await send(GROUP, card())).body.data.message_id
      await street.tap(WANG, message, { tag: 'button', text: '签收' })
      street.addPerson({ openId: 'ou_new', name: '新人' })
      street.fault('slow', 1)
      await act(street, 'clock', { to: MORNING + 60_000 })
    },
  )
  const types = pushes.map(({ type }) => type)
  expect(types.filter((type) => type === 'message')).toHaveLength(2)
  expect(types).toEqual(expect.arrayContaining(['trace', 'chat', 'faults', 'toast', 'clock']))
  expect(pushes.find(({ type }) => type === 'toast')).toEqual({
    type: 'toast',
    as: WANG,
    toast: { type: 'info', content: '已签收' },
  })
  const clocks = pushes.filter(({ type }) => type === 'clock')
  expect(clocks[0]).toEqual({ type: 'clock', now: MORNING, turning: true })
  expect(clocks.at(-1)).toEqual({ type: 'clock', now: MORNING + 60_000, turning: false })
})

test('turning the clock is left to whoever drives bot and street, one turn at a time', async () => {
  const turns: number[] = []
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  const { street } = await office({
    turn: async (to) => {
      turns.push(to)
      await held
    },
  })
  const first = act(street, 'clock', { to: MORNING + 1000 })
  while (turns.length === 0) await stateOf(street)
  expect(await act(street, 'clock', { to: MORNING + 2000 })).toMatchObject({
    ok: false,
    error: '时间正在拨动，请稍候',
  })
  release()
  expect(await first).toMatchObject({ ok: true })
  expect(turns).toEqual([MORNING + 1000])
})

test('the page is served under a policy without inline scripts, and nothing beside it', async () => {
  const page = mkdtempSync(join(tmpdir(), 'street-page-'))
  onTestFinished(() => rmSync(page, { recursive: true }))
  writeFileSync(join(page, 'index.html'), '<!doctype html>')
  writeFileSync(join(page, 'page.js'), 'export {}')
  const { street } = await office({ page })
  const index = await fetch(`${street.url}/`)
  expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(index.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(index.headers.get('content-security-policy')).not.toContain('unsafe')
  const script = await fetch(`${street.url}/page.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  for (const path of [
    '/page.ts',
    '/none.js',
    '/..%2findex.html',
    '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/.env',
  ])
    expect((await fetch(street.url + path)).status).toBe(404)
})

test('only this machine is let in: no rebound names, no pages of other origins', async () => {
  const { street } = await office()
  const { port } = new URL(street.url)
  const status = (method: string, headers: Record<string, string>) =>
    new Promise<number>((done) => {
      const options = { port, host: '127.0.0.1', path: '/sandbox/state', method, headers }
      request(options, (answer) => done(answer.resume().statusCode!)).end()
    })
  expect(await status('GET', { host: `127.0.0.1:${port}` })).toBe(200)
  expect(await status('GET', { host: `localhost:${port}` })).toBe(200)
  expect(await status('GET', { host: `evil.example:${port}` })).toBe(403)
  expect(await status('GET', { host: `127.0.0.1.evil.example` })).toBe(403)
  expect(await status('POST', { host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(
    403,
  )
  expect(await status('POST', { host: `127.0.0.1:${port}`, origin: 'null' })).toBe(403)
  expect(await status('POST', { host: `127.0.0.1:${port}`, origin: street.url })).toBe(404)
})

test('a street never listens where others could reach it', async () => {
  await expect(office({ host: '0.0.0.0' })).rejects.toThrow('只在本机开放')
})
