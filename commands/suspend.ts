/** 挂起、恢复、撤项、并项: a matter rests, goes on, ends before it began, or goes into another. */
import {
  Asked,
  command,
  due,
  either,
  intoMatter,
  leaders,
  liaisons,
  matter,
  optional,
  reason,
  remark,
  secretaries,
  settle,
  supervisors,
} from '../src/bot/index.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import { merge } from '../src/domain/matter/merge.ts'
import { step } from '../src/domain/matter/rights.ts'
import { lastReview, resume, suspend } from '../src/domain/matter/suspend.ts'
import { withdraw } from '../src/domain/matter/withdraw.ts'
import { addDays, dayOf } from '../src/domain/time/day.ts'
import { onOrBeforeWorkday } from '../src/domain/time/workdays.ts'
import { daySaid, whenSaid } from '../src/views/words.ts'

const suspending = command({
  name: '挂起',
  aliases: ['暂缓'],
  about: '办理',
  summary: '分管领导因外部原因挂起事项，写明复核日期，最长一个月',
  says: ['{matter} {review} {reason}', '{review} {reason}'],
  slots: { matter, review: optional(due), reason },
  who: leaders,
  examples: ['挂起 3 12月10日复核 等省厅批复'],
  changes: true,
  async run(turn, { matter, review, reason }) {
    const { directory, actor, today } = turn
    step(matter, actor, 'suspend', directory)
    const why = reason
      .replace(/^(?:至|到|复核日期?|复核|因为|因|理由[:：]?)+[\s，,：:]*/u, '')
      .replace(/[\s，,]*(?:后?复核|再议|再看|为止|恢复)$/u, '')
    if (!review) throw asksReview(matter, why)
    const day = dayOf(review.at)
    const decision = suspend(matter, { by: actor, at: turn.at }, why, day, directory, review.said)
    const after = await settle(turn, decision, actor.id)
    const line = `${after.id}号已挂起，${daySaid(day, today)}复核，到期自动恢复。10分钟内可说“撤销”。`
    return { line, matter: after }

    function asksReview({ id }: Matter, words: string): Asked {
      const days = [7, 14].map((n) => addDays(today, n))
      const choices = [...days, lastReview(turn.at)].map((one) => {
        const on = onOrBeforeWorkday(one, turn.calendar)
        return { label: daySaid(on, today), say: `挂起 ${id} ${on}复核 ${words}`.trim() }
      })
      return new Asked('E-DATE-8', `挂起${id}号请选复核日期，最长一个月：`, choices)
    }
  },
})

const resuming = command({
  name: '恢复',
  aliases: ['恢复办理'],
  about: '办理',
  summary: '分管领导恢复挂起的事项，可另定时限',
  says: ['{matter} {due} {words}', '{due} {words}'],
  slots: { matter, due: optional(due), words: remark },
  who: leaders,
  examples: ['恢复 4'],
  changes: true,
  async run(turn, { matter, due, words }) {
    const act = { by: turn.actor, at: turn.at }
    const decision = resume(matter, act, words, due, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const when = whenSaid(after.due, turn.now, turn.calendar)
    return { line: `${after.id}号已恢复办理，时限 ${when}。10分钟内可说“撤销”。`, matter: after }
  },
})

const withdrawing = command({
  name: '撤项',
  about: '办理',
  summary: '签收之前撤去不必再办的事项，须写明理由并经领导同意',
  says: ['{matter} {reason}', '{reason}'],
  slots: { matter, reason },
  who: either(leaders, supervisors, secretaries, liaisons),
  examples: ['撤项 11 上级已取消此项检查'],
  changes: true,
  async run(turn, { matter, reason }) {
    const act = { by: turn.actor, at: turn.at }
    const decision = withdraw(matter, act, reason, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const line =
      after.status === 'withdrawn'
        ? `${after.id}号已撤项。10分钟内可说“撤销”。`
        : `${after.id}号已申请撤项，待领导同意。`
    return { line, matter: after }
  },
})

const merging = command({
  name: '并项',
  aliases: ['合并'],
  about: '办理',
  summary: '把重复的事项并入另一件，以后只办那一件',
  says: ['{matter} {target}', '{target}'],
  slots: { matter, target: intoMatter },
  who: supervisors,
  examples: ['并项 12 入 9'],
  changes: true,
  async run(turn, { matter, target }) {
    const act = { by: turn.actor, at: turn.at }
    const { gone, kept } = merge(matter, target, act, turn.directory)
    const after = await settle(turn, gone, turn.actor.id)
    await settle(turn, kept, turn.actor.id)
    return { line: `${after.id}号已并入${target.id}号。10分钟内可说“撤销”。`, matter: after }
  },
})

export default [suspending, resuming, withdrawing, merging]
