/** 封存与清理: each night the day's history is sealed, and keys too old to come again are forgotten. */
import { job } from '../bot/index.ts'
import { DRAFT_DAYS } from '../domain/meeting/resolution.ts'
import { addDays, dayOf, instantAt } from '../domain/time/day.ts'

/** The platform gives up after seven hours; a month is plenty. */
const KEPT = 30 * 86_400_000
/** What was sent, or why not, is looked up for a quarter; the ledger itself is in the history. */
const SENT_KEPT = 92 * 86_400_000

export default job({
  rule: 'upkeep',
  name: '每日封存',
  late: 24 * 60,
  every(after) {
    const at = instantAt(dayOf(after), '3:17')
    return at > after ? at : instantAt(addDays(dayOf(after), 1), '3:17')
  },
  async run(turn, _subject, at) {
    await turn.store.journal.checkpoint(dayOf(at), turn.now)
    await turn.store.inbox.forget(turn.now - KEPT)
    await turn.store.outbox.forget(turn.now - SENT_KEPT)
    await turn.store.resolutions.forget(turn.now - DRAFT_DAYS * 86_400_000)
    await turn.store.absences.passed(turn.today)
    return undefined
  },
})
