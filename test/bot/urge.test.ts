import { expect, test } from 'vitest'
import { openWorld } from '../world.ts'

test('催办 reaches the one whose step is next, once a day, and changes nothing else', async () => {
  const world = await openWorld()
  try {
    await world.says('陈静', '交办 金融科 报送拨付进度 11月24日前')
    world.received('李娜')
    expect(await world.says('陈静', '催办 1')).toContain('已催办1号')
    expect(world.received('李娜').join()).toContain(
      '陈静催办1号：临近时限，待金融科李娜签收，请抓紧办理',
    )
    expect(await world.says('陈静', '催办 1')).toContain('今天已催办过')
    expect(await world.says('韩立峰', '催办 1')).toContain('由交办领导、分管领导或督查室催办')
    expect(await world.says('李娜', '催办 1')).toContain('由交办领导、分管领导或督查室催办')
    await world.says('李娜', '签收并分办 1')
    await world.says('李娜', '分办 1 @王强')
    await world.turnsTo('2026-11-25 09:00')
    world.received('王强')
    const preview = await world.says('陈静', '催办 逾期')
    expect(preview).toContain('1号 报送拨付进度（逾期1天）：催王强')
    expect(world.received('王强').join()).not.toContain('催办')
    expect(await world.taps('陈静', '全部催办（1件）')).toContain('已催办1件逾期事项：1号')
    expect(world.received('王强').join()).toContain('陈静催办1号：已过时限')
    expect(await world.says('陈静', '催办 逾期')).toContain('没有需要您催办的逾期事项')
    expect((await world.matter(1)).status).toBe('in_progress')
  } finally {
    await world.close()
  }
})
