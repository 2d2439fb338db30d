import { expect, test } from 'vitest'
import { card, GROUP, LI, WANG, ZHAO } from './app.ts'
import { type Office, office } from './office.ts'

const markdown = (content: string) => ({ tag: 'markdown', content })
const words = (content: string) => ({ tag: 'div', text: { tag: 'plain_text', content } })

async function refused(own: Office, to: string, what: string | object) {
  own.beat(1000)
  const { body } = await own.send(to, what)
  return body.code === 0 ? 0 : [body.code, body.msg]
}

async function raw({ call }: Office, msg_type: unknown, content: unknown, to = GROUP) {
  const body = { receive_id: to, msg_type, content }
  return (await call('POST', 'im/v1/messages?receive_id_type=chat_id', body)).body.code
}

test('content is a string of JSON', async () => {
  const own = await office()
  expect(await raw(own, 'text', { text: '好' })).toBe(9499)
  expect(await raw(own, 'text', '好')).toBe(230001)
  expect(await raw(own, 'text', '"好"')).toBe(230001)
  expect(await raw(own, 'text', '{"text":""}')).toBe(230001)
  expect(await raw(own, 'text', undefined)).toBe(99992402)
  expect(await raw(own, undefined, '{"text":"好"}')).toBe(99992402)
  expect(await raw(own, 'carrier-pigeon', '{}')).toBe(230001)
})

