/** A fault is owned: numbered, logged without content, told to the keeper; the speaker hears the number. */
import { refuseTapped, write } from './answer.ts'
import type { Heard, Incoming } from './message.ts'
import type { Office } from './office.ts'
import { turnOn } from './open-turn.ts'
import { privatePlace } from './place.ts'
import type { Spoken } from './turn.ts'

/** Writes the key and the number in the place of the turn that failed. Rejects when even that cannot be kept. */
export async function fault(
  office: Office,
  incoming: Incoming,
  turn: Spoken | undefined,
  error: unknown,
): Promise<Heard> {
  return office.store.turn(async (store) => {
    if (!(await store.inbox.take(incoming.key, office.now()))) return { outcome: 'duplicate' }
    await store.inbox.note(incoming.key, 'fault')
    const number = `F-${await store.counters.next('fault')}`
    office.log.error({ fault: number, key: incoming.key, kind: incoming.kind, err: error }, 'fault')
    const directory = await office.directory(store)
    const keeper = turnOn(office, store, directory, { key: `${incoming.key}!`, way: '故障' })
    for (const admin of directory.withRole('admin'))
      await keeper.post({
        kind: 'send',
        place: privatePlace(admin.id),
        body: { content: { lines: [`出现故障 ${number}，请查看运行日志。`] } },
        class: 'notice',
        weight: 'urgent',
      })
    const say = `出错了，编号 ${number}，已告知管理员，请稍后再试。`
    if (!turn) return { outcome: 'fault', reply: say }
    const again = turn.reopened(store)
    if (incoming.kind === 'tapped') {
      const heard = await refuseTapped(again, {
        code: number,
        say,
        tries: [],
        choices: [],
        aside: false,
      })
      return { ...heard, outcome: 'fault' }
    }
    await write(again, { lines: [say] })
    return { outcome: 'fault', reply: say }
  })
}
