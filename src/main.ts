/** The key: with an app's settings it serves the real office, without any the practice ground. */
import { schedule } from 'node-cron'
import pino from 'pino'
import { appointKeeper } from './bot/keeper.ts'
import { readSettings, type Settings } from './config.ts'
import { Declined } from './domain/declined.ts'
import { lastWord } from './last-word.ts'
import { pressBeside } from './press.ts'
import { startBot } from './server.ts'
import { Unkept } from './store/unkept.ts'
import { unopenedLines } from './views/ailing.ts'

const now = () => Date.now()

/** The code of an office that cannot open its ledger. */
const UNOPENED = 'E-STORE-2'

interface Running {
  close(): Promise<void>
}

async function main(): Promise<void> {
  const settings = readSettings()
  const running = settings.feishu ? await serve(settings) : await practise(settings)
  stopOn(running)
}

/** The real office: every minute the clock is felt, and the post looked at. */
async function serve(settings: Settings): Promise<Running> {
  // A line of the log is not waited for: the answer is.
  const lines = pino.destination({ sync: false })
  const log = pino({ level: settings.logLevel, redact: ['*.authorization'] }, lines)
  const { databaseUrl, port, host, feishu } = settings
  if (!feishu) throw new Error('no app')
  const ports = { now, log, press: pressBeside }
  const bot = await startBot({ databaseUrl, port, host, feishu, ...ports, alone: true }).catch(
    async (error) => {
      if (error instanceof Unkept)
        await lastWord(settings, unopenedLines(error.ailment), now, () => {}).catch(() => {})
      throw error
    },
  )
  const roster = await bot.office.store.look((store) => store.people.directory())
  if (roster.people.size === 0)
    log.warn('花名册为空，机器人还不认识任何人：请先运行 npm run -s duban -- init')
  if (settings.keeper !== undefined && !(await appointKeeper(bot.office.store, settings.keeper)))
    log.warn('DUBAN_KEEPER 不在花名册中：请先运行 npm run -s duban -- init --keeper 手机号')
  await bot.beat()
  const minute = schedule('*/15 * * * * *', () => bot.beat(), {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    name: 'tick',
  })
  minute.on('execution:failed', ({ execution }) =>
    log.error({ err: execution?.error }, 'tick failed'),
  )
  log.info({ url: bot.url, mode: feishu.mode }, '督办已启动')
  return {
    async close() {
      await minute.destroy()
      await bot.close()
    },
  }
}

/** The practice ground: everything on this machine, nothing to set. */
async function practise(settings: Settings): Promise<Running> {
  // A real office never reads what pretends to be one.
  const { openGround, tries } = await import('./practice.ts')
  const { people } = await import('./sample/people.ts')
  const log = pino({ level: settings.logLevel === 'info' ? 'error' : settings.logLevel })
  const ground = await openGround({
    dir: 'data',
    real: now,
    log,
    press: pressBeside,
    port: settings.port,
    streetPort: settings.port === 0 ? 0 : settings.port + 1,
    page: new URL('../page', import.meta.url).pathname,
    story: true,
    keep: true,
    alone: true,
    fresh: process.argv.includes('--fresh'),
  })
  const second = setInterval(() => {
    void ground.street.runDue()
    void ground.bot.beat().catch((error) => log.error({ err: error }, 'tick failed'))
  }, 1000)
  const name = (openId: string) => people.find((one) => one.openId === openId)?.name ?? '督办'
  const shown = tries.map(({ as, say }) => {
    const words = say.replace('@[bot] ', '').replace(/@\[(ou_\w+)\]/g, (_, id) => `@${name(id)}`)
    return `${name(as)}说“${words}”`
  })
  console.log(`督办练习场已就绪：${ground.street.url} ｜ 试试：${shown.join('；')}`)
  return {
    async close() {
      clearInterval(second)
      await ground.close()
    },
  }
}

/** The first signal ends in good order, the second at once. */
function stopOn(running: Running): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      const limit = setTimeout(() => process.exit(1), 10_000)
      running.close().then(
        () => {
          clearTimeout(limit)
          process.exit(0)
        },
        () => process.exit(1),
      )
    })
}

main().catch((error) => {
  console.error(whyNot(error))
  process.exit(1)
})

/** What stopped the start, in words where it is something to be set right. */
function whyNot(error: unknown): unknown {
  if (error instanceof Declined) return error.say
  if (error instanceof Unkept)
    return [...unopenedLines(error.ailment), `（${UNOPENED}，${error.message}）`].join('\n')
  const { code, port } = error as { code?: string; port?: number }
  return code === 'EADDRINUSE'
    ? `端口 ${port} 已被占用，未启动：请停止占用它的程序，或用 PORT 另设端口。`
    : error
}
