import { expect, test } from 'vitest'
import { turnableClock } from '../../src/sandbox/clock.ts'
import { openStreet, type Street } from '../../src/sandbox/street.ts'
import { APP, card, GROUP, LI, MORNING, WANG } from './app.ts'
import { office } from './office.ts'

async function restarted(own: Awaited<ReturnType<typeof office>>): Promise<Street> {
  const kept = JSON.parse(JSON.stringify(own.street.snapshot()))
  const clock = turnableClock(() => 0, MORNING)
  const street = await openStreet({ app: APP, clock, push: { events: own.bot.url } })
  street.restore(kept)
  return street
}

test('after a restart everything stands where it stood, and what waited is still delivered', async () => {
  const own = await office()
  const { message } = await own.street.say(WANG, GROUP, '@[bot] 报 12')
  await own.street.react(LI, message, 'OK')
  await own.street.sendFile(WANG, 'bot', '表.xlsx', Buffer.from('x'))
  const sent = (await own.send(GROUP, card(), 'once')).body.data
  own.clock.set(MORNING + 1000)
  own.bot.answer = () => ({ status: 500 })
  await own.street.say(LI, 'bot', '还在吗')
  own.bot.answer = () => ({})
  const street = await restarted(own)
  try {
    expect(street.messages(GROUP)).toEqual(own.street.messages(GROUP))
    expect(street.messages(LI)).toEqual(own.street.messages(LI))
    expect(street.privateChat(WANG)).toBe(own.street.privateChat(WANG))
    expect(street.bot).toEqual(own.street.bot)
    expect(street.nextDue()).toBe(MORNING + 16_000)
    await street.turnTo(MORNING + 16_000)
    const again = own.bot.heard.slice(-2).map(({ envelope }) => envelope)
    expect(again[1]).toEqual(again[0])
    expect(await street.tap(WANG, sent.message_id, { tag: 'button', text: '签收' })).toMatchObject({
      status: 200,
    })
    const { message: next } = await street.say(WANG, GROUP, '新')
    expect(own.street.messages(GROUP).some(({ id }) => id === next)).toBe(false)
  } finally {
    await street.close()
  }
})

test('a snapshot is put onto an empty street only, and is told from other things', async () => {
  const own = await office()
  await own.street.say(WANG, GROUP, '好')
  expect(() => own.street.restore(own.street.snapshot())).toThrow('只能在空的街区上恢复存档')
  expect(() => own.street.restore({})).toThrow('这不是练习街区的存档')
  expect(() => own.street.restore(null)).toThrow('这不是练习街区的存档')
})
