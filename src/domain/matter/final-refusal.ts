/** 不予办理: the one final no. The principal's alone, with a legal ground and an answer for the client (domain.md B.6, ES7). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'
import { mustWait, onChain, rungNames } from './refusal.ts'
import type { Refusal } from './sides.ts'
import { move } from './transitions.ts'

/** What a final no rests on and what the client is told; null where it was not said. */
export interface FinalWord {
  ground: string | null
  reply: string | null
}

/** A law, a rule or a paper by name, number or article; “按规定” alone is none. */
const GROUND =
  /《[^》]{2,}》|第\s*[\d一二三四五六七八九十百零]+\s*[条款项]|[〔[［(（]\d{4}[〕\]］)）]\s*\d+\s*号|.{2,}(?:(?<![没方办想无看说做])法|条例|细则|(?:管理|暂行|实施|试行)办法|实施意见)(?!\p{Script=Han})/u

/** An answer is a sentence, not a shrug. */
const SHORTEST_REPLY = 6

/** The principal, or who acts for him, makes the no final: completed with his word, to be struck off once the client was told. */
export function refuseFinally(
  matter: Matter,
  act: Act,
  word: FinalWord,
  directory: Directory,
): Decision {
  const rung = onChain(matter, act, directory)
  const open = mustWait(matter)
  if (rung < 4) throw belowTheLast(matter, rungNames[rung], directory)
  onlyFreshEyes(open, act)
  const { ground, reply } = checked(matter, word)
  const status = move(matter, 'finalRefusal', directory)
  const text = `不予办理，依据${ground}；答复：${reply}`
  const refusal: Refusal = { ...open, outcome: 'final', ended: act.at, ground, reply }
  const closing = { by: act.by.id, at: act.at, text }
  const next = { ...matter, status, refusal, closing, extension: null, changed: act.at }
  const head = directory.units.get(matter.lead)?.head
  const answers = matter.client && !matter.client.answered ? matter.follower : null
  return {
    matter: next,
    verb: '不予办理',
    text,
    notices: [
      ...notify(act, [answers], `${matter.id}号定为不予办理，请答复服务对象：${reply}`, true),
      ...notify(
        act,
        [head, matter.handler].filter((id) => id !== answers),
        `${matter.id}号定为不予办理，依据${ground}。`,
      ),
    ],
  }
}

/** Declines unless both are there, naming what is missing. */
function checked(matter: Matter, { ground, reply }: FinalWord) {
  const grounded = ground !== null && GROUND.test(ground)
  const answered = reply !== null && [...reply].length >= SHORTEST_REPLY
  if (grounded && answered) return { ground, reply }
  const lacks = [
    ...(grounded ? [] : ['依据（哪部法规或文件、第几条）']),
    ...(answered ? [] : ['给服务对象的答复（说明原因和可走的途径）']),
  ]
  throw new Declined('E-REFUSAL-6', `不予办理还缺：${lacks.join('、')}。`, [
    `不予办理 ${matter.id} 依据${grounded ? ground : '《办法》第九条'} 答复 ${answered ? reply : '您的申请不符合条件，可向……申请'}`,
  ])
}

/** Who acts for the principal and said no on a lower rung does not end it himself. */
function onlyFreshEyes(open: Refusal, act: Act): void {
  if (open.reasons.some((one) => one.by === act.by.id && !one.slept))
    throw new Declined('E-RIGHT-3', '您已在前一级说过“不”，代行时不能再由您定为不予办理。')
}

function belowTheLast(matter: Matter, rung: string, directory: Directory): Declined {
  const [principal] = directory.principals
  return new Declined(
    'E-REFUSAL-5',
    `${matter.id}号是否不予办理，由主要领导${principal?.name ?? ''}定。您是${rung}，能办请说“能办”，确有难处请写明理由提级。`,
    [`提级 ${matter.id} 需外部门确权`, `能办 ${matter.id} 由我科牵头协调`],
  )
}
