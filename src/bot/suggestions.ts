/** 意见 in a turn: the office is told, the answer finds its way, and a long silence is reminded of. */
import type { Suggestion } from '../domain/returns/suggestion.ts'
import { ANSWERED_WITHIN, keepersOf } from '../domain/returns/suggestion.ts'
import { dayOf, type Instant, instantAt } from '../domain/time/day.ts'
import { nextOpen } from '../domain/time/window.ts'
import { addWorkdays, nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { suggestionAnswered, suggestionRecalled, suggestionTold } from '../views/suggestion.ts'
import { privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

/** When the anonymous words of a day are handed over together, so that the time tells nothing of who. */
const HANDED_OVER = '16:44'
const REMINDED = '9:24'

const subjectOf = ({ id }: Suggestion): string => `suggestion:${id}`

/** Tells the office of one. */
export async function tellOffice(turn: Turn, one: Suggestion): Promise<void> {
  for (const keeper of keepersOf(one.office, turn.directory))
    await turn.post({
      kind: 'send',
      place: privatePlace(keeper.id),
      body: { content: { lines: suggestionTold(one, turn).split('\n') } },
      class: 'notice',
      say: '意见清单',
    })
}

/** Plans the hand-over of the day's anonymous words; planned before, nothing happens. */
export async function planHandOver({ store, now, calendar }: Turn): Promise<void> {
  const day = onOrAfterWorkday(dayOf(now), calendar)
  const today = instantAt(day, HANDED_OVER)
  const at = today > now ? today : instantAt(nextWorkday(day, calendar), HANDED_OVER)
  await store.occurrences.plan({ rule: 'suggestions', subject: '', at })
}

/** Plans to look after it again when its answer should be there. */
export async function planSilence(turn: Turn, one: Suggestion): Promise<void> {
  const day = addWorkdays(turn.today, ANSWERED_WITHIN, turn.calendar)
  const at = instantAt(day, REMINDED)
  await turn.store.occurrences.plan({ rule: 'suggestion-waits', subject: subjectOf(one), at })
}

/** The answer, or the word that it was taken back, to whoever said it; to an anonymous one in a turn that is nobody's. */
export async function sendAnswer(turn: Turn, one: Suggestion): Promise<void> {
  if (one.person !== null) return bring(turn, one, one.person)
  const { store, now, calendar } = turn
  const at: Instant = nextOpen(now, calendar)
  for (const planned of await store.occurrences.planned('suggestion-answer', subjectOf(one)))
    await store.occurrences.cancel(planned, '答复已改')
  await store.occurrences.plan({ rule: 'suggestion-answer', subject: subjectOf(one), at })
}

/** Carries the answer to a person; of an anonymous one's letter nothing is kept once it arrived. */
export async function bring(turn: Turn, one: Suggestion, person: number): Promise<void> {
  const line = one.state === 'answered' ? suggestionAnswered(one, turn) : suggestionRecalled(one)
  await turn.post({
    kind: 'send',
    place: privatePlace(person),
    body: { content: { lines: [line] }, ...(one.person === null ? { unkept: true } : {}) },
    class: 'notice',
    // Kept back for a page it would lie in the outbox with his place on it.
    weight: one.person === null ? 'page' : 'owed',
  })
}

/** The suggestion an occurrence is about. */
export const suggestionOf = ({ store }: Turn, subject: string): Promise<Suggestion | undefined> =>
  store.suggestions.get(Number(subject.slice('suggestion:'.length)))

/** Takes the answer off again: the suggestion waits as before. */
export async function reopenSuggestion({ store }: Turn, id: number): Promise<void> {
  const one = await store.suggestions.get(id)
  if (!one) return
  const unanswered = { answer: null, answeredBy: null, answeredAt: null }
  await store.suggestions.save({ ...one, state: 'open', ...unanswered })
}

/** An answer that is on its way goes nowhere; one that arrived is called back. */
export async function recallAnswer(turn: Turn, id: number, wentOut: boolean): Promise<void> {
  const one = await turn.store.suggestions.get(id)
  if (!one) return
  const planned = await turn.store.occurrences.planned('suggestion-answer', subjectOf(one))
  for (const moment of planned) await turn.store.occurrences.cancel(moment, '答复已撤销')
  if (one.person === null ? planned.length === 0 : wentOut) await sendAnswer(turn, one)
}
