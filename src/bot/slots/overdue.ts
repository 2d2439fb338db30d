/** 逾期, as people name all that is past its date: 全部逾期, 所有逾期事项, 逾期的. */
import { missing, type Slot } from '../slot.ts'

const OVERDUE =
  /^(?:一下|下)?(?:全部|所有)?的?(?:已经?)?(?:逾期|超期|超时|过期)了?(?:未办结?|未完成)?的?(?:事项|件)?/u

/** Standing next. */
export const overdue: Slot<'逾期'> = {
  label: '范围（逾期）',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const hit = OVERDUE.exec(sentence.folded.slice(from, to))
    return hit === null ? undefined : { value: '逾期', span: [from, from + hit[0].length] }
  },
  absent: () => missing('范围（逾期）'),
}
