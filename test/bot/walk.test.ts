import { describe, expect, inject, test } from 'vitest'
import { openWorld } from '../world.ts'

const pgUrl = inject('pgUrl')
const ways = [
  { engine: 'sqlite', mode: 'webhook' },
  { engine: 'sqlite', mode: 'socket' },
  ...(pgUrl ? [{ engine: 'postgres', mode: 'webhook' } as const] : []),
] as const

describe.each(ways)('one matter from a sentence to 销号 ($engine, $mode)', ({ engine, mode }) => {
  test('assigned in a group, signed, handed out, reported, closed, graded, struck off', async () => {
    const world = await openWorld({ engine, mode, pgUrl })
    const group = '督办工作群'
    try {
      const assigned = await world.says(
        '陈静',
        '交办 @李娜 报送惠企贴息资金拨付进度 12月4日前 依据 局党组2026-18号',
        group,
      )
      expect(assigned).toContain('已交办金融科李娜，1号，时限 下周五 12月4日 18:00')
      expect(await world.matter(1)).toMatchObject({
        title: '报送惠企贴息资金拨付进度',
        basis: '局党组2026-18号',
        status: 'assigned',
        formal: '2026-交办-001',
      })
      expect(world.received('李娜').join()).toContain('陈静交办1号，请签收')

      expect(await world.taps('李娜', '签收')).toBe('1号已签收，请分办承办人。')
      expect(await world.says('李娜', '分办 1 @王强 先摸底再拿方案')).toContain('1号已分办给王强')
      expect(world.received('王强').join()).toContain('李娜将1号分办给您：先摸底再拿方案')

      expect(await world.says('王强', '报1已走访12家企业，完成60%')).toContain(
        '已记1号进展（完成60%）',
      )
      expect(await world.taps('王强', '汇报', undefined, { text: '已形成初稿' })).toContain(
        '已记1号进展',
      )
      expect(await world.matter(1)).toMatchObject({ percent: 60, report: { text: '已形成初稿' } })

      expect(await world.says('李娜', '办结 1 方案已报送市政府办')).toContain('1号已申请办结，待')
      expect(await world.says('陈静', '同意 1 优秀')).toContain('1号审核通过（优秀），待销号')
      expect(await world.says('陈静', '销号 1')).toContain('1号已销号')
      expect(await world.matter(1)).toMatchObject({ status: 'closed_out', grade: '优秀' })
      expect(await world.verbs(1)).toEqual([
        '交办',
        '签收',
        '分办',
        '报',
        '报',
        '办结',
        '同意',
        '销号',
      ])
      const checked = await world.ground.bot.office.store.look((store) => store.journal.verify())
      expect(checked.broken).toEqual([])
    } finally {
      await world.close()
    }
  })
})
