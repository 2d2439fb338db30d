import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'
import { dropRoster, rosterFile } from './roster-file.ts'

describe('the roster dropped into the chat', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const roster = (change?: Parameters<typeof rosterFile>[1]) => rosterFile(world, change)
  const drop = (bytes: Uint8Array) => dropRoster(world, bytes)

  test('is previewed, changes nothing until it is confirmed, and then as a whole', async () => {
    const answer = await drop(
      await roster((row) => {
        if (row[0] === '赵敏') return [row[0], '金融科', ...row.slice(2)]
        return row[0] === '王强' ? undefined : row
      }),
    )
    expect(answer).toContain('正在核对')
    expect(answer).toContain('共119人。调动1人，离任1人，其余118人不变')
    const unit = async (name: string) =>
      world.ground.bot.office.store.look(async (store) => {
        const directory = await store.people.directory()
        return directory.unitName(directory.named(name)[0]?.unit ?? null)
      })
    expect(await unit('赵敏')).toBe('农业农村科')
    expect(await world.taps('马晓东', '确认登记')).toContain('花名册已登记')
    expect(await unit('赵敏')).toBe('金融科')
    expect(await unit('王强')).toBe('')
    expect(await world.says('王强', '待办')).toContain('不在本单位名册中')
    await expect(world.taps('马晓东', '确认登记')).resolves.toContain('没有待确认的花名册')
  })

  test('with anything wrong in it is refused line by line, and nothing is half imported', async () => {
    const answer = await drop(
      await roster((row) =>
        row[0] === '李娜' ? [...row.slice(0, 4), '12345', row[5] ?? ''] : row,
      ),
    )
    expect(answer).toMatch(/第\d+行：/)
    expect(answer).not.toContain('[确认登记]')
  })

  test('that would leave nobody to mend anything is not taken over', async () => {
    await drop(await roster((row) => [...row.slice(0, 5), '']))
    await world.taps('马晓东', '确认登记')
    const { store } = world.ground.bot.office
    const directory = await store.look((bound) => bound.people.directory())
    expect(directory.withRole('admin').map((one) => one.name)).toEqual(['马晓东'])
  })

  test('that cannot be read at all is answered with what to do', async () => {
    expect(await drop(new TextEncoder().encode('not a workbook'))).toContain('E-SHEET')
  })

  test('from somebody else is not taken', async () => {
    world.received('赵敏')
    await world.ground.street.sendFile(
      personNamed('赵敏').openId,
      'bot',
      '名册.xlsx',
      await roster(),
    )
    await world.ground.bot.settled()
    expect(world.received('赵敏').join()).toContain('管理员')
  })
})
