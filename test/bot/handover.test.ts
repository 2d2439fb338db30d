/** 交接: who moves to another unit does not silently take his old unit's matters along. */
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { engines } from '../store/stores.ts'
import { openWorld, type World } from '../world.ts'
import { dropRoster, moves, rosterFile } from './roster-file.ts'

const handlerOf = async (world: World, id: number) => {
  const { handler, proposed } = await world.matter(id)
  return world.ground.bot.office.store.look(async ({ people }) => {
    const directory = await people.directory()
    return directory.name(handler ?? proposed)
  })
}

describe.each(engines)('on %s', (engine) => {
  test('the old head gets the list, and one tap passes all of it on, with its history; a second does nothing', async () => {
    const world = await openWorld({ engine, pgUrl: inject('pgUrl') })
    onTestFinished(() => world.close())
    await world.says('陈静', '交办 @王强 报送进度 12月4日前')
    await world.says('李娜', '签收并分办 1')
    await world.says('王强', '报 1 完成60%')
    await world.says('陈静', '交办 @王强 汇总清单 12月8日前')
    for (const who of ['李娜', '王强']) world.received(who)
    expect(await moves(world, '王强', '预算科')).toContain(
      '调动人员在原科室的2件事项，已请原科室负责人交接',
    )
    // Her day's messages are used up: the question stands on the card of new work, and one tap shows it.
    expect(world.received('李娜').join()).toContain('王强已调到预算科，请交接金融科的2件事项')
    const asked = await world.says('李娜', '交接')
    expect(asked).toMatch(/1号 报送进度 · .*12月4日.*\n2号 汇总清单/)
    expect(asked).toContain('[交接给李娜]')
    expect(await handlerOf(world, 1)).toBe('王强')
    expect(await world.says('赵敏', '交接 @王强')).toContain('由科室负责人、督查室使用')
    expect(await world.taps('李娜', '交接给李娜')).toContain('王强的2件事项已交接给李娜：1号、2号')
    expect(await handlerOf(world, 1)).toBe('李娜')
    expect(await handlerOf(world, 2)).toBe('李娜')
    expect(await world.matter(1)).toMatchObject({ percent: 60, status: 'in_progress' })
    expect(await world.verbs(1)).toEqual(['交办', '签收', '分办', '报', '交接'])
    expect(world.received('王强').join()).toContain('您在原科室的以下事项已交接（2件）')
    expect(await world.says('李娜', '待办')).toContain('1号 报送进度')
    expect(await world.says('李娜', '交接 @王强')).toContain('没有待交接的事项')
    expect(await world.says('李娜', '撤销')).toContain('已撤销：交接')
    expect(await handlerOf(world, 1)).toBe('王强')
    expect(await world.says('李娜', '交接 预算科王强的事项 给 @赵敏')).toContain('赵敏不在金融科')
    expect(await world.says('李娜', '交接 预算科王强的事项 给 @史丽萍')).toContain('已交接给史丽萍')
    expect(world.received('史丽萍').join()).toContain('王强调离，以下事项由您接办（2件）')
    expect(await handlerOf(world, 2)).toBe('史丽萍')
  })
})

test('who still works in the unit passes nothing on that way, and a unit with another name keeps its work', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  await world.says('陈静', '交办 @王强 报送进度 12月4日前')
  await world.says('李娜', '签收并分办 1')
  expect(await world.says('李娜', '交接 @王强')).toContain('王强仍在金融科')
  expect(await world.says('陈静', '交接 @王强')).toContain('没有待交接的事项')
  const renamed = await rosterFile(world, (row) =>
    row[1] === '金融科' ? [row[0]!, '金融服务科', ...row.slice(2)] : row,
  )
  await dropRoster(world, renamed)
  expect(await world.taps('马晓东', '确认登记')).not.toContain('请原科室负责人交接')
  expect(await handlerOf(world, 1)).toBe('王强')
})
