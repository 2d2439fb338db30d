import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { card, GROUP, LI, WANG, ZHAO } from './app.ts'
import { office } from './office.ts'

/** Published samples, where they are at hand: ../shared/samples beside the project. */
const SAMPLES = new URL('../../../shared/samples/feishu', import.meta.url).pathname
const here = existsSync(SAMPLES)

/** What the platform leaves out without a scope or a client that says so. */
const LEFT_OUT =
  /(id|operator|user_id)\.user_id$|user_agent$|event\.app_id$|delivery_type$|context\.(url|preview_token)$/

/** Every key of a JSON value with the path that leads to it; entries of a list stand for each other. */
function paths(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => paths(entry, `${at}[]`))
  if (value === null || typeof value !== 'object') return [at]
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`))
}

// biome-ignore lint/suspicious/noExplicitAny: published JSON
function sampleOf(type: string): any {
  const folder = join(SAMPLES, 'events')
  for (const file of readdirSync(folder)) {
    const sample = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    if (sample.header?.event_type === type) return sample
  }
}

test.runIf(here)(
  'each push has the keys of the published sample of its type, no more and no less',
  async () => {
    const { street, bot, send } = await office()
    const first = await street.say(WANG, GROUP, '一')
    const message = await street.say(WANG, GROUP, `@[${LI}] 二`, {
      replyTo: first.message,
      thread: true,
    })
    await street.react(LI, message.message, 'SMILE')
    await street.unreact(LI, message.message, 'SMILE')
    await street.recall(WANG, message.message)
    const sent = (await send(WANG, card())).body.data.message_id
    await street.read(WANG, [sent])
    await street.enter(WANG)
    await street.menu(WANG, 'menu')
    await street.addMember(GROUP, ZHAO)
    await street.removeMember(GROUP, ZHAO)
    await street.removeBotFrom(GROUP)
    await street.addBotTo(GROUP)
    await street.dissolve(GROUP)
    const byType = new Map(
      bot.heard.slice(1).map(({ envelope }) => [envelope.header.event_type, envelope]),
    )
    expect(byType.size).toBe(12)
    for (const [type, pushed] of byType) {
      const published = paths(sampleOf(type)).filter((path) => !LEFT_OUT.test(path))
      const own = paths(pushed).filter((path) => !LEFT_OUT.test(path))
      expect([type, own.toSorted()]).toEqual([type, published.toSorted()])
    }
  },
)

test.runIf(here)('a submitted form has the keys of the published callback', async () => {
  const { street, bot, send } = await office()
  const text = (content: string) => ({ tag: 'plain_text', content })
  const submit = {
    tag: 'button',
    name: 'Button_lvkepfu3',
    text: text('提交'),
    form_action_type: 'submit',
    behaviors: [{ type: 'callback', value: { key_1: 'value_1' } }],
  }
  const option = { text: text('一'), value: '1' }
  const fields = [
    { tag: 'date_picker', name: 'DatePicker_bpqdq5puvn4' },
    { tag: 'picker_datetime', name: 'DateTimePicker_ihz2d7a74i', placeholder: text('时刻') },
    { tag: 'input', name: 'Input_lf4fmxwfrd9' },
    { tag: 'select_person', name: 'PersonSelect_2ejys7ype7m' },
    { tag: 'select_static', name: 'Select_a2d5b7l3zd', options: [option] },
    { tag: 'picker_time', name: 'TimePicker_7ecsf6xkqsq', placeholder: text('几点') },
  ]
  const form = { tag: 'form', name: 'f', elements: [...fields, submit] }
  const id = (await send(GROUP, card('表单', form))).body.data.message_id
  await street.tap(WANG, id, {
    tag: 'button',
    name: 'Button_lvkepfu3',
    form: {
      DatePicker_bpqdq5puvn4: '2024-04-01',
      DateTimePicker_ihz2d7a74i: '2024-04-29 07:07',
      Input_lf4fmxwfrd9: '1234',
      PersonSelect_2ejys7ype7m: LI,
      Select_a2d5b7l3zd: '1',
      TimePicker_7ecsf6xkqsq: '00:00',
    },
  })
  const [file] = readdirSync(join(SAMPLES, 'callbacks')).filter(
    (name) => name.includes('2.0') && name.includes('表单容器'),
  )
  const published = JSON.parse(readFileSync(join(SAMPLES, 'callbacks', file!), 'utf8'))
  const own = bot.heard[0]!.envelope
  const known = (value: unknown) =>
    paths(value)
      .filter((path) => !LEFT_OUT.test(path))
      .toSorted()
  expect(known(own)).toEqual(known(published))
  const { PersonSelect_2ejys7ype7m: person, ...rest } = published.event.action.form_value
  expect(person).toMatch(/^ou_/)
  expect(own.event.action.form_value).toEqual({ PersonSelect_2ejys7ype7m: LI, ...rest })
})
