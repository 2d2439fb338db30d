/** 待办 is truly complete (domain.md F4): page for page it equals a recount that knows nothing of our code. */
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCard } from '../../src/card/check.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { lasting } from '../admin/keeper.ts'
import { type Busy, busyOffice } from '../busy.ts'
import { cardWords, openWorld, type World } from '../world.ts'

/**
 * Whose step is next, told by the states and the roster alone: the head signs and hands out, the handler carries, the
 * 督查室 refers and reviews unless it sits in the lead unit, a head reviews what he gave, the author strikes off.
 */
const RECOUNT = `
with recursive inside(unit, house) as (
  select id, id from units
  union select inside.unit, units.parent from inside join units on units.id = inside.house
  where units.parent is not null
), lives(person, house) as (
  select people.id, inside.house from people join inside on inside.unit = people.unit
  union select seats.person, seats.unit from seats
), outside(person, matter) as (
  select p.id, m.id from matters m join people p on p.roles like '%supervisor%' and p.left = 0
  where not exists (select 1 from lives where lives.person = p.id and lives.house = m.lead)
), reviews(person, matter) as (
  select m.assigner, m.id from matters m where m.origin = 'unit'
  union select o.person, o.matter from outside o join matters m on m.id = o.matter where m.origin <> 'unit'
  union select u.charge, m.id from matters m join units u on u.id = m.lead where m.origin <> 'unit'
    and not exists (select 1 from outside where outside.matter = m.id)
  union select m.assigner, m.id from matters m join people a on a.id = m.assigner
    where m.origin <> 'unit' and a.post in ('principal', 'leader') and a.roles not like '%supervisor%'
    and not exists (select 1 from outside where outside.matter = m.id)
), mine(person, matter) as (
  select u.head, m.id from matters m join units u on u.id = m.lead where m.status in ('assigned', 'signed')
  union select p.id, m.id from matters m join people p on p.roles like '%supervisor%' and p.left = 0
    where m.status = 'registered'
  union select m.handler, m.id from matters m where m.status = 'in_progress'
  union select u.head, m.id from matters m join units u on u.id = m.lead where m.status = 'in_progress'
    and m.extension is not null and json_extract(m.extension, '$.agreed') = 0
  union select r.person, m.id from matters m join reviews r on r.matter = m.id where m.status = 'in_progress'
    and json_extract(m.extension, '$.agreed') = 1 and r.person is not m.handler
  union select m.assigner, m.id from matters m join people a on a.id = m.assigner
    where m.status = 'in_progress' and json_extract(m.extension, '$.agreed') = 1 and m.origin <> 'unit'
    and a.post in ('principal', 'leader') and a.roles not like '%supervisor%'
  union select r.person, m.id from matters m join reviews r on r.matter = m.id where m.status = 'close_requested'
    and r.person is not m.handler and r.person <> json_extract(m.closing, '$.by')
  union select r.person, m.id from matters m join reviews r on r.matter = m.id where m.status = 'completed'
    and m.origin = 'office' and r.person is not m.handler and r.person <> json_extract(m.closing, '$.by')
  union select m.assigner, m.id from matters m where m.status = 'completed' and m.origin <> 'office'
)`

/** Twenty random days where everything is proved, three in every run. */
const DAY_COUNT = process.env.DUBAN_PROVE ? 20 : 3

let busy: Busy
let sql: Database.Database

beforeAll(async () => {
  busy = await busyOffice(lasting(), 11)
  sql = new Database(busy.file, { readonly: true })
}, 120_000)
afterAll(async () => {
  sql.close()
  await busy.close()
})

const idsOf = (rows: unknown[]) => rows.map((row) => (row as { id: number }).id)

/** The numbers on every page of the list that a sentence asks for, and how many its title says. */
async function listed(who: Person, sentence: string): Promise<{ ids: number[]; total: number }> {
  const ids: number[] = []
  for (let page = 1; ; page++) {
    const { cards } = await busy.says(who, page === 1 ? sentence : `${sentence} 第${page}页`)
    const [card] = cards
    expect(cards).toHaveLength(1)
    expect(checkCard(card).ok).toBe(true)
    const words = cardWords(card!)
    ids.push(
      ...[...words.matchAll(/^(?:\p{Emoji_Presentation} )?(\d+)号 /gmu)].map((hit) =>
        Number(hit[1]),
      ),
    )
    if (!words.includes('[下一页]')) return { ids, total: Number(/（(\d+)件/.exec(words)?.[1]) }
  }
}

