import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTurn } from '../../src/bot/open-turn.ts'
import { gatherAgenda } from '../../src/bot/pack.ts'
import type { Agenda } from '../../src/domain/meeting/agenda.ts'
import { noChanges } from '../../src/domain/meeting/pack.ts'
import { nextMeeting } from '../../src/domain/meeting/series.ts'
import { agendaDocument } from '../../src/views/agenda-paper.ts'
import { partsOf } from '../../src/views/agenda-parts.ts'
import { writeDocument } from '../../src/views/document.ts'
import type { Seen } from '../../src/views/seen.ts'
import { openWorld, type World } from '../world.ts'

describe('the paper of an agenda', () => {
  let world: World
  let agenda: Agenda
  let seen: Seen
  beforeAll(async () => {
    world = await openWorld()
    for (let i = 1; i <= 12; i++)
      await world.says('陈静', `交办 金融科 第${i}件=SUM(A1) 12月${10 + i}日前`)
    await world.says('李娜', '报议题 服务企业周例会 电话13800000000的企业用地')
    const { office } = world.ground.bot
    await office.store.look(async (store) => {
      const turn = await openTurn(office, store, { key: 'test', way: '试' })
      const series = (await store.meetings.list()).find((one) => one.name === '服务企业周例会')!
      agenda = await gatherAgenda(turn, series, nextMeeting(series, turn.now, turn.calendar))
      seen = turn
    })
  })
  afterAll(() => world.close())

  test('says every line that the card has or folds, without lights and without telephones', async () => {
    const bytes = await writeDocument(agendaDocument(agenda, noChanges, seen))
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const said = partsOf(agenda, seen).flatMap((part) => part.lines)
    expect(said).toHaveLength(13)
    for (const line of said) expect(value).toContain(line.replace(/^[🔴🟡🟢] /u, ''))
    expect(value).toContain('服务企业周例会 第')
    expect(value).not.toMatch(/[🔴🟡🟢]|13800000000/u)
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const once = await writeDocument(agendaDocument(agenda, noChanges, seen))
    // An archive's stamps have two seconds; another day would show in it at once.
    expect(Buffer.from(once.slice(10, 14)).toString('hex')).toBe('00002100')
    expect(
      Buffer.from(await writeDocument(agendaDocument(agenda, noChanges, seen))).equals(once),
    ).toBe(true)
  })
})
