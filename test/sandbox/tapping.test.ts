import { expect, test } from 'vitest'
import { APP, card, GROUP, LI, MORNING, WANG, ZHAO } from './app.ts'
import type { Reply } from './listener.ts'
import { type Office, office } from './office.ts'

const SIGN = { tag: 'button', value: { rev: 1, say: '签收 12' } }

async function standing(own: Office, what: object = card(), to = GROUP): Promise<string> {
  return (await own.send(to, what)).body.data.message_id
}

test('a tap arrives as the platform sends it, in microseconds', async () => {
  const own = await office()
  const id = await standing(own)
  expect(await own.street.tap(WANG, id, SIGN)).toEqual({ status: 200, answer: {} })
  const [heard] = own.bot.heard
  expect(heard?.signed).toBe(true)
  expect(heard?.envelope).toEqual({
    schema: '2.0',
    header: {
      event_id: expect.any(String),
      token: APP.verificationToken,
      create_time: `${MORNING}000`,
      event_type: 'card.action.trigger',
      tenant_key: APP.tenant,
      app_id: APP.id,
    },
    event: {
      operator: { tenant_key: APP.tenant, open_id: WANG, union_id: 'on_wang' },
      token: expect.stringMatching(/^c-/),
      action: { value: { say: '签收 12', rev: 1 }, tag: 'button', timezone: 'Asia/Shanghai' },
      host: 'im_message',
      context: { open_message_id: id, open_chat_id: GROUP },
    },
  })
})

test('a card in the answer stands for everyone, a toast goes to who tapped', async () => {
  const own = await office()
  const id = await standing(own)
  const toast = { type: 'success', content: '已签收' }
  own.bot.answer = () => ({ body: { toast, card: { type: 'raw', data: card('已签收') } } })
  expect(await own.street.tap(WANG, id, SIGN)).toMatchObject({ status: 200, answer: { toast } })
  expect(own.street.cards(GROUP)).toMatchObject([{ message: id, card: card('已签收') }])
  expect(own.street.effects().at(-1)).toMatchObject({ kind: 'answer', message: id, to: WANG })
})

test.each<[string, Reply]>([
  ['200341', 'silence'],
  ['200671', { status: 500 }],
  ['200671', { status: 302 }],
  ['200672', { body: 'ok' }],
  ['200672', { body: '' }],
  ['200672', { body: '[]' }],
  ['200672', { body: { toast: { type: 'alarm', content: 'x' } } }],
  ['200672', { body: { toast: { type: 'info' } } }],
  ['200672', { body: { card: card() } }],
  ['200673', { body: { card: { type: 'template', data: { template_id: 'AAq' } } } }],
  ['200673', { body: { card: { type: 'raw', data: { ...card(), colour: 'red' } } } }],
  ['200830', { body: { card: { type: 'raw', data: { elements: [] } } } }],
])(
  'the client shows %s for an answer it cannot take (%j), and nothing changes',
  async (code, reply) => {
    const own = await office(reply === 'silence' ? { patience: 100 } : {})
    const id = await standing(own)
    own.bot.answer = () => reply
    expect(await own.street.tap(WANG, id, SIGN)).toMatchObject({ error: code })
    expect(own.street.cards(GROUP)[0]?.card).toEqual(card())
    expect(own.street.nextDue()).toBeUndefined()
    expect(own.bot.heard).toHaveLength(1)
  },
)

test('what is not on the card cannot be tapped, unless the client still shows an older card', async () => {
  const own = await office()
  const id = await standing(own)
  const older = { tag: 'button', value: { say: '办结 12' } }
  expect(await own.street.tap(WANG, id, older)).toEqual({
    status: 0,
    answer: undefined,
    error: '卡片上没有这个组件',
  })
  expect(own.bot.heard).toEqual([])
  expect(await own.street.tap(WANG, id, { ...older, stale: true })).toMatchObject({ status: 200 })
  expect(own.bot.heard[0]?.envelope.event.action).toEqual(older)
})

