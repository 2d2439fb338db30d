/** 分办: the head names who carries the matter. */
import { command, handler, heads, matter, remark, settle } from '../src/bot/index.ts'
import { deploy, sign } from '../src/domain/matter/sign.ts'

export default command({
  name: '分办',
  aliases: ['部署'],
  about: '办理',
  summary: '科室负责人指定承办人，可附办理要求',
  says: ['{matter} {handler} {words}', '{handler} {matter} {words}', '{handler} {words}'],
  slots: { matter, handler, words: remark },
  who: heads,
  examples: ['分办 10 @王强 先摸底再拿方案'],
  changes: true,
  async run(turn, { matter, handler, words }) {
    const { actor, directory } = turn
    const act = { by: actor, at: turn.at }
    // Naming the handler says that the matter is taken on: both steps, each with its line in the history.
    const signed =
      matter.status === 'assigned'
        ? await settle(turn, sign(matter, act, directory), actor.id)
        : matter
    const after = await settle(turn, deploy(signed, act, handler, words, directory), actor.id)
    return { line: `${after.id}号已分办给${handler.name}。`, matter: after }
  },
})
