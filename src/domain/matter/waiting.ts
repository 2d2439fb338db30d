/** Which request waits on a matter; when two do, the bot asks (decisions.md "Who ends a matter"). */
import { Asked, Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Matter } from './matter.ts'
import { nextStep } from './transitions.ts'
import { waitsForWithdrawal } from './withdraw.ts'

export type Request = '延期' | '办结' | '撤项'

/** The one request meant. Asks when both wait and none was named; declines when none waits. */
export function waitingOn(
  matter: Matter,
  named: Request | null,
  say: (which: Request) => string,
  directory: Directory,
): Request {
  const waits: Request[] = [
    ...(matter.extension ? (['延期'] as const) : []),
    ...(matter.status === 'close_requested' ? (['办结'] as const) : []),
    ...(waitsForWithdrawal(matter) ? (['撤项'] as const) : []),
  ]
  if (named !== null && (waits.includes(named) || waits.length === 0)) return named
  if (waits.length === 1 && named === null) return waits[0]!
  if (waits.length === 2)
    throw new Asked(
      'E-STATE-3',
      `${matter.id}号有延期和办结两项申请，请选择：`,
      waits.map((one) => ({ label: one, say: say(one) })),
    )
  const next = nextStep(matter, directory)
  throw new Declined('E-STATE-2', `${matter.id}号${next.say}，没有待批的申请。`, next.tries)
}
