/** An office that cannot open tells its keeper so, where there is a way. */
import { createHash } from 'node:crypto'
import { Undelivered } from './bot/message.ts'
import type { Settings } from './config.ts'
import type { Instant } from './domain/time/day.ts'
import { openApi } from './feishu/api.ts'
import { openIdsOf } from './feishu/contacts.ts'
import type { Log } from './feishu/log.ts'
import { openPace } from './feishu/pace.ts'
import { openSend, rateOf } from './feishu/send.ts'

/** Sends the lines to the keeper of the settings. A service manager that starts again and again is heard once an hour. */
export async function lastWord(
  { feishu, keeper }: Settings,
  lines: string[],
  now: () => Instant,
  log: Log,
): Promise<void> {
  if (!feishu || keeper === undefined) return
  const api = openApi({ ...feishu, now, log })
  const person = keeper.startsWith('ou_') ? keeper : (await openIdsOf(api, [keeper]))[keeper]
  if (person === undefined) throw new Undelivered('gone', 'keeper')
  const pace = openPace({ now: () => performance.now(), wait: async () => {}, rate: rateOf })
  // The platform remembers a uuid for an hour, and shows the same one only once.
  const uuid = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 40)
  await openSend(api, pace)({ kind: 'send', to: { person }, content: { lines }, uuid })
}
