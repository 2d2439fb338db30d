/** The bot with its store taken out: the same door, command, rules and cards; what it would keep is forgotten. */
import { getRequestListener } from '@hono/node-server'
import pino from 'pino'
import { hearing } from '../../bot/hear.ts'
import type { Hear } from '../../bot/message.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { calendarOf } from '../../domain/time/calendar.ts'
import { notices } from '../../domain/time/notices.ts'
import { webhook } from '../../feishu/webhook.ts'
import { furnished } from '../../furnished.ts'
import { openStore, type Store } from '../../store/open.ts'
import type { Bound } from '../../store/store.ts'
import { appAt, botOpenId, tenant } from '../app.ts'
import { MATTERS } from '../office.ts'
import { listen, type Start } from './listening.ts'

export const start: Start = async ({ file, platform, port }) => {
  const now = () => Date.now()
  const store = await forgetful(file)
  const office = await furnished({
    ...{ store, now, tenant, secret: 'bench' },
    log: pino({ level: 'info' }),
  })
  const ear = hearing(office)
  const hear: Hear = async (incoming) => {
    const heard = await ear(incoming)
    if (heard.outcome !== 'acted')
      throw new Error('the turn asked for more than was learnt by heart')
    return heard
  }
  const door = webhook({ ...appAt(platform), wire: () => ({ bot: botOpenId }), now, hear })
  return listen(getRequestListener(door.fetch), port)
}

/** A store that knows everybody and every matter by heart, and writes nothing down. */
async function forgetful(file: string): Promise<Store> {
  const store = await openStore(file)
  const [directory, matters] = await store.look(async ({ people, matters }) => [
    await people.directory(),
    await matters.find({ limit: MATTERS }),
  ])
  await store.close()
  const bound = byHeart(directory, new Map(matters.map((matter) => [matter.id, matter])))
  const work: Store['turn'] = (turn) => turn(bound)
  return {
    dialect: 'sqlite',
    turn: work,
    trial: work,
    look: work,
    survey: work,
    damage: async () => undefined,
    close: async () => {},
  }
}

/** Only what a report asks for; a turn that asks for more is answered 500, and the bench says so. */
function byHeart(directory: Directory, matters: ReadonlyMap<number, Matter>): Bound {
  const known = {
    inbox: { take: async () => true, note: async () => {} },
    calendar: { read: async () => calendarOf(notices) },
    profiles: { own: async () => [] },
    people: { version: async () => 1, directory: async () => directory },
    matters: { get: async (id: number) => matters.get(id), save: async () => {} },
    journal: { append: async () => '' },
    pending: { set: async () => {} },
    messages: { about: async () => undefined, living: async () => [], add: async () => {} },
    outbox: { waiting: async () => [], put: async () => true },
    allowance: { about: async () => [] },
  }
  return known as unknown as Bound
}
