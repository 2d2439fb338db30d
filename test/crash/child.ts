/** A bot in a process of its own that ends itself, as by a power cut, the n-th time it comes to a named step. */
import pino from 'pino'
import { startBot } from '../../src/server.ts'

interface Orders {
  databaseUrl: string
  domain: string
  port: number
  /** Milliseconds added to the machine's clock. */
  ahead: number
  crashAt?: string
  nth?: number
  feishu: { appId: string; appSecret: string; encryptKey: string; verificationToken: string }
}

const orders: Orders = JSON.parse(process.argv[2] ?? '{}')
let left = orders.nth ?? 1

const bot = await startBot({
  databaseUrl: orders.databaseUrl,
  feishu: { ...orders.feishu, domain: orders.domain, mode: 'webhook' },
  port: orders.port,
  host: '127.0.0.1',
  now: () => Date.now() + orders.ahead,
  log: pino({ level: 'silent' }),
  alone: true,
  owner: 'crash',
  step(name) {
    if (name === orders.crashAt && --left === 0) process.kill(process.pid, 'SIGKILL')
  },
})
await bot.settled()
process.send?.('ready')
process.on('message', async (what) => {
  if (what === 'settle') {
    await bot.settled()
    process.send?.('settled')
  } else if (what === 'stop') {
    await bot.close()
    process.exit(0)
  }
})
