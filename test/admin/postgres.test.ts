import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../world.ts'
import { duban, lasting } from './keeper.ts'

const pgUrl = inject('pgUrl')
const home = process.cwd()
let database = ''
let drop: (() => Promise<void>) | undefined

beforeAll(async () => {
  process.chdir(lasting())
  if (!pgUrl) return
  const made = await freshDatabase(pgUrl)
  database = made.url
  drop = made.drop
})
afterAll(async () => {
  process.chdir(home)
  await drop?.()
})

test.runIf(pgUrl)('say, replay, doctor and verify work on PostgreSQL too', async () => {
  const at = ['--database', database]
  const assign = '交办 @李娜 报送贴息资金拨付进度 明天17:00前'
  const said = await duban(['say', '--as', '陈静', '--in', '督办工作群', ...at, assign])
  expect(said).toMatchObject({ exit: 0, notes: [] })
  const menu = resolve(home, 'test/admin/payloads/menu.json')
  const { out } = await duban(['replay', menu, menu, ...at])
  expect(out.map((line) => JSON.parse(line).outcome)).toEqual(['acted', 'duplicate'])
  // What the street remembers is kept from run to run, so that no message's id comes twice.
  const signed = await duban(['say', '--as', '李娜', '--in', '私聊', ...at, '签收 1'])
  expect(signed.out.join('\n')).toContain('1号已签收')
  expect(await duban(['verify', ...at])).toMatchObject({ exit: 0 })
  const doctor = await duban(['doctor', ...at])
  expect(doctor.exit).toBe(0)
  expect(doctor.out.join('\n')).toContain('PostgreSQL')
  expect(await duban(['backup', 'b.db', ...at])).toMatchObject({
    exit: 2,
    notes: [expect.stringContaining('pg_dump')],
  })
})