test('a body that is not JSON is a bad request', async () => {
  const { street } = await office()
  const answer = await fetch(`${street.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    body: '{"app_id":',
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 9499 })
})

test('a text holds 150 KB, a card 30 KB', async () => {
  const own = await office()
  expect(await raw(own, 'text', JSON.stringify({ text: 'x'.repeat(150 * 1024 - 11) }))).toBe(0)
  expect(await raw(own, 'text', JSON.stringify({ text: 'x'.repeat(150 * 1024 - 10) }))).toBe(230025)
  const big = card('大', ...Array.from({ length: 80 }, () => words('字'.repeat(130))))
  expect(Buffer.byteLength(JSON.stringify(big))).toBeGreaterThan(30 * 1024)
  expect((await own.send(GROUP, big)).body.code).toBe(230025)
})

test('rich text needs a locale and known tags', async () => {
  const own = await office()
  const post = (content: unknown) => raw(own, 'post', JSON.stringify(content))
  const line = [{ tag: 'text', text: '已办结' }]
  expect(await post({ zh_cn: { title: '', content: [line] } })).toBe(0)
  expect(await post({ title: '', content: [line] })).toBe(230001)
  expect(await post({ zh_cn: { title: '', content: line } })).toBe(230001)
  expect(await post({ zh_cn: { title: '', content: [[{ tag: 'marquee', text: 'x' }]] } })).toBe(
    230001,
  )
  expect(
    await post({
      zh_cn: { title: '', content: [[{ tag: 'a', text: 'x', href: 'javascript:1' }]] },
    }),
  ).toBe(230001)
  expect(await post({ zh_cn: { title: '', content: [[{ tag: 'at', user_id: 'all' }]] } })).toBe(
    230018,
  )
  expect(await post({ zh_cn: { title: '', content: [[]] } })).toBe(230001)
})

test('a mention in rich text comes back keyed and named', async () => {
  const own = await office()
  const content = {
    zh_cn: {
      title: '',
      content: [
        [
          { tag: 'at', user_id: LI },
          { tag: 'text', text: ' 请反馈' },
        ],
      ],
    },
  }
  expect(await raw(own, 'post', JSON.stringify(content))).toBe(0)
  expect(own.street.messages(GROUP)[0]?.content).toEqual({
    title: '',
    content: [
      [
        { tag: 'at', user_id: '@_user_1', user_name: '李静' },
        { tag: 'text', text: ' 请反馈' },
      ],
    ],
  })
})

test('a card with an attribute the platform does not know is refused with the first finding', async () => {
  const own = await office()
  const code = await refused(own, GROUP, card('坏', { ...words('x'), colour: 'red' }))
  expect(code).toEqual([
    230099,
    expect.stringMatching(/^Failed to create card content, ext=ErrCode: 200621; ErrMsg: \[/),
  ])
  expect(own.street.effects()).toEqual([])
})

test('a card of schema 1.0 and a template are refused', async () => {
  const own = await office()
  expect(await refused(own, GROUP, { elements: [words('x')] })).toMatchObject([
    230099,
    expect.anything(),
  ])
  expect(
    await refused(own, GROUP, { type: 'template', data: { template_id: 'AAq' } }),
  ).toMatchObject([230099, expect.anything()])
})

test('a card that names somebody unknown is refused whole', async () => {
  const own = await office()
  const person = [230099, expect.stringContaining('ErrCode: 100290')]
  expect(await refused(own, GROUP, card('x', markdown(`<at id=${LI}></at> 请办`)))).toBe(0)
  expect(await refused(own, GROUP, card('x', markdown(`<at ids=${LI},${ZHAO}></at>`)))).toBe(0)
  expect(await refused(own, GROUP, card('x', markdown('<at id=ou_nobody></at>')))).toEqual(person)
  expect(await refused(own, GROUP, card('x', markdown(`<at ids="${LI},ou_nobody"></at>`)))).toEqual(
    person,
  )
  expect(
    await refused(own, GROUP, card('x', markdown("<person id='ou_nobody'></person>"))),
  ).toEqual(person)
  expect(await refused(own, GROUP, card('x', { tag: 'person', user_id: 'ou_nobody' }))).toEqual(
    person,
  )
  expect(
    await refused(
      own,
      GROUP,
      card('x', { tag: 'person_list', persons: [{ id: LI }, { id: 'ou_nobody' }] }),
    ),
  ).toEqual(person)
  expect(await refused(own, GROUP, card('x', words('<at id=ou_nobody></at>')))).toBe(0)
})

test('a table cell of markdown names people too, a cell of text does not', async () => {
  const own = await office()
  const table = (data_type: string) => ({
    tag: 'table',
    columns: [{ name: 'who', display_name: '承办', data_type }],
    rows: [{ who: '<at id=ou_nobody></at>' }],
  })
  expect(await refused(own, GROUP, card('x', table('text')))).toBe(0)
  expect(await refused(own, GROUP, card('x', table('markdown')))).toEqual([
    230099,
    expect.stringContaining('ErrCode: 100290'),
  ])
})

test('@所有人 is refused in a group that does not allow it, in a text and in a card', async () => {
  const own = await office()
  expect(await refused(own, GROUP, '<at user_id="all"></at> 请报')).toMatchObject([
    230018,
    expect.anything(),
  ])
  expect(await refused(own, GROUP, card('x', markdown('<at id=all></at>')))).toMatchObject([
    230018,
    expect.anything(),
  ])
  own.street.addChat({ id: 'oc_open', name: '公告群', members: [WANG], mentionsAll: true })
  expect(await refused(own, 'oc_open', '<at user_id="all"></at> 请报')).toBe(0)
  expect(await refused(own, 'oc_open', card('x', markdown('<at id=all></at>')))).toBe(0)
})

test('plaintext phone numbers, e-mails and identity numbers do not pass into a group', async () => {
  const own = await office()
  const audit = [230028, expect.anything()]
  expect(await refused(own, GROUP, '来电 13812345678')).toEqual(audit)
  expect(await refused(own, GROUP, '来电 138-1234-5678')).toEqual(audit)
  expect(await refused(own, GROUP, '来电 +8613812345678')).toEqual(audit)
  expect(await refused(own, GROUP, '请回复 li.jing@example.gov.cn')).toEqual(audit)
  expect(await refused(own, GROUP, '证件 110101199003071234')).toEqual(audit)
  expect(await refused(own, GROUP, card('来电', words('电话 13812345678')))).toEqual(audit)
  const table = {
    tag: 'table',
    columns: [{ name: 'value', display_name: '电话', data_type: 'text' }],
    rows: [{ value: '13812345678' }],
  }
  expect(await refused(own, GROUP, card('来电', table))).toEqual(audit)
  expect(await refused(own, WANG, '来电 13812345678')).toBe(0)
})

test('numbers that only look like a phone number pass', async () => {
  const own = await office()
  expect(
    await refused(
      own,
      GROUP,
      '文号 202213812345678 金额 13812345678.5元'.replace('13812345678.5', '23812345678'),
    ),
  ).toBe(0)
  const button = {
    tag: 'button',
    text: { tag: 'plain_text', content: '同意' },
    behaviors: [{ type: 'callback', value: { say: '同意', token: '13812345678' } }],
  }
  expect(await refused(own, GROUP, card('x', button))).toBe(0)
})
