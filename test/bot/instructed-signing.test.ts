import { expect, test } from 'vitest'
import { openWorld } from '../world.ts'

test('what a 批示 begins has its limit for signing: past it the light is red and the head is told', async () => {
  const world = await openWorld()
  try {
    await world.says('李明远', '批示 请预算科12月11日前拿出意见')
    const born = await world.matter(1)
    expect(born.steps.map((step) => [step.name, step.ends])).toEqual([['签收', 'sign']])
    expect(await world.says('陈静', '查 1')).not.toContain('🔴')
    await world.turnsTo('2026-11-25 09:10')
    expect(world.received('杜建华').join()).toContain('请尽快签收并分办')
    expect(await world.says('陈静', '待办 预算科')).toContain('待签收')
  } finally {
    await world.close()
  }
})
