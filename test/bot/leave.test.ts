import { describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await openWorld()
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

const texts = (world: World, who: string) => world.received(who).join('\n')

describe('on leave', () => {
  test('the stand-in is told, gets what would be the absent person’s, who gets nothing; back again nothing is doubled', () =>
    inWorld(async (world) => {
      expect(await world.says('李娜', '请假 明天至11月25日 代办 @史丽萍')).toContain(
        '已登记请假：11月24日 周二 至 11月25日 周三，由金融科史丽萍代办。10分钟内可说“撤销”',
      )
      expect(texts(world, '史丽萍')).toContain(
        '金融科李娜11月24日 周二 至 11月25日 周三请假，由您代办',
      )
      await world.turnsTo('2026-11-24 09:00')
      world.received('李娜')
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      expect(world.received('李娜')).toEqual([])
      expect(texts(world, '史丽萍')).toContain('代@李娜')
      expect(await world.says('史丽萍', '待办')).toContain('代@李娜 1号 报送进度')
      expect(await world.taps('史丽萍', '签收')).toContain('已签收')
      await world.says('史丽萍', '分办 1 @王强')
      expect(await world.says('史丽萍', '历史 1')).toContain('史丽萍（代李娜） 签收')
      await world.says('王强', '报 1 完成60%')
      await world.says('史丽萍', '办结 1 已报送')
      await world.says('陈静', '同意 1')
      expect(world.received('李娜')).toEqual([])
      await world.turnsTo('2026-11-26 09:00')
      expect(await world.says('史丽萍', '待办')).not.toContain('代@')
      expect(await world.says('史丽萍', '签收 1')).toContain('E-RIGHT')
      await world.says('陈静', '销号 1')
      expect(texts(world, '李娜')).toContain('1号已销号')
      expect(texts(world, '史丽萍')).not.toContain('已销号')
      expect(await world.verbs(1)).toEqual(['交办', '签收', '分办', '报', '办结', '同意', '销号'])
    }))

  test('a notice written before the leave goes to the stand-in when it is sent during it', () =>
    inWorld(async (world) => {
      await world.turnsTo('2026-11-23 20:00')
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      await world.says('李娜', '请假 明天 代办 @史丽萍')
      world.received('李娜')
      await world.turnsTo('2026-11-24 09:00')
      expect(world.received('李娜')).toEqual([])
      expect(texts(world, '史丽萍')).toContain('陈静交办1号')
    }))

  test('without a stand-in the head acts by rule and is told so; the head’s own place the deputy takes', () =>
    inWorld(async (world) => {
      expect(await world.says('王强', '请假 今天')).toContain('按规定由金融科李娜代办')
      expect(texts(world, '李娜')).toContain('未指定代办人，按规定由您代办')
      expect(await world.says('李娜', '请假 今天')).toContain('按规定由金融科邱海峰代办')
      await world.says('陈静', '交办 金融科 报送进度 12月4日前')
      expect(texts(world, '邱海峰')).toContain('代@李娜')
    }))

  test('nobody reviews his own house’s work by standing in, whatever he says', () =>
    inWorld(async (world) => {
      for (const one of ['陈静', '梁书航', '宋婉清'])
        await world.says(one, '请假 今天至11月27日 代办 @史丽萍')
      await world.says('李明远', '交办 金融科 报送进度 12月4日前')
      await world.says('李娜', '分办 1 @王强')
      await world.says('李娜', '办结 1 已报送')
      expect(await world.says('史丽萍', '同意 1')).toContain('E-RIGHT-6')
      expect((await world.matter(1)).status).toBe('close_requested')
    }))

  test('overlaps, an absent stand-in and oneself as stand-in are asked about or refused; one tap confirms', () =>
    inWorld(async (world) => {
      await world.says('王强', '请假 12月1日至5日 代办 @史丽萍')
      expect(await world.says('王强', '请假 12月1日至5日 代办 @史丽萍')).toContain('不用重复登记')
      expect(await world.says('王强', '请假 12月3日至8日 代办 @江晓辉')).toContain('重叠')
      await world.taps('王强', '改为12月3日 周四 至 12月8日 周二，江晓辉代办')
      const stored = () => world.ground.bot.office.store.look((store) => store.absences.open())
      expect(await stored()).toMatchObject([{ from: '2026-12-03', to: '2026-12-08' }])
      expect(texts(world, '史丽萍')).toContain('不再需要您代办')
      expect(await world.says('李娜', '请假 12月7日 代办 @王强')).toContain(
        '王强2026-12-03至2026-12-08也请假',
      )
      expect(await world.says('李娜', '请假 12月7日 代办 @李娜')).toContain(
        '代办人不能是请假的本人',
      )
      expect(await stored()).toHaveLength(1)
    }))

  test('销假 ends it from today; of several to come it asks which', () =>
    inWorld(async (world) => {
      await world.says('王强', '请假 今天至11月27日 代办 @史丽萍')
      await world.says('王强', '请假 12月1日 代办 @史丽萍')
      await world.says('王强', '请假 12月8日 代办 @史丽萍')
      await world.turnsTo('2026-11-25 09:00')
      expect(await world.says('王强', '销假')).toContain('已销假')
      const stored = () => world.ground.bot.office.store.look((store) => store.absences.open())
      expect((await stored()).map((one) => one.to)).toEqual([
        '2026-11-24',
        '2026-12-01',
        '2026-12-08',
      ])
      expect(await world.says('王强', '销假')).toContain('登记了2次请假')
      await world.taps('王强', '12月8日 周二')
      expect((await stored()).map((one) => one.to)).toEqual(['2026-11-24', '2026-12-01'])
      await world.says('王强', '撤销')
      expect((await stored()).map((one) => one.to)).toEqual([
        '2026-11-24',
        '2026-12-01',
        '2026-12-08',
      ])
    }))

  test('an administrator enters another’s leave; nobody else does, and a name without a word is asked about', () =>
    inWorld(async (world) => {
      expect(await world.says('马晓东', '请假 @李娜 明天 代办 @史丽萍')).toContain('已登记李娜请假')
      expect(await world.says('王强', '请假 @李娜 12月1日')).toContain('是请其代办吗')
      await world.taps('王强', '我请假，由李娜代办')
      expect(texts(world, '李娜')).toContain('金融科王强12月1日 周二请假，由您代办')
      expect(await world.says('王强', '销假 @李娜')).toContain('E-LEAVE-8')
    }))
})
