/** The bot as it is: door, turn, journal, receipt, COMMIT, and its post at the platform's pace. */
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
  })
  return Number(new URL(bot.url).port)
}
