/** 讲评、异议、答复异议、审定讲评、退回讲评: a month's review, from the draft to the one time it is told. */
import {
  command,
  Declined,
  documentFile,
  either,
  heads,
  leaders,
  liaisons,
  missing,
  optional,
  person,
  privatePlace,
  remark,
  type Spoken,
  sheetsFile,
  supervisors,
  text,
} from '../src/bot/index.ts'
import { answerObjection, object } from '../src/bot/objections.ts'
import {
  circulateReview,
  correctReview,
  nameApprover,
  reviewOf,
  showReview,
} from '../src/bot/review.ts'
import { approveReview, returnReview } from '../src/bot/review-approval.ts'
import { approves, objectionNumber, reviewDeed, reviewMonth } from '../src/bot/slots/review.ts'
import { isSupervisor, seesAll } from '../src/domain/people/rights.ts'
import { sourceRows, sourcesCard, titleOf } from '../src/views/review-card.ts'
import { reviewDocument, reviewFile } from '../src/views/review-document.ts'

/** What is said of a review begins with a month's, or with the word itself. */
const OF_REVIEW =
  '(?=(?:(?:\\d{4}年)?\\d{1,2}月份?|上个?月|本月|\\d{4}-\\d{2})?的?\\s*(?:督办)?月?讲评)'

const review = command({
  name: '讲评',
  aliases: ['月讲评'],
  trails: true,
  about: '查看',
  summary: '看一个月的讲评；督查室征求意见、更正，导出 Word，看每个数的来源',
  says: ['{month} {deed} {leader} {approves}', '{month}'],
  slots: { month: reviewMonth, deed: reviewDeed, leader: optional(person), approves },
  who: either(leaders, supervisors, heads),
  examples: [
    '讲评',
    '讲评 10月',
    '讲评 10月 数据来源',
    '讲评 10月 征求意见',
    '讲评 10月 审定人 @韩立峰',
  ],
  changes: true,
  async run(turn, { month: { month }, deed, leader }) {
    switch (deed) {
      case null:
        return showReview(turn, month)
      case 'sources':
        return sources(turn, month)
      case 'export':
        return exported(turn, month)
      case 'circulate':
        onlyMakers(turn)
        return circulateReview(turn, month)
      case 'correct':
        onlyMakers(turn)
        return correctReview(turn, month)
      case 'approver':
        onlyMakers(turn)
        if (!leader) missing('审定人（@姓名）')
        return nameApprover(turn, month, leader)
      case 'publish':
        return approveReview(turn, month)
    }
  },
})

const objecting = command({
  name: '异议',
  aliases: ['提出异议'],
  about: '其他',
  summary: '讲评征求意见期间，说明本单位哪个数有出入，由督查室答复',
  says: ['{month} {text}'],
  slots: { month: reviewMonth, text },
  who: either(heads, liaisons),
  examples: ['异议 讲评 10月 2号已在时限前申请办结'],
  changes: true,
  run: (turn, { month: { month }, text }) => object(turn, month, text),
})

const answering = command({
  name: '答复异议',
  aliases: ['异议答复', '回复异议'],
  about: '其他',
  summary: '督查室答复对讲评的异议，采纳或不采纳，写明理由',
  says: ['{number} {text}'],
  slots: { number: objectionNumber, text },
  who: supervisors,
  examples: ['答复异议 1 采纳，已更正'],
  changes: true,
  run: (turn, { number, text }) => answerObjection(turn, number, text),
})

const approving = command({
  name: '审定讲评',
  also: new RegExp(`^(?:同意|通过|批准|准予|审定|同意发布|发布)\\s*${OF_REVIEW}`, 'u'),
  about: '办理',
  summary: '主要领导或指定的领导同意发布讲评，发布一次',
  says: ['{month}', '{month} 发布'],
  slots: { month: reviewMonth },
  who: leaders,
  examples: ['审定讲评 10月'],
  changes: true,
  run: (turn, { month: { month } }) => approveReview(turn, month),
})

const returning = command({
  name: '退回讲评',
  also: new RegExp(`^(?:退回|不同意)\\s*${OF_REVIEW}`, 'u'),
  about: '办理',
  summary: '审定的领导把讲评退回督查室，写明理由',
  says: ['{month} {text}'],
  slots: { month: reviewMonth, text: remark },
  who: leaders,
  examples: ['退回讲评 10月 请补充原因分析'],
  changes: true,
  run: (turn, { month: { month }, text }) => returnReview(turn, month, text),
})

export default [review, objecting, answering, approving, returning]

function onlyMakers({ actor }: Spoken): void {
  if (!isSupervisor(actor))
    throw new Declined('E-RIGHT-1', '讲评的征求意见、更正由督查室办理。', ['讲评'])
}

/** Every number with its query, and what the query finds now. */
async function sources(turn: Spoken, month: string) {
  onlyThose(turn)
  const review = await reviewOf(turn, month)
  const figures = []
  for (const one of review.figures)
    figures.push({ ...one, now: await turn.store.figures.again(one.sql) })
  const columns = [
    { title: '数据', width: 30 },
    { title: '讲评中', width: 10 },
    { title: '现在', width: 10 },
    { title: '说明', width: 22 },
    { title: '口径', width: 50 },
    { title: '查询语句', width: 90 },
  ]
  const title = `${titleOf(review)}数据来源`
  const rows = sourceRows(figures, turn)
  const sheet = { name: '数据来源', title, columns, rows, landscape: true }
  await turn.post({
    ...sheetsFile(`${title}.xlsx`, [sheet], turn.now),
    place: privatePlace(turn.actor.id),
    class: 'answer',
  })
  return { line: title, card: sourcesCard(review, turn), private: true }
}

async function exported(turn: Spoken, month: string) {
  onlyThose(turn)
  const review = await reviewOf(turn, month)
  await turn.post({
    ...documentFile(reviewFile(review), reviewDocument(review, turn)),
    place: privatePlace(turn.actor.id),
    class: 'answer',
  })
  return { line: `${titleOf(review)}已私聊发给您。` }
}

/** The numbers of all units are for those who see all. */
function onlyThose({ actor }: Spoken): void {
  if (!seesAll(actor))
    throw new Declined('E-RIGHT-1', '讲评的数据来源和文档由局领导、督查室查看。', ['讲评'])
}
