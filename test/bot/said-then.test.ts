import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/domain/time/day.ts'
import { openWorld, personNamed, type World } from '../world.ts'

/** A sentence in private that reaches the bot some time after it was said. */
const hear = (world: World, who: string, text: string, at: string) =>
  world.ground.bot.hear({
    kind: 'said',
    key: `msg:${text}${at}`,
    at: Date.parse(`${at.replace(' ', 'T')}:00+08:00`),
    sender: { openId: personNamed(who).openId, tenant: 'tenant_practice' },
    chat: { kind: 'private' },
    message: `om_${at}`,
    parents: [],
    text,
    mentions: [],
    addressed: true,
  })

describe('a sentence means the moment it was said', () => {
  test('明天 said before midnight and heard after it is the day the speaker meant', async () => {
    const world = await openWorld()
    try {
      await world.turnsTo('2026-11-25 00:04')
      await hear(world, '陈静', '交办 金融科 报送进度 明天17:00前', '2026-11-24 23:59')
      expect(dayOf((await world.matter(1)).due)).toBe('2026-11-25')
    } finally {
      await world.close()
    }
  })

  test('撤销 that was long under way does not take back what was done meanwhile', async () => {
    const world = await openWorld()
    try {
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      await world.turnsTo('2026-11-23 09:05')
      await world.says('陈静', '交办 金融科 核对台账 12月4日前')
      await world.turnsTo('2026-11-23 09:07')
      const late = await hear(world, '陈静', '撤销', '2026-11-23 09:01')
      expect(late.outcome).toBe('refused')
      expect(late.reply).toContain('之后您又办理了“交办”')
      expect((await world.matter(1)).status).toBe('assigned')
      expect((await world.matter(2)).status).toBe('assigned')
    } finally {
      await world.close()
    }
  })

  test('撤销 that was under way still takes back what was meant, when nothing was done since', async () => {
    const world = await openWorld()
    try {
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      await world.turnsTo('2026-11-23 10:02')
      await hear(world, '陈静', '撤销', '2026-11-23 09:01')
      expect((await world.matter(1)).status).toBe('withdrawn')
    } finally {
      await world.close()
    }
  })

  test('撤销 on a new matter’s card is about that matter only', async () => {
    const world = await openWorld()
    try {
      await world.says('陈静', '交办 金融科 报送进度 12月4日前', '督办工作群')
      await world.says('陈静', '交办 办公室 修订办法 12月4日前')
      expect(await world.taps('陈静', '撤销', '督办工作群')).toContain('不是这张卡片上的事项')
      expect((await world.matter(2)).status).toBe('assigned')
    } finally {
      await world.close()
    }
  })

  test('a line that waits in another’s letter is corrected when its command is taken back', async () => {
    const world = await openWorld()
    try {
      await world.turnsTo('2026-11-23 20:00')
      await world.says('陈静', '交办 @王强 报送进度 12月4日前')
      await world.says('李娜', '签收并分办 1')
      await world.says('李娜', '分办 1 @王强 请加快')
      await world.says('李娜', '撤销')
      await world.turnsTo('2026-11-24 09:00')
      const told = world.received('王强').join()
      expect(told).toContain('请加快')
      expect(told).toContain('李娜撤销了对1号的“分办”')
    } finally {
      await world.close()
    }
  })

  test('an extension into a year without a holiday notice says so on the card', async () => {
    const world = await openWorld()
    try {
      await world.says('陈静', '交办 @王强 报送进度 12月4日前')
      await world.says('李娜', '签收并分办 1')
      await world.says('李娜', '延期 1 到2027年3月5日 等批复')
      await world.says('陈静', '同意 1')
      expect((await world.matter(1)).provisional).toBe(true)
      expect(await world.says('王强', '查 1')).toContain('放假安排尚未公布')
    } finally {
      await world.close()
    }
  })

  test('a notice that may have arrived is corrected when its command is taken back', async () => {
    const world = await openWorld()
    const { store } = world.ground.bot.office
    try {
      await world.turnsTo('2026-11-23 20:00')
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      await store.turn(async (bound) => {
        const end = Number.MAX_SAFE_INTEGER
        const letters = await bound.outbox.claim('a process that died', end, 1, 500)
        for (const letter of letters)
          await bound.outbox.finish(letter, { state: 'ready', nextTry: letter.nextTry })
      })
      await world.says('陈静', '撤销')
      await world.turnsTo('2026-11-24 09:00')
      expect(world.received('李娜').join()).toContain('陈静撤销了对1号的“交办”')
    } finally {
      await world.close()
    }
  })
})
