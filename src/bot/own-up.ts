/** 停机说明: after downtime each person gets one honest card, not a flood and not silence (delivery.md promise 4). */
import type { Instant } from '../domain/time/day.ts'
import { lateCard } from '../views/late.ts'
import { messageSaid } from '../views/said.ts'
import { MISSED } from './missed.ts'
import type { Office } from './office.ts'
import { openTurn } from './open-turn.ts'
import { personOf } from './place.ts'
import { sendingCard } from './turn.ts'

/** Tells everybody for whom something came late what it was, and since when nothing went out. */
export async function ownUp(office: Office, missed: Instant): Promise<void> {
  await office.store.turn(async (store) => {
    const turn = await openTurn(office, store, { key: `down:${missed}`, way: '定时' })
    for (const place of await store.allowance.waiting()) {
      const letters = (await store.allowance.folded(place)).filter((one) => one.reason === MISSED)
      if (letters.length === 0) continue
      const lines = letters.map((letter) => messageSaid(letter.body))
      const card = lateCard({ missed, lines }, turn)
      const key = `down:${missed}:${personOf(place) ?? place}`
      await turn.post({
        kind: 'send',
        place,
        body: sendingCard(card),
        class: 'notice',
        weight: 'page',
        key,
      })
      for (const { key } of letters) await store.allowance.told(key, MISSED, turn.now)
    }
  })
}
