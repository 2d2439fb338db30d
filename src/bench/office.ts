/** The office of the bench: people who each carry matters, laid once into a file that every round copies. */

import { type Matter, untouched } from '../domain/matter/matter.ts'
import type { Post } from '../domain/people/person.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { notices } from '../domain/time/notices.ts'
import { addWorkdays } from '../domain/time/workdays.ts'
import { openStore } from '../store/open.ts'
import type { Bound } from '../store/store.ts'
import { tenant } from './app.ts'

/** How many matters there are; a run never reports twice on one while its first receipt is on its way. */
export const MATTERS = 40_000
const HANDLERS = 2000
const UNIT_SIZE = 20

/** The handler of a matter, and his id on the platform; matters and handlers count from 1. */
export const handlerOf = (matter: number): number => ((matter - 1) % HANDLERS) + 1
export const openIdOf = (person: number): string => `ou_${String(person).padStart(32, '0')}`

/** Lays the office into a new SQLite file. */
export async function layOffice(file: string, now: Instant): Promise<void> {
  const store = await openStore(file)
  await store.turn(async (bound) => {
    await bound.people.serve(tenant)
    await layPeople(bound)
    for (let id = 1; id <= MATTERS; id++) await bound.matters.insert(matterOf(id, now))
  })
  await store.close()
}

async function layPeople({ people }: Bound): Promise<void> {
  for (let unit = 1; unit <= HANDLERS / UNIT_SIZE; unit++) {
    const head = (unit - 1) * UNIT_SIZE + 1
    const name = `第${unit}科`
    const row = { name, aliases: [], kind: 'department', parent: null, charge: null, ends: null }
    await people.addUnit({ ...row, kind: 'department', head, members: [] })
  }
  for (let id = 1; id <= HANDLERS; id++) {
    const post: Post = id % UNIT_SIZE === 1 ? 'head' : 'staff'
    await people.addPerson({
      name: `科员${id}`,
      unit: Math.floor((id - 1) / UNIT_SIZE) + 1,
      title: post === 'head' ? '科长' : '科员',
      post,
      roles: [],
      openId: openIdOf(id),
      unionId: null,
      mobile: null,
      left: false,
    })
  }
}

function matterOf(id: number, now: Instant): Matter {
  const calendar = calendarOf(notices)
  const handler = handlerOf(id)
  const due = instantAt(addWorkdays(dayOf(now), 5 + (id % 20), calendar), '18:00')
  return {
    ...untouched,
    id,
    formal: `2026-交办-${String(id).padStart(3, '0')}`,
    title: `报送惠企贴息资金拨付进度（第${id}批）`,
    basis: null,
    source: '交办',
    origin: 'office',
    assigner: 1,
    lead: Math.floor((handler - 1) / UNIT_SIZE) + 1,
    proposed: handler,
    handler,
    status: 'in_progress',
    start: now - 86_400_000,
    due,
    firstDue: due,
    chat: null,
    created: now - 86_400_000,
    changed: now - 86_400_000,
    rev: 0,
    head: '',
  }
}
