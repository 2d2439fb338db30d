/** What can be made to go wrong: each kind is switched on for a number of times, -1 for good. */
import type { Fault } from './protocol.ts'

type Kind = Fault['kind']

const LABELS: Record<Kind, string> = {
  'duplicate-event': '同一事件推送两次',
  'two-event-ids': '同一消息以两个事件编号推送',
  'event-delay': '事件推迟 15 秒推送',
  'timeout-after-success': '接口已执行但应答丢失',
  'group-rate-limit': '群消息过频被拒（230020）',
  'app-rate-limit': '应用调用过频被拒（429）',
  'token-expired': '访问令牌突然失效（99991663）',
  'card-refused': '卡片被拒（230099）',
  'no-bubbles': '跟随气泡不可用（99991672）',
  unreachable: '私聊对象不可达（230013）',
  quota: '本月调用额度用完（99991403）',
  unreadable: '读取消息被拒（230027）',
  slow: '接口应答缓慢',
  'server-error': '平台内部错误（500）',
}

/** Counts the faults down. */
export class Faults {
  readonly #times = new Map<Kind, number>()
  readonly #changed: (faults: Fault[]) => void

  /** `changed` is told the whole list whenever it changes. */
  constructor(changed: (faults: Fault[]) => void) {
    this.#changed = changed
  }

  /** Switches a fault on for `times` times, off with 0, on for good with -1. */
  set(kind: Kind, times: number): void {
    if (!Object.hasOwn(LABELS, kind)) throw new Error(`没有这种故障：${kind}`)
    if (!Number.isInteger(times) || times < -1)
      throw new Error(`次数应为 -1 或以上的整数：${times}`)
    this.#times.set(kind, times)
    this.#changed(this.list())
  }

  /** Whether the fault strikes now; counts it down when it does. */
  strikes(kind: Kind): boolean {
    const times = this.#times.get(kind) ?? 0
    if (times === 0) return false
    if (times > 0) this.set(kind, times - 1)
    return true
  }

  /** Every kind with its Chinese label and the times left. */
  list(): Fault[] {
    return (Object.keys(LABELS) as Kind[]).map((kind) => ({
      kind,
      label: LABELS[kind],
      times: this.#times.get(kind) ?? 0,
    }))
  }
}
