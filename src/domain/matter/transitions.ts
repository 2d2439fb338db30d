/** The table of transitions (domain.md D.2 with the holes of decisions.md) as data: every rule that moves a matter asks here first. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Matter, Status } from './matter.ts'
import type { Player } from './players.ts'

/** The events of a matter's life by their names in domain.md D.1. */
export type Event =
  | 'register'
  | 'refer'
  | 'rule'
  | 'sign'
  | 'declineSign'
  | 'deploy'
  | 'feedback'
  | 'askExtension'
  | 'approveExtension'
  | 'requestClose'
  | 'returnForRework'
  | 'complete'
  | 'closeOut'
  | 'finalRefusal'
  | 'instruct'
  | 'instructAgain'
  | 'reopen'
  | 'archive'
  | 'suspend'
  | 'resume'
  | 'askWithdrawal'
  | 'withdraw'
  | 'merge'
  | 'amend'
  | 'amendDue'
  | 'urge'
  | 'escalate'
  | 'waive'

export interface Transition {
  /** Row of the table in D.2; 20 to 22 are its holes, as decisions.md fills them; null where D.2 is silent. */
  row: number | null
  word: string
  from: readonly Status[]
  /** Where it leads; null where the matter stays, or goes back to where it came from. */
  to: Status | null
  /** Who may; none where only the clock does. */
  who: readonly Player[]
}

const LIVE = [
  'registered',
  'assigned',
  'signed',
  'in_progress',
  'close_requested',
  'completed',
] as const satisfies Status[]
const OPEN = ['draft', ...LIVE, 'suspended'] as const satisfies Status[]
const NOT_HANDED_IN = OPEN.filter((one) => one !== 'close_requested' && one !== 'completed')
const UNDER_WAY = ['assigned', 'signed', 'in_progress'] as const satisfies Status[]
const BEFORE_SIGNING = ['registered', 'assigned'] as const satisfies Status[]

const leading: readonly Player[] = ['author', 'charge', 'principal']

export const transitions: Readonly<Record<Event, Transition>> = {
  register: { row: 2, word: '立项', from: ['draft'], to: 'registered', who: ['supervisor'] },
  refer: { row: 3, word: '转办', from: BEFORE_SIGNING, to: 'assigned', who: ['supervisor'] },
  rule: { row: 22, word: '批示承办单位', from: BEFORE_SIGNING, to: 'assigned', who: leading },
  sign: { row: 4, word: '签收', from: ['assigned'], to: 'signed', who: ['head', 'liaison'] },
  declineSign: { row: 5, word: '退签', from: ['assigned'], to: 'registered', who: ['head'] },
  deploy: {
    row: 6,
    word: '分办',
    from: ['signed', 'in_progress'],
    to: 'in_progress',
    who: ['head'],
  },
  feedback: { row: 7, word: '报', from: ['in_progress'], to: null, who: ['handler', 'head'] },
  askExtension: { row: 8, word: '延期', from: ['in_progress'], to: null, who: ['handler', 'head'] },
  approveExtension: {
    row: 8,
    word: '批延期',
    from: ['in_progress', 'close_requested'],
    to: null,
    who: ['head', 'extender'],
  },
  requestClose: {
    row: 9,
    word: '办结',
    from: ['in_progress'],
    to: 'close_requested',
    who: ['asker'],
  },
  returnForRework: {
    row: 10,
    word: '退回',
    from: ['close_requested'],
    to: 'in_progress',
    who: ['reviewer'],
  },
  complete: {
    row: 11,
    word: '同意',
    from: ['close_requested'],
    to: 'completed',
    who: ['reviewer'],
  },
  finalRefusal: {
    row: 19,
    word: '不予办理',
    from: UNDER_WAY,
    to: 'completed',
    who: ['principal'],
  },
  closeOut: { row: 12, word: '销号', from: ['completed'], to: 'closed_out', who: ['closer'] },
  instruct: {
    row: null,
    word: '批示',
    from: OPEN.filter((one) => one !== 'draft' && one !== 'completed'),
    to: null,
    who: ['leader'],
  },
  instructAgain: { row: 13, word: '批示', from: ['completed'], to: 'in_progress', who: leading },
  reopen: {
    row: 14,
    word: '重办',
    from: ['closed_out'],
    to: 'in_progress',
    who: ['supervisor', 'author'],
  },
  archive: { row: 15, word: '归档', from: ['closed_out'], to: 'archived', who: [] },
  suspend: { row: 16, word: '挂起', from: LIVE, to: 'suspended', who: ['charge'] },
  resume: { row: 20, word: '恢复', from: ['suspended'], to: null, who: ['charge'] },
  askWithdrawal: {
    row: 17,
    word: '申请撤项',
    from: ['draft', ...BEFORE_SIGNING],
    to: null,
    who: ['assigner', 'supervisor'],
  },
  withdraw: {
    row: 17,
    word: '撤项',
    from: ['draft', ...BEFORE_SIGNING],
    to: 'withdrawn',
    who: ['consenter'],
  },
  merge: { row: 18, word: '并项', from: OPEN, to: 'merged', who: ['supervisor'] },
  amend: { row: null, word: '改', from: OPEN, to: null, who: ['supervisor', 'assigner'] },
  amendDue: {
    row: null,
    word: '改时限',
    from: NOT_HANDED_IN,
    to: null,
    who: ['supervisor', 'assigner'],
  },
  urge: { row: null, word: '催办', from: OPEN, to: null, who: ['supervisor', 'author', 'charge'] },
  escalate: {
    row: 19,
    word: '提级',
    from: UNDER_WAY,
    to: null,
    who: ['handler', 'head', 'charge'],
  },
  waive: {
    row: 21,
    word: '免协',
    from: ['draft', 'registered', ...UNDER_WAY],
    to: null,
    who: ['head'],
  },
}

