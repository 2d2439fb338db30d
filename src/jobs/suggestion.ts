/** 意见: the day's anonymous ones are handed over together; answers go out; what waits long is told to the office's keeper. */
import { job, privatePlace } from '../bot/index.ts'
import { bring, planSilence, suggestionOf, tellOffice } from '../bot/suggestions.ts'
import { ANSWERED_WITHIN, keepersOf } from '../domain/returns/suggestion.ts'
import { dayOf } from '../domain/time/day.ts'
import { workdaysBetween } from '../domain/time/workdays.ts'
import { suggestionWaits } from '../views/suggestion.ts'

const ANY_TIME = Number.POSITIVE_INFINITY

const handingOver = job({
  rule: 'suggestions',
  name: '匿名意见转交',
  late: ANY_TIME,
  async run(turn) {
    const fresh = await turn.store.suggestions.fresh()
    for (const one of fresh) {
      const open = { ...one, state: 'open' as const }
      await turn.store.suggestions.save(open)
      await tellOffice(turn, open)
    }
    return fresh.length > 0 ? undefined : '没有匿名意见'
  },
})

const answering = job({
  rule: 'suggestion-answer',
  name: '意见答复',
  late: ANY_TIME,
  async run(turn, subject) {
    const one = await suggestionOf(turn, subject)
    if (!one?.sealed) return '意见已撤回'
    const person = turn.envelopes.open(one.id, one.sealed)
    if (person === undefined) return '应用密钥已更换，匿名意见的答复不能送达'
    await bring(turn, one, person)
    return undefined
  },
})

const waiting = job({
  rule: 'suggestion-waits',
  name: '意见待答复提醒',
  late: ANY_TIME,
  async run(turn, subject) {
    const one = await suggestionOf(turn, subject)
    if (one?.state !== 'open') return '已答复'
    const { directory, today, calendar } = turn
    const keepers = keepersOf(one.office, directory)
    const head = keepers.find((keeper) => directory.units.get(keeper.unit)?.head === keeper.id)
    const days = workdaysBetween(dayOf(one.at), today, calendar)
    await planSilence(turn, one)
    const to = head ?? keepers[0]
    if (!to) return '没有人管意见'
    await turn.post({
      kind: 'send',
      place: privatePlace(to.id),
      body: {
        content: { lines: suggestionWaits(one, Math.max(days, ANSWERED_WITHIN)).split('\n') },
      },
      class: 'scheduled',
      say: '意见清单',
    })
    return undefined
  },
})

export default [handingOver, answering, waiting]
