/** 2022's packs (domain.md F6, E.3): each with something to discuss is sent in its time and equals a recount; `npm run prove` makes all 255. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import type { Agenda } from '../../src/domain/meeting/agenda.ts'
import { onlyMeetings, openWorld } from '../world.ts'
import { happenings } from './packs-ledger.ts'
import { type Counted, five, meetingDays, packDay, recount } from './packs-recount.ts'

const whole = process.env.DUBAN_PROVE !== undefined
/** The first five weeks have a moved Monday and a week without a meeting in them. */
const weeks = whole ? meetingDays.length : 5

const dir = mkdtempSync(join(tmpdir(), 'duban-packs-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the packs of the year', () => {
  test(`of ${weeks} weeks are made, each equal to its recount`, async () => {
    const world = await openWorld({ dir, at: Date.parse('2021-12-31T09:00:00+08:00') })
    const db = new Database(join(dir, 'practice.db'), { readonly: true })
    try {
      const { store } = world.ground.bot.office
      await onlyMeetings(world)
      const ids = (sql: string, ...of: unknown[]) =>
        (db.prepare(sql).all(...of) as { id: number }[]).map((row) => row.id)
      const names = five.map((one) => one.name)
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
      const kinds = new Map<string, number>()
      let made = 0
      let idle = 0
      for (const [n, meeting] of meetingDays.slice(0, weeks).entries()) {
        const sent = Date.parse(`${packDay(meeting)}T17:10:00+08:00`)
        while (events[0] && events[0].at <= sent - 30_000) {
          const event = events.shift()!
          await store.turn((bound) => event.run(bound))
        }
        await world.turnsTo(`${packDay(meeting)} 17:12`)
        for (const one of five) {
          const row = db
            .prepare(
              `select p.agenda, p.sent from packs p join series s on s.id = p.series
               where s.name = ? and p.at = ?`,
            )
            .get(one.name, Date.parse(`${meeting}T${one.clock}:00+08:00`)) as
            | { agenda: string; sent: number }
            | undefined
          const counted = recount(db, one, n)
          const quiet = hasNothing(counted, db)
          expect(row === undefined, `${one.name} ${meeting}`).toBe(quiet)
          if (quiet) {
            idle += 1
            continue
          }
          expect(Math.floor(row!.sent / 60_000), `${one.name} ${meeting}`).toBe(sent / 60_000)
          const agenda = JSON.parse(row!.agenda) as Agenda
          expect(countedIn(agenda), `${one.name} ${meeting}`).toEqual(counted)
          made += 1
          for (const [part, list] of Object.entries(agenda))
            if (Array.isArray(list)) kinds.set(part, (kinds.get(part) ?? 0) + list.length)
        }
      }
      // Where a recount finds nothing to discuss, no pack goes out: all the others did.
      expect(made + idle).toBe(weeks * 5)
      // A recount of empty parts would prove nothing.
      if (whole) expect(idle).toBeGreaterThan(0)
      for (const part of ['overdue', 'near', 'fresh', 'topics', ...(whole ? ALL : [])])
        expect(kinds.get(part), part).toBeGreaterThan(0)
      if (whole)
        console.info(`packs: ${made}, nothing to discuss: ${idle}`, Object.fromEntries(kinds))
    } finally {
      db.close()
      await world.close()
    }
  }, 900_000)
})

const ALL = ['resolutions', 'blocked', 'closed', 'steady']

/** Nothing open but what goes on in time: such a meeting is proposed to be called off. */
function hasNothing(counted: Counted, db: Database.Database): boolean {
  const { resolutions, overdue, blocked, near, fresh, topics } = counted as Record<string, number[]>
  const open = resolutions!.filter(
    (id) => (db.prepare('select open from matters where id = ?').get(id) as { open: number }).open,
  )
  return [open, overdue, blocked, near, fresh, topics].every((list) => list!.length === 0)
}

/** What a pack holds, by number. */
function countedIn(agenda: Agenda) {
  const numbers = (list: { id: number }[]) => list.map((one) => one.id).sort((a, b) => a - b)
  return {
    number: agenda.number,
    at: agenda.at,
    resolutions: numbers(agenda.resolutions),
    overdue: numbers(agenda.overdue),
    blocked: numbers(agenda.blocked),
    near: numbers(agenda.near),
    fresh: numbers(agenda.fresh),
    closed: numbers(agenda.closed),
    steady: numbers(agenda.steady),
    topics: agenda.topics.map((topic) => [topic.id, topic.carried]),
  }
}
