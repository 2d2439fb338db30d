/** 月讲评: the morning after the time for objections the approver is asked, or the 督查室 told what is still open. */
import { job } from '../bot/index.ts'
import { askApprover } from '../bot/review-approval.ts'

export default job({
  rule: 'monthly-review',
  name: '讲评送审',
  late: 3 * 24 * 60,
  async run(turn, subject) {
    const review = await turn.store.reviews.get(subject.slice('review:'.length))
    if (review?.state !== 'open') return '讲评已撤回、退回或发布'
    if ((review.ends ?? 0) > turn.now) return '异议期已另行计算'
    return askApprover(turn, review)
  },
})
