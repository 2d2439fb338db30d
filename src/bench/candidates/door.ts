/** Our door alone: signature, decryption, event to words; nobody hears it. This design's limit. */
import { getRequestListener } from '@hono/node-server'
import { webhook } from '../../feishu/webhook.ts'
import { appAt, botOpenId } from '../app.ts'
import { listen, type Start } from './listening.ts'

export const start: Start = ({ platform, port }) => {
  const door = webhook({
    ...appAt(platform),
    wire: () => ({ bot: botOpenId }),
    now: () => Date.now(),
    hear: async () => ({ outcome: 'acted' }),
  })
  return listen(getRequestListener(door.fetch), port)
}
