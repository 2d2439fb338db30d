/** Who is not of the house: whatever he taps, chooses from the menu or puts under a card, nothing changes and he learns nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/feishu/events.ts'
import { practiceApp } from '../../src/practice.ts'
import { push, pushTap } from '../push.ts'
import { personNamed } from '../world.ts'
import { type House, type Outsider, openHouse, outsiders, REFUSAL } from './outsiders.ts'

let house: House
/** A living card of the matter, in its handler's own chat. */
let card: string
beforeAll(async () => {
  house = await openHouse()
  const { store } = house.world.ground.bot.office
  card = (await store.look(({ messages }) => messages.living(1)))[0]!.message
}, 120_000)
afterAll(() => house.close())

let n = 0
const ids = ({ openId }: Outsider) => ({ open_id: openId, union_id: `on_${openId}` })

/** One example of every word of the house, since a button may say any of them. */
const words = () => house.world.ground.bot.office.registry.all.map((one) => one.examples[0]!)

/** What the one component sends that was touched, besides the sentence: fields of a form, a choice, a date, a tick. */
const touches: object[] = [
  {
    tag: 'button',
    form_value: { text: '已办妥', day: '2026-12-04', who: 'ou_x', all: ['a', 'b'] },
  },
  { tag: 'input', input_value: '已办妥', name: 'text' },
  { tag: 'select_static', option: '优秀', name: 'grade' },
  { tag: 'multi_select_static', options: ['1', '2'], name: 'items' },
  { tag: 'select_person', option: 'ou_x', name: 'person' },
  { tag: 'date_picker', option: '2026-12-04 +0800', name: 'due' },
  { tag: 'checker', checked: true, name: 'done' },
  { tag: 'interactive_container' },
]

const tap = (by: Outsider, value: object, touched: object = {}) =>
  push(house.world, 'card.action.trigger', {
    operator: { tenant_key: by.tenant, ...ids(by) },
    token: `c-stranger-${++n}`,
    action: { tag: 'button', value, ...touched },
    context: { open_message_id: card, open_chat_id: 'oc_x' },
  })

const react = (type: string) => async (by: Outsider) => {
  for (const emoji of ['OK', 'DONE', 'THUMBSUP'])
    await push(
      house.world,
      type,
      {
        message_id: card,
        reaction_type: { emoji_type: emoji },
        operator_type: by.type,
        user_id: ids(by),
        action_time: String(house.world.ground.clock.now() + ++n),
      },
      by.tenant,
    )
}

/** The answer to an outsider's tap: a sentence and no card. */
const isNo = { toast: { type: 'warning', content: REFUSAL } }

/**
 * What he does by an event of each type that the bot hears. `said`: strangers.test.ts. `fact`: of the platform's,
 * whoever caused it: a message or a group is gone, or the bot stands in a new one, which gets its greeting only.
 */
const deeds: Record<string, 'said' | 'fact' | ((by: Outsider) => Promise<void>)> = {
  'im.message.receive_v1': 'said',
  'im.message.recalled_v1': 'fact',
  'im.chat.member.bot.added_v1': 'fact',
  'im.chat.member.bot.deleted_v1': 'fact',
  'im.chat.disbanded_v1': 'fact',
  'card.action.trigger': async (by) => {
    for (const say of words())
      expect(await pushTap(house.world, by, card, { say, rev: 1 }), say).toEqual(isNo)
    for (const touched of touches)
      expect(await tap(by, { say: '报 1 {text}', rev: 1 }, touched)).toEqual(isNo)
    for (const value of [{}, { say: '' }, { say: 7 }, { rev: 1 }, { say: '签收 1', rev: 'x' }])
      expect(await tap(by, value), JSON.stringify(value)).toEqual(isNo)
  },
  'card.action.trigger_v1': async (by) => {
    const event = {
      open_id: by.openId,
      tenant_key: by.tenant,
      open_message_id: card,
      open_chat_id: 'oc_x',
      token: `c-old-${++n}`,
      action: { tag: 'button', value: { say: '签收 1', rev: 1 } },
    }
    expect(await push(house.world, 'card.action.trigger_v1', event, by.tenant)).toEqual(isNo)
  },
  'application.bot.menu_v6': async (by) => {
    for (const event_key of ['待办', '签收 1', '台账 导出', '交办 预算科 汇总清单 12月4日前'])
      await push(
        house.world,
        'application.bot.menu_v6',
        {
          operator: { operator_id: ids(by), operator_name: '某人' },
          event_key,
          timestamp: String(house.world.ground.clock.now()),
        },
        by.tenant,
      )
  },
  'im.message.reaction.created_v1': react('im.message.reaction.created_v1'),
  'im.message.reaction.deleted_v1': react('im.message.reaction.deleted_v1'),
}

test('every type of event that the bot hears is tried here', () => {
  expect(Object.keys(deeds).sort()).toEqual([...EVENT_TYPES].sort())
})

describe('who is not of the house taps and reacts', () => {
  const acting = Object.entries(deeds).filter(([, deed]) => typeof deed === 'function')
  // The platform calls an app's tap a person's: by his id he is one.
  const people = outsiders.filter(([name]) => !name.startsWith('another app'))
  test.each(people.flatMap(([who, by]) => acting.map(([type, deed]) => ({ who, by, type, deed }))))(
    '$who, by $type: nothing changes',
    async ({ by, deed }) => {
      if (typeof deed !== 'function') return
      const before = house.kept()
      await deed(by(house.world))
      await house.world.ground.bot.settled()
      expect(house.kept()).toEqual(before)
    },
  )

  test('the same tap and the same 👌 of one who is of the house do change it', async () => {
    const { world } = house
    const sign = { openId: personNamed('李娜').openId, tenant: practiceApp.tenant }
    await world.says('陈静', '交办 金融科 汇总清单 12月4日前')
    const said = JSON.stringify(await pushTap(world, sign, card, { say: '签收 2' }))
    expect(said).not.toContain(REFUSAL)
    expect((await world.matter(2)).status).toBe('signed')
    expect((await world.matter(1)).status).toBe('assigned')
    const { store } = world.ground.bot.office
    card = (await store.look(({ messages }) => messages.living(1)))[0]!.message
    await react('im.message.reaction.created_v1')({ ...sign, type: 'user' })
    await world.ground.bot.settled()
    expect((await world.matter(1)).status).toBe('signed')
  })
})
