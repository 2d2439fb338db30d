import { describe, expect, it, vi } from 'vitest'
import type { Outgoing } from '../../src/bot/message.ts'
import { openPace } from '../../src/feishu/pace.ts'
import { openSend, rateOf } from '../../src/feishu/send.ts'
import { openFarSide } from './far-side.ts'
import { card, GROUP, LI, meet, WANG } from './street.ts'

const lines = (...text: string[]) => ({ lines: text })

describe('what the bot says', () => {
  it('goes to a group and to a person, and brings back where it stands', async () => {
    const { street, send } = await meet()
    const group = await send({
      kind: 'send',
      to: { chat: GROUP },
      content: lines('请签收'),
      uuid: 'u1',
    })
    expect(group).toEqual({ message: expect.stringMatching(/^om_/), chat: GROUP })
    const person = await send({
      kind: 'send',
      to: { person: WANG },
      content: { card: card() },
      uuid: 'u2',
    })
    expect(person.chat).toBe(street.privateChat(WANG))
    expect(street.cards(WANG)).toMatchObject([{ message: person.message }])
    expect(street.effects().map((one) => [one.kind, one.uuid])).toEqual([
      ['send', 'u1'],
      ['send', 'u2'],
    ])
  })

  it('is plain text whatever it holds: nobody is mentioned and nothing is linked', async () => {
    const { street, send } = await meet()
    const hostile = '<at user_id="all"></at> [点我](https://a.cn) **粗**'
    await send({ kind: 'send', to: { chat: GROUP }, content: lines('第一行', hostile), uuid: 'u1' })
    expect(street.messages(GROUP)).toMatchObject([{ type: 'post' }])
    expect(JSON.stringify(street.messages(GROUP)[0]?.content)).toContain(
      JSON.stringify(hostile).slice(1, -1),
    )
  })

  it('is visible once, however often the same uuid is sent', async () => {
    const { street, send } = await meet()
    const out: Outgoing = {
      kind: 'send',
      to: { chat: GROUP },
      content: lines('一次'),
      uuid: 'same',
    }
    expect(await send(out)).toEqual(await send(out))
    expect(street.messages(GROUP)).toHaveLength(1)
  })

  it('reads what a message says, and who is named in it', async () => {
    const { street, send } = await meet()
    const { message } = await street.say(WANG, GROUP, `请@[${LI}] 牵头`)
    expect(await send({ kind: 'read', message })).toEqual({
      read: {
        text: expect.stringMatching(/^请. ?牵头$/u),
        mentions: [expect.objectContaining({ openId: LI })],
      },
    })
    const own = await send({ kind: 'send', to: { chat: GROUP }, content: lines('好'), uuid: 'u' })
    expect(await send({ kind: 'read', message: own.message ?? '' })).toEqual({
      read: { text: '', mentions: [] },
    })
    await street.recall(WANG, message)
    await expect(send({ kind: 'read', message })).rejects.toMatchObject({ reason: 'expired' })
    await street.removeBotFrom(GROUP)
    await expect(send({ kind: 'read', message })).rejects.toMatchObject({ code: '230002' })
  })

  it('answers a message, changes a card, takes a message back and reacts', async () => {
    const { street, send } = await meet()
    const { message } = await street.say(WANG, GROUP, '报 12 已完成')
    const reply = await send({
      kind: 'reply',
      message,
      chat: GROUP,
      content: { card: card() },
      uuid: 'u1',
    })
    expect(street.messages(GROUP).at(-1)).toMatchObject({ replyTo: message })
    await send({ kind: 'patch', message: String(reply.message), card: card('事项 12 已签收') })
    expect(JSON.stringify(street.cards(GROUP)[0]?.card)).toContain('已签收')
    await send({ kind: 'react', message, emoji: 'DONE' })
    expect(street.messages(GROUP)[0]?.reactions).toMatchObject([{ emoji: 'DONE' }])
    await send({ kind: 'recall', message: String(reply.message) })
    expect(street.cards(GROUP)).toEqual([])
    expect(street.effects().map((one) => one.kind)).toEqual(['reply', 'patch', 'react', 'recall'])
  })

  it('carries files both ways', async () => {
    const { street, send, heard } = await meet()
    const bytes = new Uint8Array([80, 75, 3, 4, 250, 0])
    const sent = await send({
      kind: 'file',
      to: { chat: GROUP },
      name: '督办台账.xlsx',
      bytes,
      uuid: 'u1',
    })
    expect(street.messages(GROUP).at(-1)).toMatchObject({ id: sent.message, type: 'file' })
    await street.sendFile(WANG, GROUP, '名册.xlsx', bytes)
    const said = heard.at(-1)
    if (said?.kind !== 'said' || !said.file || !said.message) return expect.unreachable()
    expect(said.file.name).toBe('名册.xlsx')
    const { key, type } = said.file
    const back = await send({ kind: 'download', message: said.message, file: key, type })
    expect([...(back.bytes ?? [])]).toEqual([...bytes])
  })

  it('asks who has which mobile number', async () => {
    const { send } = await meet()
    const asked = ['13800000002', '13899999999', '13800000001']
    expect(await send({ kind: 'lookup', mobiles: asked })).toEqual({
      found: { '13800000001': WANG, '13800000002': LI },
    })
  })
})

