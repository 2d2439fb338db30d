/** The table of transitions (domain.md D.2) as data: every rule that moves a matter asks here first. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Matter, Status } from './matter.ts'

/** The events of a matter's life by their names in domain.md D.1. */
export type Event =
  | 'sign'
  | 'declineSign'
  | 'refer'
  | 'deploy'
  | 'feedback'
  | 'askExtension'
  | 'requestClose'
  | 'returnForRework'
  | 'complete'
  | 'closeOut'
  | 'finalRefusal'

interface Transition {
  /** Row of the table in D.2. */
  row: number
  word: string
  from: readonly Status[]
  to: Status
}

export const transitions: Readonly<Record<Event, Transition>> = {
  sign: { row: 4, word: '签收', from: ['assigned'], to: 'signed' },
  declineSign: { row: 5, word: '退签', from: ['assigned'], to: 'registered' },
  refer: { row: 3, word: '转办', from: ['registered', 'assigned'], to: 'assigned' },
  deploy: { row: 6, word: '分办', from: ['signed', 'in_progress'], to: 'in_progress' },
  feedback: { row: 7, word: '报', from: ['in_progress'], to: 'in_progress' },
  askExtension: { row: 8, word: '延期', from: ['in_progress'], to: 'in_progress' },
  requestClose: { row: 9, word: '办结', from: ['in_progress'], to: 'close_requested' },
  returnForRework: { row: 10, word: '退回', from: ['close_requested'], to: 'in_progress' },
  complete: { row: 11, word: '同意', from: ['close_requested'], to: 'completed' },
  closeOut: { row: 12, word: '销号', from: ['completed'], to: 'closed_out' },
  finalRefusal: {
    row: 19,
    word: '不予办理',
    from: ['assigned', 'signed', 'in_progress'],
    to: 'completed',
  },
}

/** The status an event leads to. Declines where the table has no such row, naming the next right step. */
export function move(matter: Matter, event: Event, directory: Directory): Status {
  const { from, to, word } = transitions[event]
  if (from.includes(matter.status)) return to
  const { say, tries } = nextStep(matter, directory)
  throw new Declined('E-STATE-1', `${matter.id}号${say}，现在不能${word}。`, tries)
}

/** Where a matter stands and whose step is next, as the middle of a sentence, with the sentence to say. */
export function nextStep(matter: Matter, directory: Directory): { say: string; tries: string[] } {
  const head = directory.name(directory.units.get(matter.lead)?.head ?? null)
  const id = matter.id
  switch (matter.status) {
    case 'draft':
    case 'registered':
      return { say: '已退签，待督查室转办', tries: [`转办 ${id} 科室名`] }
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
    case 'archived':
      return { say: '已销号', tries: [`历史 ${id}`] }
    case 'suspended':
      return { say: '已挂起', tries: [`历史 ${id}`] }
    case 'withdrawn':
      return { say: '已撤项', tries: [`历史 ${id}`] }
    case 'merged':
      return { say: '已并入其他事项', tries: [`历史 ${id}`] }
  }
}
