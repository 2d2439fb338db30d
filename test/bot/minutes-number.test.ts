/** 第几次: a paper of a meeting that was not yet is not taken as it says; one tap tells of which it is. */
import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../world.ts'

const MEETING = '服务企业周例会'

test('the first number tells how the house counts; what lies beyond the next meeting is asked about', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  const of = (meeting: number) =>
    world.ground.bot.office.store.look(async ({ resolutions }) =>
      (await resolutions.of({ series: 2, meeting })).map((one) => one.title),
    )
  await world.says('刘洋', `纪要 ${MEETING}第147次 金融科12月4日前拿出方案`)
  expect(await of(147)).toEqual(['拿出方案'])
  const asked = await world.says('刘洋', `纪要 ${MEETING} 第199次 国库科12月8日前兑付贴息`)
  expect(asked).toContain(`“${MEETING}”最近一次是第147次，还没有第199次。这是哪一次的纪要`)
  expect(asked).toMatch(/\[第147次\]\n\[第148次（下次）\]\n\[确是第199次\]/)
  expect(await of(199)).toEqual([])
  await world.taps('刘洋', '第147次')
  expect(await of(147)).toEqual(['拿出方案', '兑付贴息'])
  expect(await world.says('刘洋', `纪要 ${MEETING} 第199次 无误 草稿 1`)).toContain('已经用过了')
  // The paper's own title is no better than a word; and the same tap works where the number stands in it.
  await world.says('刘洋', `纪要\n${MEETING}第0次会议纪要\n预算科12月9日前报送底数`)
  expect(await of(0)).toEqual([])
  await world.taps('刘洋', '第148次（下次）')
  expect(await of(148)).toEqual(['报送底数'])
  await world.says('刘洋', `纪要 ${MEETING} 第300次 金融科12月9日前汇总清单`)
  await world.taps('刘洋', '确是第300次')
  expect(await of(300)).toEqual(['汇总清单'])
  expect(await world.says('刘洋', `纪要 ${MEETING}第200次`)).toContain(
    `没有${MEETING}第200次的纪要。待确认的是第300次`,
  )
})

test('a name that nobody carries is marked on the draft, is nobody’s task, and goes when somebody is named', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  const page = await world.says('刘洋', `纪要 ${MEETING} 由张三牵头，12月4日前拿出方案`)
  expect(page).toContain('1. 拿出方案 · 承办单位待定（未识别“张三”） · 12月4日 周五')
  expect(await world.says('刘洋', '议定 1')).toContain('还缺：承办单位')
  const changed = await world.says('刘洋', '改议定 1 金融科')
  expect(changed).toContain('金融科')
  expect(changed).not.toContain('未识别')
  expect(changed).toContain('由张三牵头')
})
