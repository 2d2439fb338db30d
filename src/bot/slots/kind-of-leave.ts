/** 事假、年休假、因病: said beside a leave and not kept, since why somebody is away is nobody's business here. */
import { Declined } from '../../domain/declined.ts'
import { wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'

const KINDS =
  /^(?:[(]?(?:[事病婚产丧年]假|年休假?|公休假?|休假|工休|陪产假|护理假|育儿假|探亲假|疗休养|调休|补休|轮休|因[公私病事](?:外出|出差)?|因?家[中里]?有事|因?身体不适|因?个人原因|看病|就医|体检|有事|外出|出差|学习|培训|参加?培训|开会|办事|请假|休息)[)]?[\s,，、。]*)+$/u

/** The kind of a leave; anything else that is left of the sentence was not understood. */
export const kindOfLeave: Slot<null> = {
  label: '请假事由',
  stands: 'rest',
  optional: true,
  read({ sentence }, [from, to]) {
    const left = sentence.folded.slice(from, to)
    const rest = left.replace(/^[\s,:;、。]+/u, '')
    if (rest === '' || KINDS.test(rest)) return { value: null, span: [from, to] }
    const words = wordsIn(sentence, to - rest.length, to)
    throw new Declined('E-SAY-1', `没有看懂“${words}”，没有登记。请只写哪几天、由谁代办。`, [
      '请假 12月1日至5日 代办 @王强',
    ])
  },
  absent: () => null,
}
