/** 提级: a rung that let its time pass is passed over; the principal is asked for his word, never spared it. */
import { job, settle, showTo } from '../bot/index.ts'
import { moveOn, waitingRefusal } from '../domain/matter/refusal.ts'
import { refusalRule } from '../domain/matter/rungs.ts'

export default job({
  rule: 'refusal',
  name: '说不逾时提级',
  late: Number.POSITIVE_INFINITY,
  async run(turn, subject) {
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    const open = matter && waitingRefusal(matter)
    if (!matter || !open) return '说“不”已有答复'
    if (turn.now < open.due) return '已到上一级，未到时限'
    const decision = moveOn(
      matter,
      turn.now,
      turn.directory,
      turn.calendar,
      refusalRule(turn.profiles),
    )
    if (decision) {
      await settle(turn, decision, null)
      return undefined
    }
    const { id } = matter
    const say = `${id}号说“不”已到局内答复时限，请定：能办的写明怎么办，确不能办的写明依据和答复。`
    await showTo(turn, matter, open.person, say)
    for (const one of turn.directory.withRole('supervisor'))
      await showTo(turn, matter, one.id, `${id}号说“不”已到局内答复时限，待主要领导定。`)
    return undefined
  },
})
