/** 回访: the working day after a client's matter was struck off, its caller is reminded to ask whether he is content. */
import { job, showTo } from '../bot/index.ts'
import { awaitsCallback, callerOf } from '../domain/matter/client-duties.ts'

export default job({
  rule: 'callback',
  name: '回访提醒',
  late: 3 * 24 * 60,
  async run(turn, subject) {
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    if (!matter?.client || !awaitsCallback(matter)) return '不用回访'
    const caller = callerOf(matter, matter.client, turn.directory)
    const say = `${matter.id}号已销号，请回访服务对象${matter.client.name}，问是否满意。`
    await showTo(turn, matter, caller, say)
    return undefined
  },
})
