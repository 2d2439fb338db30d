/** What comes round in the sample office besides its weekly meetings (domain.md A.3, E.1). */
import { expect, test } from 'vitest'
import { branches } from '../../src/sample/branches.ts'
import { meetings } from '../../src/sample/meetings.ts'
import { rounds } from '../../src/sample/rounds.ts'

test('each branch has its 三会一课 and its 主题党日, led by its secretary and kept by its committee', () => {
  for (const { name, secretary, committee } of branches) {
    const own = rounds.filter((one) => one.name.startsWith(name))
    expect(own.map((one) => one.kind)).toEqual([...Array(4).fill('三会一课'), '主题党日'])
    for (const one of own) {
      expect(one.leader).toBe(secretary)
      expect(committee).toContain(one.secretary)
      expect(one.secretary).not.toBe(secretary)
    }
  }
})

test('no branch meets while another does', () => {
  const moments = branches.flatMap(({ name }) =>
    rounds.filter((one) => one.name.startsWith(name)).map((one) => JSON.stringify(one.rule)),
  )
  expect(new Set(moments).size).toBe(moments.length)
})

test('no two series have one name, and the month’s review has its meeting', () => {
  const names = [...meetings, ...rounds].map((one) => one.name)
  expect(new Set(names).size).toBe(names.length)
  expect(rounds.find((one) => one.kind === '月讲评')).toMatchObject({ lead: '督查室' })
})