describe('what the platform refuses', () => {
  it('is told apart by what can be done about it', async () => {
    const { street, send } = await meet()
    const to = (person: string) =>
      send({ kind: 'send', to: { person }, content: lines('请签收'), uuid: `to ${person}` })
    street.setReach(LI, 'out-of-scope')
    await expect(to(LI)).rejects.toMatchObject({ reason: 'gone', code: '230013' })
    street.setReach(LI, 'resigned')
    await expect(to(LI)).rejects.toMatchObject({ reason: 'gone', code: '230029' })
    const bad = { ...card(), odd: 1 } as unknown as ReturnType<typeof card>
    await expect(
      send({ kind: 'send', to: { chat: GROUP }, content: { card: bad }, uuid: 'bad' }),
    ).rejects.toMatchObject({ reason: 'content', code: '230099' })
    const gone = await send({
      kind: 'send',
      to: { chat: GROUP },
      content: { card: card() },
      uuid: 'c',
    })
    await send({ kind: 'recall', message: String(gone.message) })
    await expect(
      send({ kind: 'patch', message: String(gone.message), card: card('新') }),
    ).rejects.toMatchObject({ reason: 'expired' })
  })

  it('for a while is tried later, as late as it asks', async () => {
    const { street, send } = await meet()
    const out: Outgoing = { kind: 'send', to: { chat: GROUP }, content: lines('稍后'), uuid: 'u1' }
    street.fault('app-rate-limit', 1)
    await expect(send(out)).rejects.toMatchObject({
      reason: 'later',
      code: '99991400',
      after: expect.any(Number),
    })
    street.fault('group-rate-limit', 1)
    await expect(send(out)).rejects.toMatchObject({ reason: 'later', code: '230020' })
    street.fault('server-error', 1)
    await expect(send(out)).rejects.toMatchObject({ reason: 'later' })
    street.fault('quota', 1)
    await expect(send(out)).rejects.toMatchObject({ reason: 'setup', code: '99991403' })
    await send(out)
    expect(street.messages(GROUP)).toHaveLength(1)
  })

  it('for an old token goes through with a new one, unseen', async () => {
    const { street, send } = await meet()
    street.fault('token-expired', 1)
    await send({ kind: 'send', to: { chat: GROUP }, content: lines('续期'), uuid: 'u1' })
    expect(street.messages(GROUP)).toHaveLength(1)
  })

  it('and what was done without an answer is unknown, and done once all the same', async () => {
    const { street, send } = await meet()
    const out: Outgoing = { kind: 'send', to: { chat: GROUP }, content: lines('一次'), uuid: 'u1' }
    street.fault('timeout-after-success', 1)
    await expect(send(out)).rejects.toMatchObject({ reason: 'unknown' })
    await send(out)
    expect(street.messages(GROUP)).toHaveLength(1)
  })
})

