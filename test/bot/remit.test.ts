import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

test('谁管 names unit, person and post, in a group too, and nobody’s telephone', async () => {
  const said = await world.says('陈静', '谁管 贴息', '督办工作群')
  expect(said).toContain('“贴息”请找：金融科 史丽萍（二级主任科员）')
  expect(said).not.toContain(personNamed('史丽萍').mobile)
  expect(await world.says('刘洋', '贴息归谁管？')).toContain('史丽萍')
  expect(await world.says('刘洋', '谁管 tiexi')).toContain('相近的有：金融科 史丽萍')
  expect(await world.says('刘洋', '谁管 停车收费')).toContain(
    '没有登记谁管“停车收费”，请问办公室周志刚',
  )
})

test('a duty is noted by the unit’s head or the keeper, found at once, and taken back', async () => {
  expect(await world.says('杜建华', '登记职责 @王强 供应链金融')).toContain(
    '由本科室负责人或管理员登记',
  )
  expect(await world.says('李娜', '登记职责 @王强 供应链金融、保')).toContain('请写2至20字')
  const done = await world.says('李娜', '登记 职责 @王强 供应链金融、贴息')
  expect(done).toContain('已登记金融科王强负责：供应链金融、贴息')
  expect(await world.says('刘洋', '谁管供应链金融')).toContain('金融科 王强')
  expect((await world.says('刘洋', '谁管贴息')).split('\n')).toHaveLength(3)
  await world.says('李娜', '撤销')
  expect(await world.says('刘洋', '谁管 供应链金融')).not.toContain('请找')
  expect(await world.says('刘洋', '谁管 银企对接')).toContain('金融科 王强')
})
