import { createRequire } from 'node:module'
import type { Cache, Client } from '@larksuiteoapi/node-sdk'
import { expect, test } from 'vitest'
import type { Street } from '../../src/sandbox/street.ts'
import { APP, card, GROUP, LI, WANG } from './app.ts'
import { office } from './office.ts'

const sdk = createRequire(import.meta.url)(
  '@larksuiteoapi/node-sdk',
) as typeof import('@larksuiteoapi/node-sdk')

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }

/** The SDK keeps tokens in one cache for all clients unless each brings its own. */
function client(street: Street, appSecret = APP.secret): Client {
  const kept = new Map<Parameters<Cache['get']>[0], unknown>()
  const cache: Cache = {
    get: async (key) => kept.get(key),
    set: async (key, value) => kept.set(key, value).size > 0,
  }
  return new sdk.Client({ appId: APP.id, appSecret, domain: street.url, cache, logger: silent })
}

async function bytesOf(file: { getReadableStream(): NodeJS.ReadableStream }): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of file.getReadableStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const data = (what: object) => ({ msg_type: 'interactive', content: JSON.stringify(what) })

test('the real SDK sends, replies, patches, reacts, reads and recalls on the street', async () => {
  const { street } = await office()
  const { im, contact } = client(street)
  const sent = await im.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: WANG, ...data(card('旧')), uuid: 'once' },
  })
  const message_id = sent.data!.message_id!
  const path = { message_id }
  const reply = await im.message.reply({
    path,
    data: { msg_type: 'text', content: '{"text":"收到"}' },
  })
  expect(reply.data).toMatchObject({ parent_id: message_id, root_id: message_id })
  expect(
    await im.message.patch({ path, data: { content: JSON.stringify(card('新')) } }),
  ).toMatchObject({ code: 0 })
  expect(street.cards(WANG)).toMatchObject([{ card: card('新') }])
  const reaction = await im.messageReaction.create({
    path,
    data: { reaction_type: { emoji_type: 'DONE' } },
  })
  const reactions = await im.messageReaction.list({ path })
  expect(reactions.data?.items).toMatchObject([
    { reaction_id: reaction.data!.reaction_id!, reaction_type: { emoji_type: 'DONE' } },
  ])
  const got = await im.message.get({ path })
  expect(got.data?.items?.[0]).toMatchObject({ message_id, msg_type: 'interactive' })
  const list = await im.message.list({
    params: { container_id_type: 'chat', container_id: street.privateChat(WANG) },
  })
  expect(list.data?.items).toHaveLength(2)
  const members = await im.chatMembers.get({ path: { chat_id: GROUP } })
  expect(members.data?.items?.map(({ member_id }) => member_id)).toEqual([WANG, LI])
  const found = await contact.user.batchGetId({ data: { mobiles: ['13800000001'] } })
  expect(found.data?.user_list?.[0]?.user_id).toBe(WANG)
  expect(await im.message.delete({ path })).toMatchObject({ code: 0 })
  expect(street.effects().map(({ kind }) => kind)).toEqual([
    'send',
    'reply',
    'patch',
    'react',
    'recall',
  ])
})

test('the real SDK uploads a file and downloads what people send', async () => {
  const { street } = await office()
  const { im } = client(street)
  const up = await im.file.create({
    data: {
      file_type: 'xls',
      file_name: '周报.xlsx',
      file: Buffer.from([0xff, 0xfe, 0x0d, 0x0a, 0x2d, 0x2d]),
    },
  })
  const image = await im.image.create({ data: { image_type: 'message', image: Buffer.from('图') } })
  expect(image?.image_key).toMatch(/^img_/)
  await im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: GROUP, msg_type: 'file', content: JSON.stringify(up) },
  })
  const [own] = street.messages(GROUP)
  expect(own).toMatchObject({ type: 'file', content: '周报.xlsx' })
  const back = await im.messageResource.get({
    path: { message_id: own!.id, file_key: up!.file_key! },
    params: { type: 'file' },
  })
  expect(await bytesOf(back)).toEqual(Buffer.from([0xff, 0xfe, 0x0d, 0x0a, 0x2d, 0x2d]))
  const { message } = await street.sendFile(WANG, 'bot', '名单.xlsx', Buffer.from('名单'))
  const seen = await im.message.get({ path: { message_id: message } })
  const { file_key } = JSON.parse(seen.data!.items![0]!.body!.content)
  const down = await im.messageResource.get({
    path: { message_id: message, file_key },
    params: { type: 'file' },
  })
  expect((await bytesOf(down)).toString()).toBe('名单')
})

test("the real SDK sees a refusal as HTTP 400 with its code, and the gateway's reset", async () => {
  const { street } = await office()
  const { im } = client(street)
  const failed = (receive_id: string) =>
    im.message
      .create({ params: { receive_id_type: 'open_id' }, data: { receive_id, ...data(card()) } })
      .catch((error) => error.response)
  expect(await failed('ou_none')).toMatchObject({ status: 400, data: { code: 99992351 } })
  street.fault('app-rate-limit', 1)
  const limited = await failed(WANG)
  expect(limited).toMatchObject({ status: 429, data: { code: 99991400 } })
  expect(limited.headers['x-ogw-ratelimit-reset']).toBe('1')
})

test('the real SDK gets no token with a wrong secret', async () => {
  const { street } = await office()
  const { im } = client(street, 'wrong')
  await expect(im.chat.list({})).rejects.toThrow()
  expect(street.calls()[0]).toMatchObject({ status: 400, response: { code: 10014 } })
})