describe('a burst', () => {
  it('to one group keeps the group’s pace; the answer in it goes first', async () => {
    let now = 0
    const side = await openFarSide()
    const rings: (() => void)[] = []
    const wait = () => new Promise<void>((ring) => void rings.push(ring))
    const send = openSend(side.api, openPace({ now: () => now, wait, rate: rateOf }))
    const all = Array.from({ length: 10 }, (_, n) =>
      send({ kind: 'send', to: { chat: GROUP }, content: lines(`第${n}条`), uuid: `u${n}` }),
    )
    const content = lines('答复')
    const reply = send({ kind: 'reply', message: 'om_1', chat: GROUP, content, uuid: 'r' })
    await Promise.all(all.slice(0, 5))
    expect(side.to('im/v1/messages')).toHaveLength(5)
    expect(side.to('im/v1/messages/om_1/reply')).toHaveLength(0)
    now = 1050
    for (const ring of rings.splice(0)) ring()
    await reply
    await Promise.all(all.slice(0, 9))
    expect(side.to('im/v1/messages')).toHaveLength(9)
    now = 2100
    for (const ring of rings.splice(0)) ring()
    await Promise.all(all)
    await side.close()
  })

  it('of files counts their messages against the group, not their uploads', async () => {
    let now = 0
    const side = await openFarSide()
    const rings: (() => void)[] = []
    const wait = () => new Promise<void>((ring) => void rings.push(ring))
    const send = openSend(side.api, openPace({ now: () => now, wait, rate: rateOf }))
    const bytes = new Uint8Array([1])
    const all = Array.from({ length: 6 }, (_, n) =>
      send({ kind: 'file', to: { chat: GROUP }, name: 'a.txt', bytes, uuid: `u${n}` }),
    )
    const sent: number[] = []
    all.forEach((one, n) => void one.then(() => sent.push(n)))
    await vi.waitFor(() => expect(side.to('im/v1/files')).toHaveLength(6), 5000)
    await vi.waitFor(() => expect(sent).toHaveLength(5), 5000)
    expect(side.to('im/v1/messages')).toHaveLength(5)
    now = 1050
    for (const ring of rings.splice(0)) ring()
    await Promise.all(all)
    await side.close()
  })
})

describe('a file', () => {
  const file = (name: string, bytes: Uint8Array): Outgoing => ({
    kind: 'file',
    to: { chat: GROUP },
    name,
    bytes,
    uuid: 'u',
  })

  it('goes with its type and its name', async () => {
    const side = await openFarSide()
    side.on('im/v1/files', { json: { code: 0, data: { file_key: 'file_1' } } })
    const send = openSend(side.api, openPace({ now: () => 0, rate: rateOf }))
    await send(file('议程.DOCX', new Uint8Array([1])))
    expect(side.to('im/v1/files')[0]?.text).toMatch(/name="file_type"\s+doc\s/)
    expect(side.to('im/v1/files')[0]?.text).toMatch(/name="file"; filename="议程.DOCX"/)
    expect(side.to('im/v1/files')[0]?.authorization).toBe('Bearer t-1')
    expect(side.to('im/v1/messages')[0]?.body).toMatchObject({
      msg_type: 'file',
      content: '{"file_key":"file_1"}',
    })
    await side.close()
  })

  it('whose upload is refused for an old token is uploaded again, whole', async () => {
    const side = await openFarSide()
    const done = { json: { code: 0, data: { file_key: 'file_1' } } }
    side.on('im/v1/files', { status: 400, json: { code: 99991663 } }, done)
    const send = openSend(side.api, openPace({ now: () => 0, rate: rateOf }))
    await send(file('a.txt', Buffer.from('whole')))
    expect(side.to('im/v1/files').map((one) => /whole/.test(one.text))).toEqual([true, true])
    await side.close()
  })

  it('that is empty or over 30 MB is not sent', async () => {
    const side = await openFarSide()
    const send = openSend(side.api, openPace({ now: () => 0, rate: rateOf }))
    await expect(send(file('a.txt', new Uint8Array()))).rejects.toMatchObject({
      reason: 'content',
      code: 'empty-file',
    })
    const big = new Uint8Array(30 * 1024 * 1024 + 1)
    await expect(send(file('a.txt', big))).rejects.toMatchObject({
      reason: 'content',
      code: 'too-large',
    })
    expect(side.got).toEqual([])
    await side.close()
  })
})
