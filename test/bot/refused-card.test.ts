import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, expect, test } from 'vitest'
import { instantAt } from '../../src/domain/time/day.ts'
import { openGround } from '../../src/practice.ts'
import { personOf } from '../../src/sample/people.ts'

const dir = mkdtempSync(join(tmpdir(), 'duban-refused-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('a card that the platform refuses goes out once more as plain words, and the keeper’s books say so', async () => {
  const monday = instantAt('2026-11-23', '9:00')
  const ground = await openGround({ dir, real: () => monday, log: pino({ level: 'silent' }) })
  const { street, bot } = ground
  const lina = personOf('lina').openId
  await bot.settled()
  const counts = () => bot.office.store.look((store) => store.outbox.counts())
  const { sent = 0 } = await counts()
  street.fault('card-refused', -1)
  await street.say(lina, 'bot', '待办')
  await bot.settled()
  const replies = street.messages(lina).filter((message) => message.from === 'bot')
  expect(replies.map((message) => message.type)).toEqual(['post'])
  expect(JSON.stringify(replies[0]?.content)).toContain('我的待办')
  expect(await counts()).toMatchObject({ dead: 1, sent: sent + 1 })
  await ground.close()
})
