/** However the clock's beats fall, the office hears the same: one week lived again and again (delivery.md promise 4). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { chats } from '../../src/sample/chats.ts'
import { people } from '../../src/sample/people.ts'
import { openWorld, type World, wordsOf } from '../world.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Later than this is downtime, and is owned up to. */
const LONGEST = 14 * MINUTE
const at = (moment: string) => Date.parse(`2026-${moment.replace(' ', 'T')}:00+08:00`)

/** Thursday after the National Day holiday to Wednesday; the Saturday is worked (调休), the Sunday is not. */
const BEGIN = at('10-08 08:40')
const END = at('10-14 10:00')

/** What is said on the way, each at its own minute in every life of the week. */
const said: [moment: string, who: string, sentence: string][] = [
  ['10-08 09:00', '陈静', '交办 金融科 报送惠企贴息资金拨付进度 10月9日前'],
  ['10-08 09:01', '陈静', '交办 金融科 汇总银企对接签约情况 10月10日前'],
  ['10-08 09:02', '陈静', '交办 预算科 汇总绩效自评 10月12日前'],
  ['10-08 09:03', '陈静', '交办 国库科 核对疑点 10月13日前'],
  ['10-08 09:04', '李明远', '交办 金融科 研究贷款贴息办法 10月14日前'],
  ['10-08 09:05', '陈静', '交办 金融科 补报普惠小微贷款数据 10月16日前'],
  ['10-08 09:06', '李明远', '交办 预算科 报送疑点说明 10月12日前 特急 因省厅调度'],
  ['10-08 09:30', '李娜', '签收并分办 1'],
  ['10-08 09:31', '李娜', '签收 2'],
  ['10-08 09:32', '李娜', '分办 2 @王强'],
  ['10-08 09:33', '李娜', '签收 6'],
  ['10-08 09:34', '李娜', '分办 6 @王强'],
  ['10-08 09:40', '李娜', '报议题 服务企业周例会 鑫源公司用地问题'],
  ['10-08 19:20', '陈静', '交办 国库科 报送库款余额 10月13日前'],
  ['10-09 11:00', '李娜', '请假 10月10日至12日 代办 @史丽萍'],
  ['10-10 15:10', '王强', '报 2 完成60%'],
  ['10-11 10:00', '陈静', '交办 金融科 周日补充材料 10月14日前'],
  ['10-12 10:18', '史丽萍', '签收并分办 5'],
  ['10-12 10:20', '史丽萍', '办结 5 办法已形成'],
  ['10-13 17:50', '王强', '延期 6 到10月20日 等省厅批复'],
]

/** What a week left behind: every letter of the box, and what each place reads from top to bottom. */
interface Week {
  letters: string[]
  read: Record<string, string[]>
}

/** Lives the week, the clock led from one sentence to the next by `lead`. */
async function lived(lead: (world: World, to: number) => Promise<void>): Promise<Week> {
  const dir = mkdtempSync(join(tmpdir(), 'duban-ticks-'))
  const world = await openWorld({ dir, at: BEGIN })
  try {
    for (const [moment, who, sentence] of said) {
      await lead(world, at(moment))
      await world.says(who, sentence)
    }
    await lead(world, END)
    return { letters: lettersIn(join(dir, 'practice.db')), read: readIn(world) }
  } finally {
    await world.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Every letter as a line; the platform numbers messages as they come in, and places are served side by side. */
function lettersIn(file: string): string[] {
  const sql = new Database(file, { readonly: true })
  const rows = sql
    .prepare('select place, key, kind, class, state, reason, body from outbox')
    .raw()
    .all() as (string | null)[][]
  sql.close()
  return rows.map((row) => row.join(' | ').replace(/om_[0-9a-f]+/g, 'om_')).sort()
}

function readIn({ ground: { street } }: World): Week['read'] {
  const places = [
    ...people.map(({ name, openId }) => [name, openId] as const),
    ...chats.map(({ name, id }) => [name, id] as const),
  ]
  const read: Week['read'] = {}
  for (const [name, place] of places) {
    const words = street
      .messages(place)
      .filter((one) => one.from === 'bot')
      .map(wordsOf)
    if (words.length > 0) read[name] = [...(read[name] ?? []), ...words]
  }
  return read
}

/** From due moment to due moment: nothing is ever late. */
const punctually = (world: World, to: number) => world.ground.turnTo(to)

/** The clock beats at its own instants, whatever falls due between two of them. */
const beating =
  (step: (now: number) => number) =>
  async ({ ground: { clock, bot } }: World, to: number) => {
    while (clock.now() < to) {
      clock.set(Math.min(to, clock.now() + step(clock.now())))
      await bot.settled()
    }
  }

/** Beats as far apart as these, over and over. */
function inTurn(steps: number[]): () => number {
  let beat = 0
  return () => steps[beat++ % steps.length]!
}

/** Every minute through the working hours of two days, the worked Saturday one of them; seldom between. */
const byTheMinute = (now: number) => {
  const close = ['10-08', '10-10'].some(
    (day) => now >= at(`${day} 08:00`) && now < at(`${day} 18:30`),
  )
  return close ? MINUTE : LONGEST
}

describe('a week of the office', () => {
  let week: Week
  beforeAll(async () => {
    week = await lived(punctually)
  }, 60_000)

  test('has a reminder, an overdue matter, a stand-in, a pack, a gathered card and a worked Saturday in it', () => {
    const reads = (who: string) => week.read[who]?.join('\n') ?? ''
    expect(reads('郑国栋')).toContain('督办简报 10月10日 周六\n已逾期（1）')
    expect(reads('郑国栋')).not.toContain('10月11日')
    expect(reads('史丽萍')).toContain('1号已于 10月9日 周五 18:00 到期，尚未办结，请督促办结')
    expect(reads('服务企业周例会群')).toContain('鑫源公司用地问题 · 李娜')
    expect(reads('李娜')).toContain('新到事项')
    expect(week.letters.filter((one) => one.includes('李娜请假，转史丽萍'))).not.toEqual([])
    const refused = Object.values(week.read)
      .flat()
      .filter((one) => /停机|没有听懂|没有办成|（E-/.test(one))
    expect(refused).toEqual([])
  })

  test('sends and shows the same when the clock beats by the minute', async () => {
    expect(await lived(beating(byTheMinute))).toEqual(week)
  }, 60_000)

  test('sends and shows the same however its span is split into beats', async () => {
    const step = fc.integer({ min: 50 * SECOND, max: LONGEST })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 200 }), async (steps) => {
        expect(await lived(beating(inTurn(steps)))).toEqual(week)
      }),
      {
        numRuns: process.env.DUBAN_PROVE ? 20 : 3,
        seed: 20261008,
        examples: [[[LONGEST]]],
        endOnFailure: true,
      },
    )
  }, 240_000)
})