test('a button is found by its words; a disabled one and a link send nothing', async () => {
  const own = await office()
  const text = (content: string) => ({ tag: 'plain_text', content })
  const callback = [{ type: 'callback', value: { say: '退回 12' } }]
  const link = [{ type: 'open_url', default_url: 'https://www.example.com' }]
  const id = await standing(
    own,
    card(
      'x',
      { tag: 'button', text: text('退回'), disabled: true, behaviors: callback },
      { tag: 'button', text: text('查看'), behaviors: link },
    ),
  )
  const tap = (words: string) => own.street.tap(WANG, id, { tag: 'button', text: words })
  expect(await tap('退回')).toMatchObject({ error: '这个组件已停用' })
  expect(await tap('查看')).toMatchObject({ error: '这个组件只打开链接' })
  expect(await tap('签收')).toMatchObject({ status: 200 })
})

test('nobody taps what he does not see', async () => {
  const own = await office()
  const id = await standing(own)
  expect(await own.street.tap(ZHAO, id, SIGN)).toMatchObject({
    status: 0,
    error: '赵敏 不在 专班群',
  })
  expect(await own.street.tap(WANG, 'om_none', SIGN)).toMatchObject({ status: 0 })
  own.clock.set(own.clock.now() + 14 * 86_400_000 + 1)
  expect(await own.street.tap(WANG, id, SIGN)).toMatchObject({
    error: '卡片已超过 14 天，不能再操作',
  })
  const fresh = await standing(own)
  await own.call('DELETE', `im/v1/messages/${fresh}`)
  expect(await own.street.tap(WANG, fresh, SIGN)).toMatchObject({ error: '消息已撤回' })
  expect(own.bot.heard).toEqual([])
})

const FORM = {
  tag: 'form',
  name: 'report',
  elements: [
    {
      tag: 'input',
      name: 'text',
      required: true,
      max_length: 5,
      placeholder: { tag: 'plain_text', content: '进展' },
    },
    { tag: 'input', name: 'note' },
    { tag: 'date_picker', name: 'day', initial_date: '2026-06-05' },
    { tag: 'picker_datetime', name: 'moment', placeholder: { tag: 'plain_text', content: '时刻' } },
    { tag: 'picker_time', name: 'hour', placeholder: { tag: 'plain_text', content: '几点' } },
    { tag: 'select_person', name: 'who' },
    {
      tag: 'multi_select_static',
      name: 'kinds',
      options: ['甲', '乙'].map((value) => ({
        text: { tag: 'plain_text', content: value },
        value,
      })),
    },
    {
      tag: 'button',
      name: 'send',
      text: { tag: 'plain_text', content: '提交' },
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: { say: '报 12' } }],
    },
  ],
}

test('a form arrives as form_value: dates with their zone, lists as lists, what is empty left out', async () => {
  const own = await office()
  const id = await standing(own, card('表单', FORM))
  const form = {
    text: '已完成',
    moment: '2026-06-01 15:30',
    hour: '09:00 +0800',
    who: LI,
    kinds: ['乙'],
  }
  expect(await own.street.tap(WANG, id, { tag: 'button', name: 'send', form })).toMatchObject({
    status: 200,
  })
  expect(own.bot.heard[0]?.envelope.event.action).toEqual({
    value: { say: '报 12' },
    tag: 'button',
    timezone: 'Asia/Shanghai',
    name: 'send',
    form_value: {
      text: '已完成',
      note: '',
      day: '2026-06-05 +0800',
      moment: '2026-06-01 15:30 +0800',
      hour: '09:00 +0800',
      who: LI,
      kinds: ['乙'],
    },
  })
})

