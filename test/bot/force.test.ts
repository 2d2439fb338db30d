import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSheets } from '../../src/views/sheet.ts'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const office = () => world.ground.bot.office.store.look((store) => store.people.directory())
const seats = async (name: string) => {
  const directory = await office()
  const force = directory.unitNamed(name)
  return (
    force && [directory.name(force.head), ...force.members.map((id) => directory.name(id)).sort()]
  )
}

describe('专班 by a sentence', () => {
  test('has a leader, members of several units and a last day; they are told, and it takes matters', async () => {
    world.received('王强')
    const said = '成立数据要素提升专班，由@李娜牵头，成员 @王强、@赵敏、国库科郝俊峰，12月31日前'
    expect(await world.says('马晓东', said)).toContain('已组建数据要素提升专班')
    expect(await seats('数据要素专班')).toEqual(['李娜', ...['王强', '赵敏', '郝俊峰'].sort()])
    expect((await office()).unitNamed('数据要素专班')?.ends).toBe('2026-12-31')
    expect(world.received('王强').join()).toContain('您已列入数据要素提升专班')
    expect(await world.says('陈静', '交办 数据要素专班 汇总数据资源目录 12月15日前')).toContain(
      '已交办数据要素提升专班',
    )
    expect(await world.says('李娜', '签收 1')).toContain('1号已签收')
    expect(await world.says('马晓东', '撤销')).toContain('专班已有事项（1号）')
  })

  test('without an end, without members, twice, or by anybody else it is not formed', async () => {
    expect(await world.says('马晓东', '专班新建 甲专班 牵头 @李娜 成员 @王强')).toContain(
      '截止日期',
    )
    expect(await world.says('马晓东', '专班新建 甲专班 成员 @王强 截止 12月31日')).toContain(
      '牵头人',
    )
    expect(await world.says('马晓东', '专班新建 甲专班 牵头 @李娜 截止 12月31日')).toContain('成员')
    expect(
      await world.says('马晓东', '专班新建 甲专班 牵头 @李娜 成员 预算科 截止 12月31日'),
    ).toContain('成员请写到人')
    expect(
      await world.says('马晓东', '专班新建 数据要素专班 牵头 @李娜 成员 @王强 截止 12月31日'),
    ).toContain('已有数据要素提升专班')
    expect(
      await world.says('马晓东', '专班新建 甲专班 牵头 @李娜 成员 @王强 截止 2029年12月31日'),
    ).toContain('E-FORCE-5')
    expect(
      await world.says('陈静', '专班新建 甲专班 牵头 @李娜 成员 @王强 截止 12月31日'),
    ).toContain('由管理员使用')
    expect(await seats('甲专班')).toBeUndefined()
  })

  test('专班名单 shows all of them, or one with its people', async () => {
    expect(await world.says('王强', '专班')).toContain('专班8个')
    const one = await world.says('王强', '数据要素专班名单')
    for (const name of ['李娜', '金融科王强', '国库科郝俊峰', '12月31日'])
      expect(one).toContain(name)
    expect(await world.says('王强', '专班名单 预算科')).toContain('预算科不是专班')
  })
})

describe('专班 by a sheet', () => {
  const drop = async (
    rows: (string | number)[][],
    titles = ['专班名称', '牵头人', '成员', '截止日期'],
  ) => {
    const columns = titles.map((title) => ({ title }))
    const bytes = await writeSheets([{ name: '专班', columns, rows }], world.ground.clock.now())
    world.received('马晓东')
    await world.ground.street.sendFile(personNamed('马晓东').openId, 'bot', '专班名单.xlsx', bytes)
    await world.ground.bot.settled()
    await world.ground.bot.settled()
    return world.received('马晓东').join('\n')
  }

  test('says line by line what is wrong, and changes nothing while anything is', async () => {
    const answer = await drop([
      ['乙专班', '李娜', '王强、路人甲', '2026-12-31'],
      ['', '张伟', '', '年底'],
      ['乙专班', '李娜', '王强', '2026-12-31'],
      ['丙专班', '李娜', '王强', '2026-01-01'],
      ['预算科', '李娜', '王强', '2026-12-31'],
    ])
    for (const wrong of [
      '第2行：成员“路人甲”不在名册中',
      '第3行：专班名称为空',
      '第3行：牵头人“张伟”有2位',
      '第3行：成员为空',
      '第3行：截止日期“年底”不是日期',
      '第4行：乙专班与第2行重复',
      '第5行：专班的截止日期已经过去',
      '第6行：预算科不是专班',
    ])
      expect(answer).toContain(wrong)
    expect(answer).not.toContain('[确认登记]')
    expect(await drop([['乙专班', '李娜']], ['专班名称', '牵头人'])).toContain(
      '缺少“成员”、“截止日期”列',
    )
    expect(await seats('乙专班')).toBeUndefined()
  })

  test('is confirmed as a whole: formed and changed, and taken back as a whole', async () => {
    const before = await seats('数据要素专班')
    const answer = await drop([
      ['乙专班', '国库科郝俊峰', '王强、@赵敏', '2026年12月31日'],
      ['数据要素提升专班', '李娜', '赵敏', '2027/1/29'],
    ])
    expect(answer).toContain('新建1个：乙专班')
    expect(answer).toContain('调整1个：数据要素提升专班')
    expect(await seats('乙专班')).toBeUndefined()
    expect(await world.taps('马晓东', '确认登记')).toContain('新建1个，调整1个')
    expect(await seats('乙专班')).toEqual(['郝俊峰', ...['王强', '赵敏'].sort()])
    expect(await seats('数据要素专班')).toEqual(['李娜', '赵敏'])
    expect(await world.taps('马晓东', '确认登记')).toContain('没有待确认的专班名单')
    expect(await world.says('马晓东', '撤销')).toContain('已撤销：专班名单')
    expect(await seats('乙专班')).toBeUndefined()
    expect(await seats('数据要素专班')).toEqual(before)
  })
})
