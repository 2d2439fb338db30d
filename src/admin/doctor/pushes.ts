/** Whether the platform's pushes arrive: no API tells whether it has verified the address, but what came here proves it. */
import { type Instant, isoOf } from '../../domain/time/day.ts'
import type { Store } from '../../store/open.ts'
import { type Finding, look, well, wrong } from './finding.ts'

/** An office is spoken to every working day; the longest holidays are shorter than this. */
const QUIET = 12 * 86_400_000

const HINT =
  '请在开放平台“事件与回调”核对：请求地址已保存并通过验证，已订阅事件，版本已发布；然后对机器人说一句话，再检查一次'

/** When something last came, and what to do where nothing did. */
export async function pushFinding(store: Store, now: Instant): Promise<Finding> {
  const at = await store.look(({ inbox }) => inbox.lastPush())
  if (at === undefined)
    return wrong('推送', '还没有收到过平台的任何事件，请求地址可能没有通过验证', HINT)
  const say = `最近一次收到平台的事件是 ${isoOf(at)}`
  return now - at > QUIET ? look('推送', `${say}，此后没有`, HINT) : well('推送', say)
}
