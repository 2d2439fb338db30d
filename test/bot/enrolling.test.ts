import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../src/sample/people.ts'
import { writeSheets } from '../../src/views/sheet.ts'
import { openWorld, personNamed, type World } from '../world.ts'

const POSTS = {
  principal: '主要领导',
  leader: '分管领导',
  division: '其他处级',
  head: '科长',
  deputy: '副科长',
  staff: '科员',
}
const ROLES = {
  supervisor: '督查员',
  secretary: '会议秘书',
  admin: '管理员',
  liaison: '联络员',
  counter: '窗口',
  party: '党务',
}

describe('the roster dropped into the chat', () => {
  let world: World
  const keeper = personNamed('马晓东').openId
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const roster = (change: (row: string[]) => string[] | undefined = (row) => row) => {
    const rows = people.flatMap((one) => {
      const roles = one.roles.map((role) => ROLES[role]).join('、')
      const row = change([one.name, one.unit, one.title, POSTS[one.post], one.mobile, roles])
      return row ? [row] : []
    })
    const columns = ['姓名', '部门', '职务', '岗位', '手机号', '职责'].map((title) => ({ title }))
    return writeSheets([{ name: '花名册', columns, rows }], world.ground.clock.now())
  }
  const drop = async (bytes: Uint8Array, name = '花名册.xlsx') => {
    world.received('马晓东')
    await world.ground.street.sendFile(keeper, 'bot', name, bytes)
    await world.ground.bot.settled()
    await world.ground.bot.settled()
    return world.received('马晓东').join('\n')
  }

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
