/** 登记 放假通知、登记 调休: the office's days change; what was counted on them is counted anew in the same turn. */
import { Declined } from '../domain/declined.ts'
import { changedDays, sameDays, takeNotice } from '../domain/time/arrangement.ts'
import type { Override } from '../domain/time/calendar.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import type { Day } from '../domain/time/day.ts'
import { type Notice, notices } from '../domain/time/notices.ts'
import { ownDay } from '../domain/time/own-day.ts'
import { calendarCard, noticeCard } from '../views/calendar.ts'
import { daySaid } from '../views/words.ts'
import { record, type TakeBack } from './record.ts'
import { type Recount, recount } from './recount.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

const DRAFT = 'notice'

/** A pasted notice is read, checked and shown; nothing counts before it is confirmed. */
export async function previewNotice(turn: Spoken, text: string): Promise<Reply> {
  const { calendar } = turn.store
  const pasted = await calendar.pasted()
  const known = (year: number) => [...notices, ...pasted].findLast((one) => one.year === year)
  const { notice, before } = takeNotice(text, known, turn.today)
  const { year } = notice
  const own = await calendar.overrides()
  const after = calendarOf([...notices, ...pasted, notice], own)
  const differing = changedDays(turn.calendar, after, `${year - 1}-12-01`, `${year}-12-31`)
  const draft = await turn.store.drafts.add({
    kind: DRAFT,
    person: turn.actor.id,
    body: notice,
    at: turn.now,
  })
  const card = noticeCard({ notice, before, differing, draft }, turn.now)
  return { line: `${year}年放假安排已读出，请核对后确认。`, card, private: true }
}

/** The notice counts from now on. */
export async function confirmNotice(turn: Spoken, draft: number): Promise<Reply> {
  const { store, actor, now } = turn
  const notice = (await store.drafts.take(draft, DRAFT)) as Notice | undefined
  if (!notice) throw new Declined('E-NOTICE-5', '没有待确认的放假通知，请重新粘贴通知全文。')
  const { year } = notice
  const before = await store.calendar.notice(year)
  if (before && sameDays(before, notice))
    throw new Declined('E-NOTICE-2', `${year}年的放假安排早已登记，与这份通知相同。`, ['登记 调休'])
  const pasted = (await store.calendar.pasted()).find((one) => one.year === year) ?? null
  await store.calendar.keepNotice(notice, { person: actor.id, at: now })
  const why = before ? `${year}年放假安排有更正` : `${year}年放假安排已公布`
  const said = `${year}年放假通知（${notice.doc}）`
  const done = await takeEffect(turn, said, { what: 'notice', year, before: pasted }, why)
  return { line: `${year}年放假安排已登记。${doneSaid(done)}10分钟内可说“撤销”。`, private: true }
}

/** The unit's own word on a day, above every notice. */
export async function setOwnDay(turn: Spoken, wish: Override): Promise<Reply> {
  const { store, actor, now } = turn
  const own = ownDay(wish, turn.today, turn.calendar)
  const before = (await store.calendar.overrides()).find((one) => one.day === own.day) ?? null
  await store.calendar.override({ ...own, person: actor.id, at: now })
  const day = daySaid(own.day, turn.today)
  const word = `${day} ${own.work ? '上班' : '休息'}`
  const why = `${day}${own.work ? '调为上班' : '调为休息'}（${own.name}）`
  const back: TakeBack = { what: 'day', day: own.day, work: own.work, before }
  const done = await takeEffect(turn, `调休 ${word}，${own.name}`, back, why)
  return { line: `已登记：${word}（${own.name}）。${doneSaid(done)}10分钟内可说“撤销”。` }
}

/** The unit's own word on a day no longer counts. */
export async function liftOwnDay(turn: Spoken, day: Day): Promise<Reply> {
  const before = (await turn.store.calendar.overrides()).find((one) => one.day === day)
  const said = daySaid(day, turn.today)
  if (!before) throw new Declined('E-NOTICE-6', `本单位没有自定 ${said}，不用取消。`, ['登记 调休'])
  await turn.store.calendar.lift(day)
  const why = `${said}的调休取消`
  const done = await takeEffect(
    turn,
    `取消调休 ${said}`,
    { what: 'day', day, work: null, before },
    why,
  )
  return { line: `已取消 ${said} 的调休。${doneSaid(done)}10分钟内可说“撤销”。` }
}

/** Which years are known, and what the unit set itself. */
export async function listDays(turn: Spoken): Promise<Reply> {
  const { calendar } = turn.store
  const years = new Set([...notices, ...(await calendar.pasted())].map((one) => one.year))
  const from = Number(turn.today.slice(0, 4))
  const own = (await calendar.overrides()).filter(({ day }) => day >= turn.today)
  const card = calendarCard([...years].filter((year) => year >= from).sort(), own, turn)
  return { line: '工作日历', card, private: true }
}

/** 撤销 of any of these. */
export async function takeBackDays(
  turn: Spoken,
  back: Extract<TakeBack, { what: 'notice' | 'day' }>,
): Promise<void> {
  const { calendar } = turn.store
  if (await isOvertaken(turn, back))
    throw new Declined('E-UNDO-2', '这项登记之后已有新的变动，不能撤销。', ['登记 调休'])
  if (back.what === 'notice') {
    if (back.before) await calendar.keepNotice(back.before, back.before)
    else await calendar.dropNotice(back.year)
  } else if (back.before) await calendar.override(back.before)
  else await calendar.lift(back.day)
  const what =
    back.what === 'notice'
      ? `${back.year}年放假安排的登记`
      : `${daySaid(back.day, turn.today)}的调休`
  await recountNow(turn, `${what}已撤销`)
}

/** Whether somebody has registered the same year or day anew since. */
async function isOvertaken(
  { store, actor }: Spoken,
  back: Extract<TakeBack, { what: 'notice' | 'day' }>,
): Promise<boolean> {
  if (back.what === 'notice') {
    const kept = (await store.calendar.pasted()).find((one) => one.year === back.year)
    return kept?.person !== actor.id
  }
  const kept = (await store.calendar.overrides()).find((one) => one.day === back.day)
  if (!kept) return back.work !== null
  return kept.work !== back.work || kept.person !== actor.id
}

/** The office's own history tells of it, then everything that rests on the days follows. */
async function takeEffect(
  turn: Spoken,
  text: string,
  back: TakeBack,
  why: string,
): Promise<Recount> {
  await record(turn, { verb: '登记', text, back })
  return recountNow(turn, why)
}

async function recountNow(turn: Spoken, why: string): Promise<Recount> {
  const calendar = await turn.store.calendar.read()
  return recount({ ...turn, calendar }, turn.calendar, why, turn.actor.id)
}

const doneSaid = ({ moved, told }: Recount): string =>
  moved.length === 0
    ? '没有事项的时限因此变动。'
    : `重新推算了${moved.length}件事项的时限，已告知${told}人。`
