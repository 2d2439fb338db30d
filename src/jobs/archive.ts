/** 归档: what has been closed for a quarter is put away, read only (D.2 row 15). */
import { job, settle } from '../bot/index.ts'
import { archive } from '../domain/matter/reopen.ts'

export default job({
  rule: 'archive',
  name: '归档',
  late: Number.POSITIVE_INFINITY,
  async run(turn, subject) {
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    if (matter?.status !== 'closed_out') return '事项未在销号状态'
    await settle(turn, archive(matter, turn.now), null)
    return undefined
  },
})
