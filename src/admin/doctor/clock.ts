/** The machine's clock, held against the platform's and against what the ledger has seen already. */
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Instant } from '../../domain/time/day.ts'
import { isoOf } from '../../domain/time/day.ts'
import { baseOf } from '../../feishu/domain.ts'
import type { Store } from '../../store/open.ts'
import { type Finding, look, well, wrong } from './finding.ts'

const PATIENCE = 3000
const MINUTE = 60_000
/** The door refuses what is signed more than ten minutes ahead. */
const TOO_FAR = 5 * MINUTE
const HINT = '请开启系统的自动校时（NTP）'

/** The zone this system shows; the program itself counts in Beijing time whatever it is. */
export function zoneFinding(): Finding {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return well('时钟', `系统时区 ${zone}，程序一律按北京时间计算`)
}

/** Whether history lies in the future: the clock was put back, or the ledger was carried here. */
export async function ledgerFinding(store: Store, now: Instant): Promise<Finding> {
  const line = await store.look(async ({ journal, matters }) => {
    const office = (await journal.of('office')).at(-1)?.at ?? 0
    const open = await matters.find({ changedSince: now + MINUTE, limit: 1000 })
    return Math.max(office, ...open.map((matter) => matter.changed))
  })
  return line <= now + MINUTE
    ? well('时钟', `${isoOf(now)}，不早于台账的最后一笔`)
    : wrong('时钟', `${isoOf(now)}，早于台账的最后一笔 ${isoOf(line)}`, HINT)
}

/** How far this clock is from the platform's. */
export async function platformFinding(domain: string, now: () => Instant): Promise<Finding> {
  const far = await farTime(baseOf(domain))
  if (far === undefined) return look('时钟', '没有问到平台的时间', '请检查到开放平台的网络')
  const off = Math.round((now() - far) / 1000)
  const say = `与平台相差 ${Math.abs(off)} 秒`
  if (Math.abs(off) * 1000 > TOO_FAR) return wrong('时钟', say, HINT)
  return Math.abs(off) * 1000 > MINUTE ? look('时钟', say, HINT) : well('时钟', say)
}

/** The Date header of an address, to the second; undefined when there is no answer. */
function farTime(url: string): Promise<Instant | undefined> {
  const ask = url.startsWith('https:') ? secure : plain
  return new Promise((told) => {
    const request = ask(url, { method: 'HEAD', timeout: PATIENCE }, (answer) => {
      answer.resume()
      const at = Date.parse(answer.headers.date ?? '')
      told(Number.isNaN(at) ? undefined : at)
    })
    request.on('error', () => told(undefined))
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.end()
  })
}
