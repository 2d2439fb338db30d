/** 从哪天到哪天: a spell of whole days, as one says it of a leave (12月1日至5日, 下周一到周三, 明天起3天, 下周). */
import type { Calendar } from './calendar.ts'
import { type Day, dayOf, type Instant } from './day.ts'
import { fold } from './fold.ts'
import type { Frame } from './frame.ts'
import { usualHours } from './hours.ts'
import { mayBegin } from './phrase.ts'
import type { Span } from './reading.ts'
import { type Ends, type Flaw, spellAt } from './spell-ends.ts'
import { matchAt, sticky } from './sticky.ts'
import type { Days } from './stretch.ts'

/** What a text says about a spell of days. */
export type SpellReading =
  | { kind: 'ok'; days: Days; span: Span }
  /** Several spells fit equally well. */
  | { kind: 'ask'; candidates: readonly Days[]; reason: string; span: Span }
  | { kind: 'reject'; reason: Flaw['reason']; say: string; span: Span }

const MOST_CHOICES = 4
const FROM = sticky('(?:从|自)')

/** Reads the first spell of days in a text said at `now`; nothing where there is none. */
export function readSpell(
  text: string,
  now: Instant,
  calendar: Calendar,
): SpellReading | undefined {
  const folded = fold(text)
  const today = dayOf(now)
  const settings = { hours: usualHours, weekdayToday: 'ask' as const }
  const frame: Frame = { ...folded, now, today, calendar, ...settings }
  for (let i = 0; i < folded.text.length; i++) {
    const begin = i + (matchAt(FROM, folded.text, i)?.[0].length ?? 0)
    const found = mayBegin(folded.text, begin) ? spellAt(frame, begin) : undefined
    if (!found) continue
    const span: Span = [folded.at[i] ?? 0, (folded.at[found.to - 1] ?? 0) + 1]
    return judged(found, today, span)
  }
  return undefined
}

function judged(found: Ends | Flaw, today: Day, span: Span): SpellReading {
  if ('say' in found) return { kind: 'reject', reason: found.reason, say: found.say, span }
  const spells = spellsOf(found)
  if (spells.length === 0) {
    const say = '结束的日期早于开始的日期，请核对后重新填写。'
    return { kind: 'reject', reason: 'invalid', say, span }
  }
  const ahead = spells.filter(({ last }) => last >= today)
  if (ahead.length === 0) {
    const say = '这几天已经过去，请核对日期后重新填写。'
    return { kind: 'reject', reason: 'past', say, span }
  }
  const { reason } = found
  if (reason === undefined || ahead.length === 1) return { kind: 'ok', days: ahead[0]!, span }
  return { kind: 'ask', candidates: ahead.slice(0, MOST_CHOICES), reason, span }
}

/** Each first day with the nearest last day that does not lie before it. */
function spellsOf({ spells, firsts, lasts }: Ends): Days[] {
  if (spells) return [...spells]
  return firsts.flatMap((first) => {
    const last = lasts.filter((one) => one >= first).sort()[0]
    return last === undefined ? [] : [{ first, last }]
  })
}