describe('待办 equals an independent recount', () => {
  test.each(Array.from({ length: DAY_COUNT }, (_, day) => day + 1))(
    'for all 120 people on random day %i, in one order',
    async () => {
      await busy.goOn(150)
      const people = [...busy.directory.people.values()]
      expect(people).toHaveLength(120)
      const waiting = sql.prepare(
        `${RECOUNT} select distinct m.id from mine join matters m on m.id = mine.matter
         where mine.person = ? and m.open = 1 order by m.next, m.urgent is null, m.id`,
      )
      let all = 0
      for (const person of people) {
        const expected = idsOf(waiting.all(person.id))
        const { ids, total } = await listed(person, '待办')
        expect(ids, person.name).toEqual(expected)
        expect(total).toBe(expected.length)
        all += expected.length
      }
      expect(all).toBeGreaterThan(20)
    },
    120_000,
  )

  test('for every department, and for what is overdue in it', async () => {
    const [supervisor] = busy.directory.withRole('supervisor')
    const ofUnit = sql.prepare(`with recursive house(id) as (
        select id from units where name = ? union
        select units.id from units join house on units.parent = house.id)
      select id from matters where open = 1 and lead in house order by next, id`)
    const late = sql.prepare(`with recursive house(id) as (
        select id from units where name = ? union
        select units.id from units join house on units.parent = house.id)
      select id from matters where open = 1 and lead in house and (case when status in ('close_requested', 'completed')
        then json_extract(closing, '$.at') else ? end) > next order by next, id`)
    let overdue = 0
    for (const { name, kind } of busy.directory.units.values()) {
      if (kind !== 'department') continue
      expect((await listed(supervisor!, `待办 ${name}`)).ids, name).toEqual(idsOf(ofUnit.all(name)))
      const expected = idsOf(late.all(name, busy.now()))
      expect((await listed(supervisor!, `待办 ${name} 逾期`)).ids, name).toEqual(expected)
      overdue += expected.length
    }
    expect(overdue).toBeGreaterThan(0)
  }, 120_000)
})

describe('待办 in the office', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ story: true })
  }, 120_000)
  afterAll(() => world.close())

  test('the same list is asked for in any order of words', async () => {
    const asked = [
      '待办 预算科 本月',
      '待办 本月 预算科',
      '预算科待办 本月',
      '本月 预算科的待办',
      '预算科本月待办',
    ]
    const answers = []
    for (const sentence of asked) answers.push(await world.says('陈静', sentence))
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('预算科待办 · 本月')
  })

  test('a line of the list shows its matter when tapped', async () => {
    const words = await world.says('陈静', '待办 全局')
    const number = /(\d+)号/.exec(words)?.[0] ?? ''
    expect(await world.taps('陈静', number)).toBe('已私聊发给您。')
    expect(world.received('陈静').at(-1)).toContain(number)
  })

  test('what is not his to see is refused: another’s, another unit’s, the bureau’s', async () => {
    expect(await world.says('王强', '待办 李娜')).toContain(
      '由本人、科室负责人、局领导和督查室查看',
    )
    expect(await world.says('王强', '待办 预算科')).toContain('由本单位人员、局领导和督查室查看')
    expect(await world.says('王强', '全局待办')).toContain('由局领导和督查室查看')
    expect(await world.says('李明远', '全局待办 逾期')).toContain('全局待办 · 逾期')
  })

  test('in a group the list goes to the asker alone', async () => {
    expect(await world.says('陈静', '待办 全局', '督办工作群')).toBe('已私聊发给您。')
    expect(world.received('陈静').at(-1)).toContain('全局待办')
  })

  test('words that only speak of 待办 ask for nothing', async () => {
    expect(await world.says('王强', '李娜说她的待办太多了')).toContain('没有听懂')
  })
})
