/** Few messages: a day's allowance, one card for the work that still comes, the page next morning, quiet hours. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const reasons = async (who: string) => {
  const { store } = world.ground.bot.office
  return store.look(async (bound) => {
    const person = (await bound.people.directory()).named(who)[0]!
    return (await bound.allowance.folded(`p:${person.id}`)).map((one) => one.reason)
  })
}
const gathered = (who: string) =>
  world.ground.street
    .cards(personNamed(who).openId)
    .map(({ card }) => JSON.stringify(card))
    .findLast((card) => card.includes('新到事项'))

async function assignFive(): Promise<void> {
  for (const [i, what] of ['一', '二', '三', '四', '五'].entries()) {
    await world.turnsTo(`2026-11-23 09:1${i}`)
    await world.says('陈静', `交办 金融科 报送材料${what} 12月${4 + i}日前`)
  }
}

describe('a day’s allowance', () => {
  test('the third message gathers the work that still comes; it grows in place and makes no further noise', async () => {
    await assignFive()
    const told = world.received('李娜')
    expect(told).toHaveLength(3)
    expect(told[0]).toContain('陈静交办1号，请签收')
    expect(told[1]).toContain('陈静交办2号，请签收')
    expect(told[2]).toContain('新到事项（3件）')
    for (const id of [3, 4, 5]) expect(told[2]).toContain(`陈静交办${id}号，请签收`)
    expect(told[2]).toContain('[签收]')
    expect(await reasons('李娜')).toEqual(['并入简报', '并入简报', '并入简报'])
  })

  test('what comes in an absent colleague’s place counts in the stand-in’s own day, and nothing of it is lost', async () => {
    await world.says('李娜', '请假 11月24日 代办 @史丽萍')
    await world.turnsTo('2026-11-24 09:02')
    for (const who of ['史丽萍', '李娜']) world.received(who)
    for (const [i, what] of ['甲', '乙'].entries()) {
      await world.turnsTo(`2026-11-24 09:0${3 + i}`)
      await world.says('陈静', `交办 预算科 核对数据${what} 12月${4 + i}日前 协办 @史丽萍`)
    }
    for (const [i, what] of ['一', '二', '三', '四'].entries()) {
      await world.turnsTo(`2026-11-24 09:1${i}`)
      await world.says('陈静', `交办 金融科 报送材料${what} 12月${4 + i}日前`)
    }
    const told = world.received('史丽萍')
    expect(told).toHaveLength(3)
    expect(told[2]).toContain('新到事项')
    expect(world.received('李娜')).toEqual([])
    for (const id of [3, 4, 5, 6]) expect(gathered('史丽萍')).toContain(`交办${id}号`)
  })

  test('a tap on the gathered card acts, and the card follows what has been done', async () => {
    await assignFive()
    expect(await world.taps('李娜', '签收')).toContain('已签收')
    expect(gathered('李娜')).toContain('新到事项')
    await world.says('李娜', '签收 4')
    await world.says('李娜', '分办 4 @王强')
    expect(gathered('李娜')).toContain('新到事项（2件）')
    await world.says('李娜', '退签 5 不属我科职责，建议预算科')
    expect(gathered('李娜')).toContain('新到事项（1件）')
    expect(gathered('李娜')).not.toContain('交办5号')
  })

  test('news about work on the gathered card takes the place of its line; the work stays', async () => {
    await assignFive()
    await world.says('陈静', '改 5 截止 12月18日')
    await world.says('陈静', '交办 金融科 报送材料六 12月9日前')
    expect(gathered('李娜')).toContain('新到事项（4件）')
    expect(gathered('李娜')).toContain('陈静将5号时限由')
    expect(gathered('李娜')).not.toContain('交办5号')
  })

  test('next morning’s card tells what still waits, once; what was done meanwhile is not told', async () => {
    await assignFive()
    await world.says('李娜', '退签 5 不属我科职责，建议预算科')
    world.received('李娜')
    await world.turnsTo('2026-11-24 08:39')
    expect(world.received('李娜')).toEqual([])
    await world.turnsTo('2026-11-24 08:45')
    const [page, ...more] = world.received('李娜')
    expect(more).toEqual([])
    expect(page).toContain('今日待办 11月24日 周二')
    expect(page).toContain('并入的消息（2）')
    expect(page).not.toContain('交办5号')
    expect(await reasons('李娜')).toEqual([])
    await world.turnsTo('2026-11-25 08:45')
    expect(world.received('李娜').filter((text) => text.includes('今日待办'))).toEqual([])
  })

  test('news waits for the page already where work would still go out', async () => {
    await assignFive()
    await world.says('李娜', '签收并分办 1')
    await world.says('李娜', '签收 2')
    await world.says('李娜', '分办 2 @王强')
    await world.says('李娜', '签收 3')
    await world.says('李娜', '分办 3 @王强')
    await world.says('李娜', '分办 3 @秦玉洁')
    const told = world.received('王强')
    expect(told).toHaveLength(2)
    await world.turnsTo('2026-11-24 08:45')
    expect(world.received('王强').join()).toContain('3号已改由秦玉洁办理')
  })

  test('the answers that somebody asked for count too: past the last message they come on the day’s card, once', async () => {
    await assignFive()
    world.received('李娜')
    for (const id of [1, 2]) {
      await world.says('李娜', `签收 ${id}`)
      await world.says('李娜', `分办 ${id} @王强`)
      await world.says('李娜', `延期 ${id} 到12月18日 等批复`)
      await world.says('陈静', `同意 ${id}`)
    }
    expect(world.received('李娜').filter((text) => text.includes('准予延期'))).toEqual([])
    for (const id of [1, 2]) expect(gathered('李娜')).toContain(`${id}号准予延期`)
    await world.turnsTo('2026-11-24 08:45')
    const page = world.received('李娜').join()
    expect(page).not.toContain('准予延期')
  })

  test('the keeper sets another number, and 撤销 takes it back', async () => {
    expect(await world.says('马晓东', '每日条数 5')).toContain('最多5条（原为3条）')
    await assignFive()
    const told = world.received('李娜')
    expect(told).toHaveLength(5)
    expect(told.filter((text) => text.includes('新到事项'))).toHaveLength(1)
    await world.says('马晓东', '每日条数 9')
    await world.says('马晓东', '撤销')
    expect(await world.says('马晓东', '每日条数')).toContain('最多5条')
    expect(await world.says('李娜', '每日条数 9')).toContain('由管理员使用')
  })

  test('a line that was taken back goes from the card and from the page', async () => {
    await assignFive()
    await world.says('陈静', '撤销')
    expect(gathered('李娜')).toContain('新到事项（2件）')
    await world.turnsTo('2026-11-24 08:45')
    expect(world.received('李娜').join()).not.toContain('5号')
  })

  test('what comes before the morning’s page joins it', async () => {
    await world.turnsTo('2026-11-23 20:00')
    for (const what of ['一', '二', '三', '四'])
      await world.says('陈静', `交办 金融科 报送材料${what} 12月4日前`)
    await world.turnsTo('2026-11-24 09:00')
    const told = world.received('李娜')
    expect(told).toHaveLength(2)
    expect(told[0]).toContain('交办1号')
    expect(told[1]).toContain('并入的消息（3）')
  })

  test('a head learns in the morning what falls due in his unit that day', async () => {
    await world.says('陈静', '交办 @王强 报送材料 11月24日前')
    await world.says('李娜', '签收并分办 1')
    world.received('李娜')
    await world.turnsTo('2026-11-24 08:45')
    const told = world.received('李娜').join()
    expect(told).toContain('今天到期（1）')
    expect(told).toContain('1号 报送材料')
  })
})

describe('免打扰', () => {
  test('messages wait for the end of the quiet hours, off the full hour, inside the window', async () => {
    expect(await world.says('李娜', '免打扰 9:05-11:00')).toContain('每天09:05至11:00')
    await world.turnsTo('2026-11-23 09:30')
    await world.says('陈静', '交办 金融科 报送进度 12月4日前')
    world.received('李娜')
    await world.turnsTo('2026-11-23 11:00')
    expect(world.received('李娜')).toEqual([])
    await world.turnsTo('2026-11-23 11:02')
    expect(world.received('李娜').join()).toContain('请签收')
  })

  test('his own answers come at once; 取消 and 撤销 end it', async () => {
    await world.says('李娜', '免打扰 8:10-12:00')
    expect(await world.says('李娜', '待办')).toContain('我的待办')
    expect(await world.says('李娜', '免打扰')).toContain('08:10至12:00')
    expect(await world.says('李娜', '免打扰 取消')).toContain('已取消免打扰')
    await world.says('李娜', '撤销')
    expect(await world.says('李娜', '免打扰')).toContain('08:10至12:00')
    await world.says('李娜', '免打扰 取消')
    await world.says('陈静', '交办 金融科 报送进度 12月4日前')
    expect(world.received('李娜').join()).toContain('请签收')
  })

  test('hours that would silence the whole day are refused', async () => {
    expect(await world.says('李娜', '免打扰 8:00-18:00')).toContain('请至少留出两个小时')
    expect(await world.says('李娜', '免打扰 14:00-12:00')).toContain('结束时间须晚于开始时间')
    expect(await world.says('李娜', '免打扰')).toContain('没有设免打扰时段')
  })
})
