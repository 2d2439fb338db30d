import { expect, test } from 'vitest'
import { appointKeeper } from '../../src/bot/keeper.ts'
import { openWorld, personNamed } from '../world.ts'

test('the keeper of the settings is an 管理员, by open_id or by mobile', async () => {
  const world = await openWorld()
  const { store } = world.ground.bot.office
  const admins = () =>
    store.look(async (bound) =>
      (await bound.people.directory()).withRole('admin').map((one) => one.name),
    )
  try {
    expect(await appointKeeper(store, personNamed('王强').openId)).toBe(true)
    expect(await appointKeeper(store, personNamed('赵敏').mobile)).toBe(true)
    expect(await appointKeeper(store, '13999999999')).toBe(false)
    expect((await admins()).sort()).toEqual(['王强', '赵敏', '马晓东'].sort())
    expect(await world.says('王强', '登记')).toContain('花名册')
  } finally {
    await world.close()
  }
})
