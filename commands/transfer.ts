/** 转办: a matter that nobody signed goes to another lead unit. */
import { command, matter, settle, supervisors, unit } from '../src/bot/index.ts'
import { refer } from '../src/domain/matter/assign.ts'

export default command({
  name: '转办',
  about: '办理',
  summary: '退签或尚未签收的事项转给另一科室',
  says: ['{matter} {unit}', '{unit}'],
  slots: { matter, unit },
  who: supervisors,
  examples: ['转办 11 资产管理科'],
  changes: true,
  async run(turn, { matter, unit }) {
    const decision = refer(matter, { by: turn.actor, at: turn.at }, unit, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已转办${unit.name}，待签收。`, matter: after }
  },
})
