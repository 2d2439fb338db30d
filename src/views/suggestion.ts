/** 意见 in words and as the office's list; nobody's name stands where none was given. */
import { button, buttons, card, form, input, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Suggestion } from '../domain/returns/suggestion.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened } from './words.ts'

/** Those with a field to answer in; the rest are lines. */
const FORMS = 5
const LINES = 25

/** Who says it: a name, or 有同志匿名. */
const fromOf = ({ person }: Suggestion, { directory }: Seen): string =>
  person === null ? '有同志匿名' : directory.name(person)

/** To the office: what was said, and how to answer. */
export const suggestionTold = (one: Suggestion, seen: Seen): string =>
  `${fromOf(one, seen)}提意见（第${one.id}条）：${one.text}\n答复请说：回复意见 ${one.id} …`

/** To whoever said it: his words and the answer. */
export const suggestionAnswered = (one: Suggestion, seen: Seen): string =>
  `您的意见“${shortened(one.text, 40)}”，${seen.directory.unitName(one.office) || '督查室'}答复：${one.answer}`

/** Its answer was taken back. */
export const suggestionRecalled = (one: Suggestion): string =>
  `对您的意见“${shortened(one.text, 40)}”的答复已收回，请以后一次为准。`

/** To the office's keeper: it waits too long. */
export const suggestionWaits = (one: Suggestion, days: number): string =>
  `第${one.id}条意见已${days}个工作日没有答复：${shortened(one.text, 80)}\n请说：回复意见 ${one.id} …`

/** The office's list: what waits for an answer first. */
export function suggestionsCard(list: readonly Suggestion[], office: string, seen: Seen): Card {
  const today = dayOf(seen.now)
  const waiting = list.filter((one) => one.state === 'open')
  const elements = list.slice(0, LINES).flatMap((one, i): Element[] => {
    const day = daySaid(dayOf(one.at), today)
    const said = text(`第${one.id}条 · ${day} · ${fromOf(one, seen)}：${one.text}`)
    if (one.state === 'answered') return [said, note(`已答复：${one.answer}`)]
    if (i >= FORMS) return [said]
    return [
      said,
      form(`suggestion${one.id}`, [
        input({ name: 'text', placeholder: '答复', max: 500 }),
        button({
          text: '答复',
          say: `回复意见 ${one.id} {text}`,
          submit: true,
          name: `answer${one.id}`,
        }),
      ]),
    ]
  })
  return card({
    title: `${office}收到的意见（${waiting.length}条待答复）`,
    color: waiting.length > 0 ? 'blue' : 'grey',
    summary: `意见${waiting.length}条待答复`,
    elements:
      elements.length > 0
        ? elements
        : [note('没有意见。'), buttons([button({ text: '我的待办', say: '待办' })])],
  })
}
