/** `simulate`: the sample office lives its year through the pretend Feishu, and is checked and counted again. */
import { join } from 'node:path'
import { Declined } from '../../domain/declined.ts'
import { type Cluster, freshDatabase, openCluster } from '../../simulate/cluster.ts'
import { memoryFolder } from '../../simulate/memory.ts'
import { type Outcome, simulate as simulated } from '../../simulate/simulate.ts'
import type { Desk, Exit } from '../desk.ts'
import { inFolder, isServer } from '../scratch.ts'

interface Asked {
  days: string
  seed: string
  faults?: boolean
  engine: string
  database?: string
  json?: boolean
}

/** Lives, prints what was found and at what rate; exit 1 when something does not hold. */
export async function simulate(desk: Desk, asked: Asked): Promise<Exit> {
  const days = wholeNumber(asked.days, 1, 365, '--days')
  const seed = wholeNumber(asked.seed, 0, 2 ** 31, '--seed')
  if (asked.engine !== 'sqlite' && asked.engine !== 'postgres')
    throw new Declined('E-USE-10', '--engine 只能是 sqlite 或 postgres。')
  const began = performance.now()
  const outcome = await onDatabase(asked, (databaseUrl) =>
    simulated({ seed, days, faults: asked.faults ?? false, databaseUrl }),
  )
  const seconds = (performance.now() - began) / 1000
  if (asked.json) {
    const { seed, days, events, messages, violations, recount } = outcome
    desk.out(JSON.stringify({ seed, days, events, messages, violations, recount }))
  } else for (const line of summary(outcome, seconds)) desk.out(line)
  return outcome.violations.length === 0 ? 0 : 1
}

function wholeNumber(said: string, least: number, most: number, option: string): number {
  const number = Number(said)
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Declined('E-USE-10', `${option} 应为 ${least} 至 ${most} 的整数。`)
  return number
}

/** A database that is gone afterwards: a file, or a database on a server of its own or on the one named. */
async function onDatabase(
  { engine, database }: Asked,
  work: (databaseUrl: string) => Promise<Outcome>,
): Promise<Outcome> {
  if (engine === 'sqlite') return inFolder((dir) => work(join(dir, 'year.db')), memoryFolder())
  if (database !== undefined && !isServer(database))
    throw new Declined('E-USE-10', '--database 应为 postgres:// 开头的网址。')
  const cluster: Pick<Cluster, 'url' | 'stop'> | undefined =
    database === undefined ? await openCluster() : { url: database, stop: async () => {} }
  if (!cluster)
    throw new Declined('E-USE-10', '这里没有 PostgreSQL，请用 --database 指明一个服务器。')
  try {
    const made = await freshDatabase(cluster.url, `duban_year_${process.pid}`)
    return await work(made.url).finally(made.drop)
  } finally {
    await cluster.stop()
  }
}

function summary(outcome: Outcome, seconds: number): string[] {
  const { seed, days, events, messages, troubles, violations, recount } = outcome
  const { matters, closed, closedLate, open, onTimeOfClosed, closedOfDue, perDay } = recount
  const { bySource, returned, extended, reopened, declined, merged, withdrawn } = recount
  const { finalRefusals, ofForces, pendingLines, packs, pages } = recount
  const { counted, idle } = packs
  const { digests, mornings, gathered } = pages
  const sources = Object.entries(bySource).map(([source, many]) => `${source}${many}`)
  return [
    `2022 年的 ${days} 天，种子 ${seed}：说了 ${events} 句话，看到 ${messages} 次消息和改动。`,
    `故障 ${troubles.faults} 次，重启 ${troubles.restarts} 次，断电 ${troubles.cuts} 次。`,
    `事项 ${matters} 件（${sources.join('、')}）：已办结 ${closed} 件（逾期 ${closedLate} 件），在办 ${open} 件；另并项 ${merged} 件、撤项 ${withdrawn} 件，专班任务 ${ofForces} 件。`,
    `退回 ${returned} 件，准予延期 ${extended} 次，重办 ${reopened} 次，退签 ${declined} 次，说“不”到底 ${finalRefusals} 件。`,
    `按时办结占已办结的 ${onTimeOfClosed}%，已办结占应办结的 ${closedOfDue}%。`,
    `重算：待办 ${pendingLines} 条，例会议程 ${counted} 份（另 ${idle} 次无事可议），领导简报 ${digests.counted} 份，今日待办 ${mornings.counted} 份，新到事项 ${gathered.counted} 张。`,
    `每人每个工作日的主动消息：中位数 ${perDay.median} 条，最多 ${perDay.most} 条。`,
    `用时 ${seconds.toFixed(1)} 秒，每秒 ${(days / seconds).toFixed(1)} 天。`,
    ...(violations.length === 0
      ? ['不变量全部成立，重算一致。']
      : [`不成立 ${violations.length} 条：`, ...violations.slice(0, 50)]),
  ]
}
