/** 复核: on its review date a suspended matter goes on by itself (D.2 row 16, decisions.md hole 20). */
import { job, settle } from '../bot/index.ts'
import { resumeOnReview } from '../domain/matter/suspend.ts'

export default job({
  rule: 'review',
  name: '挂起复核',
  late: Number.POSITIVE_INFINITY,
  async run(turn, subject) {
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    if (matter?.status !== 'suspended') return '事项未在挂起'
    await settle(turn, resumeOnReview(matter, turn.now, turn.directory), null)
    return undefined
  },
})
