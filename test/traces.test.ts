/** Nothing that leaves a trace of presence: no 收到, read-rate, sign-in, points or online time (domain.md R1, R2, R6). */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../src/sample/people.ts'
import { cardWords, openWorld, type World } from './world.ts'

/** What no sentence of ours may ask for or tell. */
const ASKED =
  /请(?:大家|各位)?(?:回复|确认)[“"]?收到|收到请|请签到|请打卡|[加扣]\d*分|积分|已读|未读|阅读率|在线时长|活跃度|连续\d+天/u
/** 不签到、不积分: what is said not to be done. */
const DENIED = /[不无][^。，；'`]*?(?:签到|打卡|积分|排名)/gu
/** What no table may keep. */
const KEPT =
  /read_at|seen|viewed|opened_at|online|last_active|points|score_of_person|streak|sign_?in|check_?in|location|photo/i

const files = (at: string): string[] =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name)
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []
  })

describe('nothing that leaves a trace of presence', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ story: true })
  }, 120_000)
  afterAll(() => world.close())

  test('no template, rule or command asks for 收到, a sign-in or points', () => {
    const found = ['commands', 'src/views', 'src/jobs', 'src/domain/matter', 'src/domain/remind']
      .flatMap(files)
      .flatMap((file) => {
        const hit = ASKED.exec(readFileSync(file, 'utf8').replace(DENIED, ''))
        return hit ? [`${file}: ${hit[0]}`] : []
      })
    expect(found).toEqual([])
    expect(ASKED.test('请回复收到')).toBe(true)
  })

  test('nothing that the sample office ever sent asks for it', () => {
    const { street } = world.ground
    const said = people.flatMap(({ openId }) =>
      street.cards(openId).map(({ card }) => cardWords(card as never)),
    )
    expect(said.length).toBeGreaterThan(20)
    expect(said.filter((words) => ASKED.test(words))).toEqual([])
  })

  test('no table has a column for it', () => {
    const columns = files('migrations').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/addColumn\('(\w+)'/g)].map((hit) => hit[1] ?? ''),
    )
    expect(columns.length).toBeGreaterThan(80)
    expect(columns.filter((column) => KEPT.test(column))).toEqual([])
  })
})
