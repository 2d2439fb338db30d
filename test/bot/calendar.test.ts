import { describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'
import { of2027 } from './notice.ts'

const announced = async (world: World, year: number) => {
  const { store } = world.ground.bot.office
  return (await store.look((bound) => bound.calendar.read())).announced(year)
}

describe('登记 放假通知', () => {
  test('is previewed festival by festival and counts only after the tap', async () => {
    const world = await openWorld()
    try {
      const shown = await world.says('马晓东', `登记 放假通知\n${of2027}`)
      expect(shown).toContain('2027年放假安排核对')
      expect(shown).toContain('国办发明电〔2026〕9号')
      expect(shown).toContain('2026年12月31日 周四 至 1月3日 周日，共4天')
      expect(shown).toContain('2026年12月27日 周日、2月13日 周六、2月14日 周日')
      expect(shown).toContain('端午\n6月9日 周三')
      expect(await announced(world, 2027)).toBe(false)
      expect(await world.taps('马晓东', '确认登记')).toContain('2027年放假安排已登记')
      expect(await announced(world, 2027)).toBe(true)
      expect(await world.taps('马晓东', '确认登记')).toContain('没有待确认的放假通知')
      expect(await world.says('陈静', '交办 金融科 报送进度 12月27日前')).toContain('调休上班')
      const { store } = world.ground.bot.office
      const history = await store.look((bound) => bound.journal.of('office'))
      expect(history.at(-1)).toMatchObject({
        verb: '登记',
        text: '2027年放假通知（国办发明电〔2026〕9号）',
      })
    } finally {
      await world.close()
    }
  })

  test('pasted alone is taken too; the same one again is said to be there already', async () => {
    const world = await openWorld()
    try {
      expect(await world.says('马晓东', of2027)).toContain('[确认登记]')
      await world.taps('马晓东', '确认登记')
      expect(await world.says('马晓东', of2027)).toContain('2027年的放假安排早已登记')
      expect(await world.says('陈静', of2027)).toContain('由管理员使用')
      expect(await world.says('马晓东', '登记 放假通知')).toContain('全文粘贴')
    } finally {
      await world.close()
    }
  })

  test('a wrong one is refused with each contradiction on a line of its own', async () => {
    const world = await openWorld()
    try {
      const wrong = of2027
        .replace('共4天', '共3天')
        .replace('（周六）、2月14日', '（周日）、2月14日')
      const said = await world.says('马晓东', `登记 放假通知 ${wrong}`)
      expect(said).toContain('元旦：12月31日（周四）至1月3日（周日）是4天，通知写的是3天。')
      expect(said).toContain('\n春节：2月13日（周六）在通知里写成了周日。')
      expect(said).not.toContain('[确认登记]')
      expect(await world.says('马晓东', '登记 放假通知 明天放假')).toContain('请粘贴通知全文')
      const past = of2027.replaceAll('2026年', '2019年').replaceAll('2027年', '2020年')
      expect(await world.says('马晓东', `登记 放假通知 ${past}`)).toMatch(
        /2020年已经过去|通知没有登记/,
      )
    } finally {
      await world.close()
    }
  })

  test('a corrected one shows the days that differ and takes the place of the first', async () => {
    const world = await openWorld()
    try {
      await world.says('马晓东', of2027)
      await world.taps('马晓东', '确认登记')
      const shown = await world.says('马晓东', of2027.replace('9月26日（周日）、', ''))
      expect(shown).toContain('与原来不同的日子（1天）')
      expect(shown).toContain('2027年9月26日 周日：改为休息')
      await world.taps('马晓东', '确认登记')
      const { store } = world.ground.bot.office
      const calendar = await store.look((bound) => bound.calendar.read())
      expect(calendar.isWorkday('2027-09-26')).toBe(false)
      expect(calendar.isWorkday('2027-10-09')).toBe(true)
    } finally {
      await world.close()
    }
  })
})

describe('登记 调休', () => {
  test('sets a day of the unit’s own above the notice, lists it, and takes it back', async () => {
    const world = await openWorld()
    try {
      const done = await world.says('马晓东', '登记 调休 2026年12月5日 上班 防汛值守')
      expect(done).toContain('已登记：12月5日 周六 上班（防汛值守）')
      const working = await world.says('陈静', '交办 金融科 报送进度 12月5日前')
      expect(working).toContain('12月5日 周六 18:00（调休上班）')
      expect(await world.says('马晓东', '登记 调休')).toContain(
        '12月5日 周六 上班：防汛值守（马晓东 11月23日 周一登记）',
      )
      expect(await world.says('马晓东', '登记 调休 取消 12月5日')).toContain('已取消 12月5日 周六')
      expect(await world.says('马晓东', '登记 调休 取消 12月5日')).toContain('没有自定')
      expect(await world.says('陈静', '查 1')).toContain('12月5日 周六 18:00（休息日）')
    } finally {
      await world.close()
    }
  })

  test('asks for what is missing and refuses what is past, needless or a range', async () => {
    const world = await openWorld()
    try {
      expect(await world.says('马晓东', '登记 调休 12月4日 休息')).toContain('请写明理由')
      expect(await world.says('马晓东', '登记 调休 休息 年终结账')).toContain('还缺：日期')
      expect(await world.says('马晓东', '登记 调休 12月4日 年终结账')).toContain('还缺：上班或休息')
      expect(await world.says('马晓东', '登记 调休 12月4日 上班 年终')).toContain('本来就上班')
      expect(await world.says('马晓东', '登记 调休 11月20日 休息 停电')).toContain('已过')
      expect(await world.says('马晓东', '登记 调休 12月3日至4日 休息 停电')).toContain('一天一句')
      expect(await world.says('陈静', '登记 调休 12月4日 休息 停电')).toContain('由管理员使用')
      const { store } = world.ground.bot.office
      expect(await store.look((bound) => bound.calendar.overrides())).toEqual([])
    } finally {
      await world.close()
    }
  })
})