test('the client does not submit a form that is not filled in properly', async () => {
  const own = await office()
  const id = await standing(own, card('表单', FORM))
  const submit = async (form: Record<string, string | string[]>) =>
    (await own.street.tap(WANG, id, { tag: 'button', name: 'send', form })).error
  expect(await submit({})).toBe('请填写必填项：进展')
  expect(await submit({ text: '' })).toBe('请填写必填项：进展')
  expect(await submit({ text: '一二三四五六' })).toBe('进展 不能超过 5 字')
  expect(await submit({ text: '好', other: 'x' })).toBe('表单里没有这一项：other')
  expect(await submit({ text: '好', kinds: ['丙'] })).toBe('kinds 没有这个选项：丙')
  expect(await submit({ text: '好', kinds: '甲' })).toBe('kinds 的选项个数不符')
  expect(await submit({ text: '好', who: ZHAO })).toBe(`who 没有这个选项：${ZHAO}`)
  expect(await submit({ text: '好', day: '周五' })).toBe('day 的日期或时间不对')
  expect(own.bot.heard).toEqual([])
})

test('a component outside of a form sends what was chosen in it', async () => {
  const own = await office()
  const value = { say: '转办 12' }
  const behaviors = [{ type: 'callback', value }]
  const option = (code: string) => ({ text: { tag: 'plain_text', content: code }, value: code })
  const id = await standing(
    own,
    card(
      'x',
      { tag: 'select_static', options: [option('甲')], behaviors },
      { tag: 'select_person', behaviors },
      { tag: 'date_picker', behaviors },
      { tag: 'input', behaviors },
      { tag: 'checker', text: { tag: 'plain_text', content: '已阅' }, behaviors },
      { tag: 'overflow', options: [option('丙')] },
    ),
  )
  const { tap } = own.street
  await tap(WANG, id, { tag: 'select_static', option: '甲' })
  await tap(WANG, id, { tag: 'select_person', option: LI })
  await tap(WANG, id, { tag: 'date_picker', option: '2026-06-05' })
  await tap(WANG, id, { tag: 'input', input: '好' })
  await tap(WANG, id, { tag: 'checker', checked: true })
  await tap(WANG, id, { tag: 'overflow', option: '丙' })
  expect(own.bot.heard.map(({ envelope }) => envelope.event.action)).toEqual([
    { value, tag: 'select_static', option: '甲' },
    { value, tag: 'select_person', option: LI },
    { value, tag: 'date_picker', timezone: 'Asia/Shanghai', option: '2026-06-05 +0800' },
    { value, tag: 'input', input_value: '好' },
    { value, tag: 'checker', checked: true },
    { tag: 'overflow', option: '丙' },
  ])
})

test('the token of a tap updates the card twice within 30 minutes, once the tap has been answered', async () => {
  const own = await office()
  const id = await standing(own)
  const update = async (token: string, title: string) =>
    (await own.call('POST', 'interactive/v1/card/update', { token, card: card(title) })).body.code
  let early: number | undefined
  own.bot.answer = async ({ envelope }) => {
    early = await update(envelope.event.token, '太早')
    return {}
  }
  await own.street.tap(WANG, id, SIGN)
  const { token } = own.bot.heard[0]!.envelope.event
  expect(early).toBe(300020)
  expect(await update('c-unknown', 'x')).toBe(300020)
  expect(await update(token, '一')).toBe(0)
  expect(own.street.cards(GROUP)[0]?.card).toEqual(card('一'))
  const bad = { token, card: { elements: [] } }
  expect((await own.call('POST', 'interactive/v1/card/update', bad)).body.code).toBe(200830)
  expect(await update(token, '二')).toBe(0)
  expect(await update(token, '三')).toBe(300040)
  own.bot.answer = () => ({})
  await own.street.tap(WANG, id, SIGN)
  const { token: late } = own.bot.heard[1]!.envelope.event
  own.clock.set(own.clock.now() + 1_800_001)
  expect(await update(late, '晚')).toBe(300030)
  expect(own.street.effects().map(({ kind }) => kind)).toEqual(['send', 'update', 'update'])
})

test('callbacks go to their own address where there is one', async () => {
  const own = await office()
  const cards = await office({ push: { events: 'http://127.0.0.1:1/', cards: own.bot.url } })
  const id = (await cards.send(GROUP, card())).body.data.message_id
  expect(await cards.street.tap(WANG, id, SIGN)).toMatchObject({ status: 200 })
  expect(own.bot.heard).toHaveLength(1)
})
