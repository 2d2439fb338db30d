/** 转办、协办、免协: who leads a matter that nobody signed, and which units give their part. */
import {
  anyone,
  command,
  either,
  heads,
  leaders,
  matter,
  reason,
  remark,
  settle,
  supervisors,
  supporters,
  unit,
} from '../src/bot/index.ts'
import { refer } from '../src/domain/matter/assign.ts'
import { profileOf } from '../src/domain/matter/profiles.ts'
import { supporterName } from '../src/domain/matter/support.ts'
import { askSupport, waiveSupport } from '../src/domain/matter/supporting.ts'
import { signLimit, startOf } from '../src/domain/matter/timetable.ts'
import { dueSaid } from '../src/views/words.ts'

const transfer = command({
  name: '转办',
  aliases: ['转给', '转交'],
  about: '办理',
  summary: '退签或尚未签收的事项转给另一科室',
  says: ['{matter} {unit}', '{unit} {matter}', '{unit}'],
  slots: { matter, unit },
  who: supervisors,
  examples: ['转办 11 资产管理科'],
  changes: true,
  async run(turn, { matter, unit }) {
    const { calendar, directory, at } = turn
    const profile = profileOf(matter, turn.profiles)
    const begins = startOf(profile, { at, urgent: matter.urgent !== null }, calendar)
    const signBy = signLimit(profile, begins, calendar)
    const decision = refer(matter, { by: turn.actor, at }, unit, directory, signBy)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已转办${unit.name}，待签收。`, matter: after }
  },
})

const support = command({
  name: '协办',
  aliases: ['配合'],
  about: '办理',
  summary: '请其他单位协办，反馈给主办单位',
  says: ['{matter} {supporters} {words}', '{supporters} {matter} {words}', '{supporters} {words}'],
  slots: { matter, supporters, words: remark },
  // An assigner may be anybody's head or leader; which one may, the rule says.
  who: either(leaders, supervisors, heads),
  examples: ['协办 3 农业农村科', '协办 5 @赵敏 提供涉农项目绩效数据'],
  changes: true,
  async run(turn, { matter, supporters, words }) {
    const act = { by: turn.actor, at: turn.at }
    const decision = askSupport(matter, act, supporters, words ?? '', turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const names = supporters.map(supporterName).join('、')
    const when = dueSaid(after.due, turn.now, turn.calendar)
    const line = `${after.id}号已请${names}协办，时限 ${when}。10分钟内可说“撤销”。`
    return { line, matter: after }
  },
})

const waive = command({
  name: '免协',
  about: '办理',
  summary: '主办单位负责人免去协办单位的反馈，写明理由',
  says: [
    '{matter} {supporters} {reason}',
    '{supporters} {matter} {reason}',
    '{supporters} {reason}',
  ],
  slots: { matter, supporters, reason },
  who: anyone,
  examples: ['免协 8 国库科 已另行报送'],
  changes: true,
  async run(turn, { matter, supporters, reason }) {
    const act = { by: turn.actor, at: turn.at }
    let after = matter
    for (const supporter of supporters)
      after = await settle(
        turn,
        waiveSupport(after, act, supporter, reason, turn.directory),
        turn.actor.id,
      )
    const names = supporters.map(({ unit }) => unit.name).join('、')
    return { line: `${after.id}号已免去${names}协办。10分钟内可说“撤销”。`, matter: after }
  },
})

export default [transfer, support, waive]
