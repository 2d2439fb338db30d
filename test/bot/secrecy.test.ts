import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSheets } from '../../src/views/sheet.ts'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

const dir = mkdtempSync(join(tmpdir(), 'duban-secrecy-'))
const logged: string[] = []
let world: World
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  world = await openWorld({ dir, log })
  await world.says('陈静', '交办 金融科 报送进度 12月4日前')
  await world.says('李娜', '签收 1')
  await world.says('李娜', '分办 1 @王强')
})
afterAll(async () => {
  await world.close()
  rmSync(dir, { recursive: true, force: true })
})

/** A word that stands beside the secret, to be looked for where nothing may be kept. */
let n = 0
const marker = () => `甲乙丙丁密件第${++n}份`

/** Every byte that the office keeps, and all it logged. */
const kept = () =>
  Buffer.concat(readdirSync(dir).map((name) => readFileSync(join(dir, name)))).toString() +
  logged.join('\n')

const secret = '机 密＊10年'
const told = async (who: string) => {
  await world.ground.bot.settled()
  await world.ground.bot.settled()
  return world.received(who).join('\n')
}

test.each<[string, (word: string) => Promise<string>]>([
  ['a sentence', (word) => world.says('王强', `报 1 ${word} ${secret}`)],
  ['an assignment', (word) => world.says('陈静', `交办 金融科 ${word} ${secret} 12月4日前`)],
  ['words that are no command', (word) => world.says('王强', `${word} ${secret}`)],
  ['several sentences', (word) => world.says('王强', `报 1 已完成\n报 1 ${word} ${secret}`)],
  ['a sentence in a group', (word) => world.says('王强', `报 1 ${word} ${secret}`, '金融科工作群')],
  ['a search', (word) => world.says('王强', `查 ${word}${secret}`)],
  ['an opinion', (word) => world.says('王强', `意见 ${word} 身份证 11010519491231002X`)],
  ['a card number', (word) => world.says('王强', `报 1 ${word} 6222 0212 3456 7890 128`)],
  ['an itinerary', (word) => world.says('王强', `报 1 ${word} 李明远行程 12月5日9:00 赴云阳县`)],
  ['the name of a file', (word) => drop('马晓东', `${word}${secret}.xlsx`)],
  ['a cell of a table', (word) => drop('马晓东', '花名册.xlsx', [[word, secret]])],
  ['a roster', (word) => drop('马晓东', '花名册.xlsx', [[word, '11010519491231002X']])],
  ['a post', (word) => say('王强', `报 1 ${word}\n${secret}`, { post: true })],
])('%s with a secret is refused, and nothing of it is kept or logged', async (_, way) => {
  const word = marker()
  await told('马晓东')
  const before = await world.matter(1)
  const answer = await way(word)
  expect(answer).toMatch(/未予记录|走涉密渠道/)
  expect(answer).toMatch(/E-SECRET-\d/)
  expect(await world.matter(1)).toEqual(before)
  expect(kept()).not.toContain(word)
  expect(kept()).toContain('报送进度')
})

test('a card’s form with a secret is refused with a toast', async () => {
  const word = marker()
  expect(await world.taps('王强', '汇报', undefined, { text: `${word} ${secret}` })).toContain(
    '未予记录',
  )
  expect(kept()).not.toContain(word)
})

async function drop(who: string, name: string, rows?: string[][]): Promise<string> {
  const { street, clock } = world.ground
  const columns = ['姓名', '部门'].map((title) => ({ title }))
  const bytes = rows
    ? await writeSheets([{ name: '花名册', columns, rows }], clock.now())
    : new Uint8Array([1])
  await street.sendFile(personNamed(who).openId, 'bot', name, bytes)
  return told(who)
}

async function say(who: string, text: string, manner: { post: boolean }): Promise<string> {
  world.received(who)
  await world.ground.street.say(personNamed(who).openId, 'bot', text, manner)
  return told(who)
}

test('what the bot was not spoken to about stays unheard', async () => {
  const word = marker()
  const { street, bot } = world.ground
  await street.say(personNamed('王强').openId, chatNamed('金融科工作群'), `${word} ${secret}`)
  await bot.settled()
  expect(kept()).not.toContain(word)
})
