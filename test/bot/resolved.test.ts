/** What a meeting settled is told to the next one as it came out: done, withdrawn, or never registered. */
import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../world.ts'

test('what was registered and taken back is not told; what was withdrawn is, and not as done', async () => {
  const world = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
  onTestFinished(() => world.close())
  await world.says(
    '刘洋',
    '纪要 服务企业周例会\n1. 金融科 12月4日前拿出方案\n2. 预算科 12月4日前核对底数',
  )
  await world.says('刘洋', '全部立项 服务企业周例会')
  await world.says('刘洋', '撤销')
  await world.says('刘洋', '全部立项 服务企业周例会')
  await world.says('郑国栋', '撤项 3 上级已另行部署')
  const agenda = await world.says('刘洋', '议程 服务企业周例会')
  expect(agenda).toContain('上次议定事项落实情况（2，已办结0）')
  expect(agenda).toContain('3号 拿出方案 · 金融科 · 已撤项')
  expect(agenda).toContain('4号 核对底数')
  expect(agenda).not.toContain('1号')
})
