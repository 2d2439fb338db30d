/** 查: by number, words, person, unit and paper; what is closed too; and never more than one may know of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

describe('查 finds', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.says(
      '陈静',
      '交办 @王强 报送专项债券资金使用情况 12月4日前 依据 局党组〔2026〕18号',
    )
    await world.says('陈静', '交办 预算科 专项资金绩效自评 12月11日前 依据 局党组2026-18号')
    await world.says('陈静', '交办 预算科 债券项目清单 12月8日前')
    await world.says('李娜', '签收并分办 1')
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
  }, 120_000)
  afterAll(() => world.close())

  const numbers = (words: string) =>
    [...words.matchAll(/^(?:\S+ )?(\d+)号 /gm)].map((hit) => hit[1])

  test('several words must all be there, in any order; two characters suffice', async () => {
    expect(numbers(await world.says('陈静', '查 债券'))).toEqual(['3', '1'])
    expect(numbers(await world.says('陈静', '查 资金 专项'))).toEqual(['2', '1'])
    expect(await world.says('陈静', '查 绩效 专项')).toContain('2号 专项资金绩效自评')
    expect(await world.says('陈静', '查 债券 绩效')).toContain('没有相关事项')
  })

  test('the paper it rests on, however its number is written', async () => {
    for (const paper of ['局党组〔2026〕18号', '局党组[2026]18号', '依据 局党组（2026）18号'])
      expect(await world.says('陈静', `查 ${paper}`), paper).toContain('1号 报送专项债券')
    expect(await world.says('陈静', '查 局党组2026-18号')).toContain('2号 专项资金绩效自评')
  })

  test('a person’s and a unit’s, the closed ones behind and marked', async () => {
    expect(await world.says('陈静', '查 王强')).toContain('1号 报送专项债券')
    expect(numbers(await world.says('陈静', '查 预算科'))).toEqual(['3', '2'])
    const closed = await world.says('陈静', '查 专项')
    expect(closed).toMatch(/^🟢 2号 .*\n1号 .*已销号/m)
  })

  test('a word that was changed is found by what it says now', async () => {
    const { office } = world.ground.bot
    await office.store.turn(async (store) => {
      await store.search.reindex(3, '债券项目清单 ', '国债项目清单 ')
    })
    const find = (words: string) => office.store.look((store) => store.search.find(words))
    expect(await find('国债项目')).toEqual([3])
    expect(await find('债券项目')).toEqual([])
    await office.store.turn((store) => store.search.reindex(3, '国债项目清单 ', '债券项目清单 '))
  })

  test('what is not his to know is neither listed nor counted', async () => {
    expect(await world.says('王强', '查 绩效')).toContain('没有相关事项')
    expect(await world.says('王强', '查 预算科')).toContain('由本单位人员、局领导和督查室查看')
    expect(await world.says('王强', '查 债券')).toContain('1号 报送专项债券')
  })

  test('a number that does not exist names those one slip away', async () => {
    expect(await world.says('陈静', '查 11')).toContain('最近的编号是 1、')
    expect(await world.says('陈静', '查 20')).toContain('最近的编号是 2、')
    expect(await world.says('陈静', '查 2026-交办-099')).toContain(
      '没有编号为 2026-交办-099 的事项',
    )
  })

  test('of two people of one name one is asked for', async () => {
    expect(await world.says('陈静', '查 张伟')).toContain('有2位张伟')
  })
})
