/** What people say behind 待办 and 还有什么 without narrowing anything: 有哪些, 要办的. */
import type { Slot } from '../slot.ts'

const LEFT =
  /^(?:事项|工作|任务)?(?:(?:要|该|需要?|等着?我?)(?:办|处理|做)的?(?:事项?|工作|任务)?|(?:还|都)?有?(?:哪些|哪几件|什么|啥|几件|多少)(?:事项?|工作)?)[?]?(?=[\s,。?]|$)/u

/** Nothing that changes the answer. */
export const stillOpen: Slot<null> = {
  label: '要办的',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = LEFT.exec(sentence.folded.slice(from, to))
    return hit ? { value: null, span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}
