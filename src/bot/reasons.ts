/** The reasons behind messages: what the clock did with a matter's reminders, and which rule or whose deed wrote a letter. */
import type { Matter } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { remindersOf } from '../domain/matter/reminders.ts'
import { addDays, instantAt } from '../domain/time/day.ts'
import { clockText } from '../domain/time/hours.ts'
import { messageSaid } from '../views/said.ts'
import type { Cause, Told } from '../views/why.ts'
import { whenSaid } from '../views/words.ts'
import { privatePlace } from './place.ts'
import { allowanceIn } from './restraint.ts'
import type { Spoken } from './turn.ts'

/** Of one's messages so many are explained. */
const NEWEST = 6

/** A matter's reminders, with what became of each. */
export async function toldOf(
  { store, calendar, profiles }: Spoken,
  matter: Matter,
): Promise<Told[]> {
  const moments = await store.occurrences.all('reminder', `matter:${matter.id}`)
  return remindersOf(matter, calendar, profileOf(matter, profiles)).map((reminder) => {
    const moment = moments.find((one) => one.at === reminder.at)
    return { reminder, state: moment?.state, reason: moment?.reason ?? null }
  })
}

/** What holds messages back from the speaker today: window, allowance, quiet hours, leave. */
export async function restraintSaid({ store, actor, today, directory }: Spoken): Promise<string[]> {
  const place = privatePlace(actor.id)
  const spans = [today, addDays(today, 1)].map((day) => instantAt(day, '0:00')) as [number, number]
  const spent = await store.allowance.spent(place, ...spans)
  const kept = (await store.allowance.folded(place)).length
  const quiet = await store.quiet.of(actor.id)
  const away = directory.absentOn(actor.id, today)
  return [
    '消息只在工作日8:05至17:55发出，避开整点和半点；请假期间由代办人接收。',
    `每人每个工作日最多${await allowanceIn(store)}条，多出的并入简报；您今天已有${spent}条${kept > 0 ? `，${kept}条待并入下一张` : ''}。`,
    ...(quiet
      ? [`您的免打扰时段：每天${clockText(quiet.begins)}至${clockText(quiet.ends)}。`]
      : []),
    ...(away ? [`您今天请假，由${directory.name(directory.actsFor(actor.id, today))}代办。`] : []),
  ]
}

/** The newest messages that the speaker did not cause, each with what led to it. */
export async function causesOf(turn: Spoken): Promise<Cause[]> {
  const letters = await turn.store.allowance.newest(privatePlace(turn.actor.id), NEWEST)
  const causes: Cause[] = []
  for (const letter of letters) {
    const late = letter.state === 'folded' || letter.state === 'cancelled' ? letter.reason : null
    const why = await causeOf(turn, letter.turn, letter.matter)
    causes.push({
      at: letter.nextTry,
      line: messageSaid(letter.body),
      why: late ? `${why}；${late}。` : `${why}。`,
    })
  }
  return causes
}

async function causeOf(turn: Spoken, key: string, id: number | null): Promise<string> {
  const [, rule] = /^due:([^:]+):/.exec(key) ?? []
  if (rule === 'reminder' && id !== null) {
    const matter = await turn.store.matters.get(id)
    const at = Number(key.slice(key.lastIndexOf(':') + 1))
    const profile = matter && profileOf(matter, turn.profiles)
    const found =
      matter && profile && remindersOf(matter, turn.calendar, profile).find((one) => one.at === at)
    const date = found
      ? `，“${found.about}”的日期是 ${whenSaid(found.date, turn.now, turn.calendar)}`
      : ''
    return `规则“${profile?.name ?? ''}”的提醒${date}；可说“为什么 ${id}”`
  }
  if (rule !== undefined) return `定时任务“${turn.words.jobs.get(rule)?.name ?? rule}”`
  if (id === null) return '有同志办理了与您有关的事'
  const line = (await turn.store.journal.of(`matter:${id}`)).findLast((one) => one.turn === key)
  if (!line) return `${id}号有变动`
  return `${turn.directory.name(line.actor)}对${id}号“${line.verb}”`
}
