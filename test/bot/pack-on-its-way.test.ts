/** A pack that changes between being taken up for sending and having arrived: sent once, and marked. */
import { expect, onTestFinished, test } from 'vitest'
import { deliverer } from '../../src/bot/deliver.ts'
import type { Outgoing } from '../../src/bot/message.ts'
import { tick } from '../../src/bot/tick.ts'
import type { Card } from '../../src/card/types.ts'
import { cardWords, onlyMeetings, openWorld, personNamed, type World } from '../world.ts'

const SERIES = '服务企业周例会'

/** Says a sentence while nobody delivers what comes of it. */
async function murmurs(world: World, who: string, text: string): Promise<void> {
  const { bot, clock } = world.ground
  const heard = await bot.hear({
    kind: 'said',
    key: `msg:${who}-${text}`,
    at: clock.now(),
    sender: { openId: personNamed(who).openId, tenant: 'tenant_practice' },
    chat: { kind: 'private' },
    parents: [],
    text,
    mentions: [],
    addressed: true,
  })
  expect(heard.outcome, text).toBe('acted')
}

const wordsIn = (out: Outgoing): string => {
  const card =
    'card' in out ? out.card : 'content' in out && 'card' in out.content && out.content.card
  return card ? cardWords(card as Card) : ''
}

test('a matter closed and a topic spoken about while its pack is under way stand on the card that arrived', async () => {
  const world = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
  onTestFinished(() => world.close())
  await onlyMeetings(world)
  const { bot, clock } = world.ground
  await world.says('陈静', '交办 金融科 报送贴息拨付进度 12月4日前')
  await world.says('李娜', '签收并分办 1 @李娜')
  await world.says('李娜', '办结 1 已报送')
  await world.says('陈静', '同意 1')
  await world.says('李娜', `报议题 ${SERIES} 鑫源公司用地`)
  await world.turnsTo('2026-11-27 17:05')
  // From here on this test carries what is sent.
  bot.office.nudge = () => {}
  clock.set(Date.parse('2026-11-27T17:12:00+08:00'))
  const went: Outgoing[] = []
  let changed = false
  const slow = deliverer(
    bot.office,
    async (out) => {
      if (!changed && wordsIn(out).startsWith(`${SERIES} 第1次 议程\n`)) {
        changed = true
        await murmurs(world, '陈静', '销号 1')
        await murmurs(world, '刘洋', `议题 已议 ${SERIES} 鑫源公司用地`)
        await murmurs(world, '李娜', `报议题 ${SERIES} 迟到的议题`)
      }
      went.push(out)
      return { message: `om_way_${went.length}` }
    },
    bot.hear,
    'slow',
  )
  await tick(bot.office)
  await slow.deliver()
  await slow.deliver()
  expect(changed).toBe(true)
  const sent = went.flatMap((out, n) =>
    out.kind === 'send' && wordsIn(out).startsWith(`${SERIES} 第1次 议程`) ? [n] : [],
  )
  expect(sent).toHaveLength(1)
  expect(wordsIn(went[sent[0]!]!)).not.toContain('更新：')
  const message = `om_way_${sent[0]! + 1}`
  const marks = went.filter((out) => out.kind === 'patch' && out.message === message)
  expect(marks).toHaveLength(1)
  const shown = wordsIn(marks[0]!)
  expect(shown).toContain('更新：1号 已销号')
  expect(shown).toContain('更新：议题“鑫源公司用地”已议')
  expect(shown).not.toContain('迟到的议题')
})
