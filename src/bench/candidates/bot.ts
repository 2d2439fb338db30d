/** The bot as it is: door, turn, journal, receipt, COMMIT. */
import pino from 'pino'
import { startBot } from '../../server.ts'
import { appAt } from '../app.ts'
import type { Start } from './listening.ts'

export const start: Start = async ({ file, platform, port }) => {
  const bot = await startBot({
    databaseUrl: file,
    feishu: appAt(platform),
    port,
    host: '127.0.0.1',
    now: () => Date.now(),
    log: pino({ level: 'info' }),
    alone: true,
    // A receipt counts once it is kept. Carrying it, 17 a second by the platform's limit, is not what is measured; the
    // burst allowed after every rest would weigh on each short round as it never does on a day.
    paceSpeed: 0.02,
  })
  return Number(new URL(bot.url).port)
}
