/** 意见: a complaint or a proposal to the office named, anonymous if wished; 回复意见 answers it (domain.md R10). */
import {
  admins,
  anonymous,
  anyone,
  command,
  Declined,
  record,
  remark,
  type Spoken,
  suggestionNumber,
  suggestionOffice,
  text,
  unit,
} from '../src/bot/index.ts'
import { planHandOver, planSilence, sendAnswer, tellOffice } from '../src/bot/suggestions.ts'
import type { Unit } from '../src/domain/people/person.ts'
import {
  answered,
  keeps,
  officeMeant,
  SUGGESTION_OFFICE,
  type Suggestion,
} from '../src/domain/returns/suggestion.ts'
import { instantAt } from '../src/domain/time/day.ts'
import { suggestionsCard } from '../src/views/suggestion.ts'

const giving = command({
  name: '意见',
  aliases: ['提意见', '提建议', '提个意见', '提个建议', '提条意见', '反映意见'],
  about: '其他',
  summary: '提意见或投诉，可以匿名，默认转督查室，也可写明给哪个科室；由该单位答复',
  says: ['{anonymous} {office} {text}'],
  slots: { anonymous, office: suggestionOffice, text },
  who: anyone,
  examples: ['意见 周例会材料太多', '意见 匿名 日报要求重复', '意见 给办公室 会议通知太晚'],
  changes: true,
  asks: true,
  run: (turn, { anonymous, office, text }) =>
    anonymous ? giveUnnamed(turn, office, text) : give(turn, office, text),
})

const unnamed = command({
  name: '匿名意见',
  aliases: ['匿名提意见', '匿名反映', '匿名建议'],
  about: '其他',
  summary: '匿名提意见，与“意见 匿名 …”相同',
  says: ['{office} {text}'],
  slots: { office: suggestionOffice, text },
  who: anyone,
  examples: ['匿名意见 同一张表要了三次'],
  changes: true,
  asks: true,
  run: (turn, { office, text }) => giveUnnamed(turn, office, text),
})

const answering = command({
  name: '回复意见',
  aliases: ['答复意见'],
  also: /^意见\s*(?:回复|答复)(?=\s*(?:第|#)?\s?\d)/,
  about: '其他',
  summary: '收到意见的单位答复一条意见；匿名的也能收到答复',
  says: ['{number} {text}'],
  slots: { number: suggestionNumber, text: remark },
  who: anyone,
  examples: ['回复意见 1 已请各例会只报变化'],
  changes: true,
  asks: true,
  async run(turn, { number, text }) {
    const { actor, at, directory, store } = turn
    const before = await store.suggestions.get(number)
    if (!before || before.state === 'fresh')
      throw new Declined('E-SUGGEST-2', `没有第${number}条意见。`, ['意见清单'])
    const after = answered(before, { by: actor, at }, text, directory)
    await store.suggestions.save(after)
    const back = { what: 'suggestion-answer', id: before.id } as const
    await record(turn, { verb: '答复意见', text: `第${before.id}条：${text}`, back })
    await sendAnswer(turn, after)
    const to = before.person === null ? '匿名的提出人' : directory.name(before.person)
    return {
      line: `第${before.id}条意见的答复将发给${to}：${text}。10分钟内可说“撤销”。`,
      private: true,
    }
  },
})

const listing = command({
  name: '意见清单',
  aliases: ['收到的意见', '意见台账'],
  also: /^意见\s*(?:清单|列表)$/,
  about: '其他',
  summary: '收到意见的单位看待答复和近期答复的意见',
  says: [''],
  slots: {},
  who: anyone,
  examples: ['意见清单'],
  async run(turn) {
    const { actor, directory, store } = turn
    const offices = [...directory.units.values()].filter((one) => keeps(actor, one))
    if (offices.length === 0)
      throw new Declined('E-RIGHT-5', '意见只给收到它的单位看。', ['意见 周例会材料太多'])
    const lists = await Promise.all(offices.map((one) => store.suggestions.of(one.id)))
    const list = lists.flat()
    const waiting = list.filter((one) => one.state === 'open').length
    const card = suggestionsCard(list, offices.map((one) => one.name).join('、'), turn)
    return { line: `意见${waiting}条待答复。`, card, private: true }
  },
})

const office = command({
  name: '意见归口',
  about: '其他',
  summary: '设没有写明单位的意见由哪个科室答复',
  says: ['{unit}'],
  slots: { unit },
  who: admins,
  examples: ['意见归口 办公室'],
  changes: true,
  async run(turn, { unit }) {
    const before = (await turn.store.settings.get(SUGGESTION_OFFICE)) ?? null
    await turn.store.settings.set(SUGGESTION_OFFICE, String(unit.id))
    const back = { what: 'setting', name: SUGGESTION_OFFICE, before } as const
    await record(turn, { verb: '意见归口', text: unit.name, back })
    return { line: `没有写明单位的意见，今后由${unit.name}答复。10分钟内可说“撤销”。` }
  },
})

export default [giving, unnamed, answering, listing, office]

async function bornFor(turn: Spoken, named: Unit | null, text: string) {
  const { store, directory } = turn
  const set = await store.settings.get(SUGGESTION_OFFICE)
  const to = officeMeant(named, set, directory)
  const id = await store.suggestions.nextId()
  const answer = { answer: null, answeredBy: null, answeredAt: null }
  return { id, text, office: to?.id ?? null, name: to?.name ?? '督查室', ...answer }
}

async function give(turn: Spoken, named: Unit | null, text: string) {
  const { name, ...born } = await bornFor(turn, named, text)
  const one: Suggestion = {
    ...born,
    person: turn.actor.id,
    at: turn.at,
    state: 'open',
    sealed: null,
  }
  await turn.store.suggestions.add(one)
  await tellOffice(turn, one)
  await planSilence(turn, one)
  await record(turn, { verb: '意见', text, back: { what: 'suggestion', id: one.id } })
  return { line: `意见已转${name}（第${one.id}条），将予答复。` }
}

/**
 * Nothing that is kept ties it to him: no name and no time of day, no line of history, no letter of the same turn;
 * his receipt leaves the outbox once it is delivered, and the answer finds him by a seal that the bot alone can open.
 */
async function giveUnnamed(turn: Spoken, named: Unit | null, text: string) {
  if (turn.place.startsWith('g:'))
    throw new Declined('E-SUGGEST-3', '群里说的，群成员都看得到。匿名意见请私聊对我说。')
  const { name, ...born } = await bornFor(turn, named, text)
  const one: Suggestion = {
    ...born,
    person: null,
    at: instantAt(turn.today, '0:00'),
    state: 'fresh',
    sealed: turn.envelopes.seal(born.id, turn.actor.id),
  }
  await turn.store.suggestions.add(one)
  await planHandOver(turn)
  await planSilence(turn, one)
  return {
    line: `意见将匿名转${name}，不记您的姓名和时刻；答复会私聊发给您。匿名意见不能撤销。`,
    private: true,
    unkept: true,
  }
}