/** The status an event leads to. Declines where the table has no such row, naming the next right step. */
export function move(matter: Matter, event: Event, directory: Directory): Status {
  const { from, to, word } = transitions[event]
  if (from.includes(matter.status)) return to ?? matter.status
  const { say, tries, next = '' } = nextStep(matter, directory)
  throw new Declined('E-STATE-1', `${matter.id}号${say}，现在不能${word}。${next}`, tries)
}

interface Next {
  /** Where it stands and whose step is next, as the middle of a sentence. */
  say: string
  /** What to say. */
  tries: string[]
  /** Where nobody's step is next: what could still be done, as a sentence. */
  next?: string
}

/** Where a matter stands and what comes next. */
export function nextStep(matter: Matter, directory: Directory): Next {
  const head = directory.name(directory.units.get(matter.lead)?.head ?? null)
  const id = matter.id
  switch (matter.status) {
    case 'draft':
      return { say: '还是拟办，待督查室立项', tries: [`立项 ${id}`] }
    case 'registered':
      return matter.refused
        ? { say: '已退签，待督查室转办或领导批示', tries: [`转办 ${id} 科室名`] }
        : { say: '已立项，待督查室交办', tries: [`转办 ${id} 科室名`] }
    case 'assigned':
      return { say: `待${directory.unitName(matter.lead)}${head}签收`, tries: [`签收 ${id}`] }
    case 'signed':
      return { say: `已签收，待${head}分办`, tries: [`分办 ${id} @承办人`] }
    case 'in_progress':
      return { say: `正由${directory.name(matter.handler)}办理`, tries: [`报 ${id} 最新进展`] }
    case 'close_requested':
      return { say: '已申请办结，待审核', tries: [`查 ${id}`] }
    case 'completed':
      return { say: '已审核通过，待销号', tries: [`查 ${id}`] }
    case 'closed_out':
      return {
        say: '已销号',
        tries: [`重办 ${id} 理由`, `历史 ${id}`],
        next: '要再办，请督查室或交办的领导重办。',
      }
    case 'archived':
      return { say: '已归档', tries: [`历史 ${id}`], next: '要再办，请另行交办。' }
    case 'suspended':
      return {
        say: '已挂起',
        tries: [`恢复 ${id}`],
        next: '请分管领导恢复，或等到复核日自动恢复。',
      }
    case 'withdrawn':
      return { say: '已撤项', tries: [`历史 ${id}`], next: '要再办，请另行交办。' }
    case 'merged': {
      const into = matter.mergedInto
      const other = into === null ? '另一件' : `${into}号`
      const tries = [into === null ? `历史 ${id}` : `查 ${into}`]
      return { say: `已并入${other}`, tries, next: `请按${other}办理。` }
    }
  }
}
