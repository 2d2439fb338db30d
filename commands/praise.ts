/** 感谢、推荐案例、案例、实绩、更正: good work is seen from closed matters; nobody is counted or ranked. */
import {
  anyone,
  command,
  either,
  leaders,
  matter,
  person,
  privatePlace,
  record,
  remark,
  type Spoken,
  supervisors,
  text,
} from '../src/bot/index.ts'
import { annotate, type NewPraise, recommend, thank } from '../src/domain/matter/praise.ts'
import { achievementsCard, casesCard } from '../src/views/achievements.ts'

const thanking = command({
  name: '感谢',
  about: '其他',
  summary: '就一件事感谢一位同志，只告诉他本人',
  says: ['{person} {matter} {words}', '{matter} {person} {words}', '{person} {words}'],
  slots: { person, matter, words: remark },
  who: anyone,
  examples: ['感谢 @王强 1 数据又快又准'],
  changes: true,
  async run(turn, { person, matter, words }) {
    const { actor, at, directory } = turn
    const said = words ?? ''
    await keep(turn, '感谢', thank(matter, { by: actor, at }, person, said, directory))
    const line = `${actor.name}就${matter.id}号“${matter.title}”向您致谢${said && `：${said}`}`
    await tell(turn, [person.id], line)
    return { line: `已向${person.name}转达谢意（${matter.id}号）。10分钟内可说“撤销”。` }
  },
})

const recommending = command({
  name: '推荐案例',
  about: '其他',
  summary: '把已销号、有成效数据的事项推荐为案例',
  says: ['{matter} {words}', '{words}'],
  slots: { matter, words: remark },
  who: anyone,
  examples: ['推荐案例 2 集中支付疑点26条全部核销'],
  changes: true,
  async run(turn, { matter, words }) {
    const { actor, at, directory } = turn
    const said = words ?? ''
    await keep(turn, '推荐案例', recommend(matter, { by: actor, at }, said, directory))
    const line = `${actor.name}推荐${matter.id}号“${matter.title}”为案例${said && `：${said}`}`
    const to = directory.withRole('supervisor').map((one) => one.id)
    await tell(
      turn,
      to.filter((id) => id !== actor.id),
      line,
    )
    return { line: `${matter.id}号已推荐为案例，待督查室采用。10分钟内可说“撤销”。` }
  },
})

const listing = command({
  name: '案例',
  aliases: ['案例清单', '典型案例'],
  about: '查看',
  summary: '看推荐的案例和所依据的事项',
  says: [''],
  slots: {},
  who: either(leaders, supervisors),
  examples: ['案例'],
  async run(turn) {
    const cases = await turn.store.praises.cases()
    const matters = await turn.store.matters.list(cases.map((one) => one.matter))
    return { line: '推荐的案例', card: casesCard(cases, matters, turn), private: true }
  },
})

const own = command({
  name: '实绩',
  aliases: ['我的实绩'],
  about: '查看',
  summary: '看自己承办并已销号的事和收到的感谢，只有本人看得到',
  says: [''],
  slots: {},
  who: anyone,
  examples: ['实绩'],
  async run(turn) {
    const { store, actor } = turn
    const words = await store.praises.about(actor.id)
    const closed = await store.matters.find({ handler: actor.id, open: false, limit: 100 })
    const matters = await store.matters.list(words.map((one) => one.matter))
    const card = achievementsCard(closed, words, matters, turn)
    return { line: '您的实绩', card, private: true }
  },
})

const correcting = command({
  name: '更正',
  about: '其他',
  summary: '对自己实绩中的一件事作说明，原记录保留',
  says: ['{matter} {text}', '{text}'],
  slots: { matter, text },
  who: anyone,
  examples: ['更正 2 我只负责前期核对'],
  changes: true,
  async run(turn, { matter, text }) {
    const { actor, at, store } = turn
    const words = await store.praises.about(actor.id)
    const thanked = words.some((one) => one.matter === matter.id)
    await keep(turn, '更正', annotate(matter, { by: actor, at }, text, thanked))
    return {
      line: `已在您的实绩${matter.id}号下注明。10分钟内可说“撤销”。`,
      private: true,
    }
  },
})

async function keep(turn: Spoken, verb: string, praise: NewPraise): Promise<void> {
  const id = await turn.store.praises.add(praise)
  const text = `${praise.matter}号${praise.text && `：${praise.text}`}`
  await record(turn, { verb, text, back: { what: 'praise', id } })
}

async function tell(turn: Spoken, people: number[], line: string): Promise<void> {
  for (const id of people)
    await turn.post({
      kind: 'send',
      place: privatePlace(id),
      body: { content: { lines: [line] } },
      class: 'notice',
    })
}

export default [thanking, recommending, listing, own, correcting]
