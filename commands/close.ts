/** 销号: the one whose word it was strikes the matter off. */
import { command, either, heads, leaders, matter, settle, supervisors } from '../src/bot/index.ts'
import { closeOut } from '../src/domain/matter/close.ts'

export default command({
  name: '销号',
  about: '办理',
  summary: '交办的领导或督查室把办妥的事项销号',
  says: ['{matter}', ''],
  slots: { matter },
  who: either(leaders, supervisors, heads),
  examples: ['销号 7'],
  changes: true,
  async run(turn, { matter }) {
    const decision = closeOut(matter, { by: turn.actor, at: turn.at }, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已销号。`, matter: after }
  },
})
