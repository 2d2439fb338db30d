import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { practiceOn } from '../../src/admin/read/office.ts'
import { openStore } from '../../src/store/open.ts'
import { desk, duban, folder } from './keeper.ts'

const lines = (...objects: unknown[]) => objects.map((one) => JSON.stringify(one)).join('\n')
const objects = (out: string[]) => out.map((line) => JSON.parse(line))

const sentences = lines(
  { id: 'a', as: '科员', in: 'private', text: '报 4 已拨付两个项目，完成80%', addressed: true },
  { id: 'b', as: '科长', in: 'reply', text: '延期 到12月25日 等批复', addressed: true, replyTo: 3 },
  { id: 'c', as: '督查员', in: 'group', text: '交办 @张伟 核对数据 12月8日前', addressed: true },
  { id: 'd', as: '王强', in: 'group', text: '收到', addressed: false },
  { id: 'e', as: '主要领导', in: 'private', text: '同意 1 优秀', addressed: true },
)

test('each sentence is answered with its command, its slots and what would come of it', async () => {
  const ran = await duban(['read', '--json'], {}, undefined, sentences)
  expect(ran.exit).toBe(0)
  expect(objects(ran.out)).toMatchObject([
    {
      id: 'a',
      command: 'report',
      slots: { matter: 4, text: '已拨付两个项目，完成80%', percent: 80 },
      outcome: 'act',
      says: '已记4号进展（完成80%）。',
    },
    {
      id: 'b',
      command: 'extend',
      slots: { matter: 3, text: '等批复', due: '2026-12-25T18:00:00+08:00' },
      outcome: 'act',
    },
    { id: 'c', command: 'assign', outcome: 'ask', says: expect.stringContaining('2位张伟') },
    { id: 'd', command: null, slots: {}, outcome: 'ignore', says: '' },
    { id: 'e', command: 'approve', slots: { matter: 1, grade: '优秀' } },
  ])
})

test('nothing is changed in the database that is read against', async () => {
  const file = join(folder(), 'office.db')
  const store = await openStore(file)
  await practiceOn(store, desk().desk)
  const look = () =>
    store.look(async (bound) => [await bound.matters.count({}), await bound.journal.verify()])
  const before = await look()
  const ran = await duban(['read', '--database', file], {}, undefined, sentences)
  expect(ran.exit).toBe(0)
  expect(objects(ran.out).map((one) => one.outcome)).toContain('act')
  expect(await look()).toEqual(before)
  await store.close()
  expect(statSync(file).size).toBeGreaterThan(0)
})

test('a line that is no sentence of a known person is named, and the others are answered', async () => {
  const ran = await duban(
    ['read'],
    {},
    undefined,
    lines(
      { id: 1, as: '某某某', in: 'private', text: '待办' },
      { id: 2, as: '王强', in: 'street', text: '待办' },
      { id: 3, as: '王强', in: 'private', text: '待办' },
    ),
  )
  expect(ran).toMatchObject({
    exit: 1,
    notes: [expect.stringContaining('1：'), expect.stringContaining('2：需要')],
  })
  expect(objects(ran.out)).toMatchObject([{ id: 3, command: 'pending', outcome: 'act' }])
})
