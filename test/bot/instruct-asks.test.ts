/** 批示 alone asks what it is for in a way that teaches, and changes nothing. */
import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../world.ts'

test('the word alone names both ways to go on, each with a sentence', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  await world.says('陈静', '交办 金融科 报送进度 12月4日前')
  for (const where of [undefined, '督办工作群']) {
    const asked = await world.says('郑国栋', '批示', where)
    expect(asked).toContain('还缺：对哪件事、怎么办。已有的事，写编号和要求')
    expect(asked).toContain('还没有立项的事，写明哪个科室、几时办结，批示即立项')
    expect(asked).toContain('批示 3 请每周五前报一次进展')
    expect(asked).toContain('批示 请预算科三日内拿出意见')
  }
  expect(await world.says('郑国栋', '批示 1')).toContain('还缺：内容')
  expect(await world.verbs(1)).toEqual(['交办'])
})
