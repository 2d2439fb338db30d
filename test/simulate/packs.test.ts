/** 2022's packs (domain.md F6, E.3): each with something to discuss is sent in its time and equals a recount; `npm run prove` makes all 255. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { meetings } from '../../src/sample/meetings.ts'
import { meetingDays } from '../../src/simulate/almanac.ts'
import { openLedger } from '../../src/simulate/ledger.ts'
import { countPacks, noPacks, packDay, packMoment } from '../../src/simulate/pack-recount.ts'
import { onlyMeetings, openWorld } from '../world.ts'
import { happenings } from './packs-ledger.ts'

const whole = process.env.DUBAN_PROVE !== undefined
/** The first five weeks have a moved Monday and a week without a meeting in them. */
const weeks = whole ? 51 : 5

const dir = mkdtempSync(join(tmpdir(), 'duban-packs-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the packs of the year', () => {
  test(`of ${weeks} weeks are made, each equal to its recount`, async () => {
    const world = await openWorld({ dir, at: Date.parse('2021-12-31T09:00:00+08:00') })
    const file = join(dir, 'practice.db')
    const db = new Database(file, { readonly: true })
    const ledger = openLedger(file)
    try {
      const { store } = world.ground.bot.office
      await onlyMeetings(world)
      const ids = (sql: string, ...of: unknown[]) =>
        (db.prepare(sql).all(...of) as { id: number }[]).map((row) => row.id)
      const names = meetings.map((one) => one.name)
      const series = names.map((name) => ({
        id: ids('select id from series where name = ?', name)[0]!,
        name,
      }))
      const office = {
        units: ids('select id from units'),
        series,
        person: ids('select id from people')[0]!,
      }
      const events = happenings(20220104, office)
      const packs = noPacks()
      for (const n of meetingDays.slice(0, weeks).keys()) {
        const sent = packMoment(n)
        while (events[0] && events[0].at <= sent - 30_000) {
          const event = events.shift()!
          await store.turn((bound) => event.run(bound))
        }
        await world.turnsTo(`${packDay(meetingDays[n]!)} 17:12`)
        await countPacks(packs, ledger, n)
      }
      expect(packs.differing).toEqual([])
      // Where a recount finds nothing to discuss, no pack goes out: all the others did.
      expect(packs.counted + packs.idle).toBe(weeks * 5)
      // A recount of empty parts would prove nothing.
      if (whole) expect(packs.idle).toBeGreaterThan(0)
      for (const part of ['overdue', 'near', 'fresh', 'topics', ...(whole ? ALL : [])])
        expect(packs.items[part], part).toBeGreaterThan(0)
      if (whole) console.info(packs)
    } finally {
      db.close()
      await ledger.close()
      await world.close()
    }
  }, 900_000)
})

const ALL = ['resolutions', 'blocked', 'closed', 'steady']
