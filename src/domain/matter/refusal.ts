/** 说"不"提级管: no client hears a no that has not gone up the four rungs; each passes it up or solves it (domain.md ES3, ES4). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'
import type { Profile } from './profile.ts'
import { above, answerBy, type Holder, rungOf } from './rungs.ts'
import type { Refusal, RungNumber, RungReason } from './sides.ts'
import type { Report, Status } from './status.ts'
import { nextStep } from './transitions.ts'

/** The rungs by name. */
export const rungNames: Readonly<Record<RungNumber, string>> = {
  1: '首问责任人',
  2: '科室负责人',
  3: '分管领导',
  4: '主要领导',
}

const UNDER_WAY: ReadonlySet<Status> = new Set(['assigned', 'signed', 'in_progress'])

/** The refusal that waits for an answer, while the matter is somebody's to do. */
export function waitingRefusal(matter: Pick<Matter, 'refusal' | 'status'>): Refusal | undefined {
  const { refusal, status } = matter
  return refusal?.outcome === 'open' && UNDER_WAY.has(status) ? refusal : undefined
}

/** Says no, or passes a no up: the next rung has to answer (D.2 row 19). */
export function refuse(
  matter: Matter,
  act: Act,
  reason: string,
  directory: Directory,
  calendar: Calendar,
  rule: Profile,
): Decision {
  const rung = onChain(matter, act, directory)
  const open = waitingRefusal(matter)
  if (!UNDER_WAY.has(matter.status)) {
    const { say, tries } = nextStep(matter, directory)
    throw new Declined('E-STATE-1', `${matter.id}号${say}，现在不能说“不”。`, tries)
  }
  if (open && rung < open.rung) throw stillWaits(matter, open, directory)
  if (rung === 4) throw lastRung(matter)
  if (!reason)
    throw new Declined('E-TEXT-2', '说“不”请写明理由。', [`说不 ${matter.id} 需外部门确权`])
  const given: RungReason = { rung, by: act.by.id, at: act.at, text: reason, slept: false }
  const { next, to } = raised(matter, given, act.at, directory, calendar, rule)
  const say = `${act.by.name}对${matter.id}号说“不”，已提级，请您作为${rungNames[to.rung]}答复：${reason}`
  return {
    matter: { ...next, changed: act.at },
    verb: '说不',
    text: reason,
    notices: notify(act, [to.person], say, true),
  }
}

/** What is written where a rung kept silent. */
export const OVERSLEPT = '逾时未答复'

/** A rung that let its time pass moves on by itself; the last one never does: only the principal ends it. */
export function moveOn(
  matter: Matter,
  now: Instant,
  directory: Directory,
  calendar: Calendar,
  rule: Profile,
): Decision | undefined {
  const open = waitingRefusal(matter)
  if (!open || open.rung === 4 || now < open.due) return undefined
  const given = { rung: open.rung, by: open.person, at: now, text: OVERSLEPT, slept: true }
  const { next, to } = raised(matter, given, now, directory, calendar, rule)
  const say = `${matter.id}号说“不”，${rungNames[open.rung]}${OVERSLEPT}，已提级，请您作为${rungNames[to.rung]}答复。`
  return {
    matter: { ...next, changed: now },
    verb: '提级',
    text: `${rungNames[open.rung]}${OVERSLEPT}，提级至${rungNames[to.rung]}${directory.name(to.person)}`,
    notices: [{ to: to.person, say, act: true }],
  }
}

/** Somebody on the chain finds that it can be done after all: the matter goes on. */
export function solve(matter: Matter, act: Act, how: string, directory: Directory): Decision {
  onChain(matter, act, directory)
  mustWait(matter)
  if (!how)
    throw new Declined('E-TEXT-1', '请写一句怎么办。', [`能办 ${matter.id} 由我科牵头协调确权`])
  const refusal = solved(matter, { by: act.by.id, at: act.at, text: how })
  const head = directory.units.get(matter.lead)?.head
  const told = [head, matter.handler ?? matter.proposed, matter.follower]
  const say = `${matter.id}号能办：${how}。请继续办理。`
  return {
    matter: { ...matter, refusal, changed: act.at },
    verb: '能办',
    text: how,
    notices: notify(act, told, say),
  }
}

/** The refusal after somebody did something about it: solved when it was open, else as it was. */
export function solved(matter: Pick<Matter, 'refusal'>, by: Report): Refusal | null {
  const { refusal } = matter
  if (refusal?.outcome !== 'open') return refusal
  return { ...refusal, outcome: 'solved', ended: by.at, reply: by.text }
}

/** The rung on which the speaker stands. */
export function onChain(matter: Matter, act: Act, directory: Directory): RungNumber {
  const rung = rungOf(act.by, matter, act.at, directory)
  if (rung) return rung
  const names = Object.values(rungNames).join('、')
  throw new Declined('E-RIGHT-2', `${matter.id}号的说“不”由承办人或${names}逐级提出和答复。`)
}

/** The refusal that waits; declines where none does. */
export function mustWait(matter: Matter): Refusal {
  const open = waitingRefusal(matter)
  if (open) return open
  throw new Declined('E-REFUSAL-2', `${matter.id}号没有待答复的说“不”。`, [`查 ${matter.id}`])
}

function raised(
  matter: Matter,
  given: RungReason,
  at: Instant,
  directory: Directory,
  calendar: Calendar,
  rule: Profile,
): { next: Matter; to: Holder } {
  const open = waitingRefusal(matter)
  const since = open?.since ?? at
  const reasons = [...(open?.reasons ?? []), given]
  const said = [...reasons.map((one) => one.by), ...(open ? [open.person] : [])]
  const to = above(given.rung, said, matter, directory)
  const refusal: Refusal = {
    ...to,
    since,
    due: answerBy(to.rung, since, at, calendar, rule),
    reasons,
    outcome: 'open',
    ended: null,
    ground: null,
    reply: null,
  }
  return { next: { ...matter, refusal }, to }
}

function stillWaits(matter: Matter, { rung, person }: Refusal, directory: Directory): Declined {
  const who = `${rungNames[rung]}${directory.name(person)}`
  return new Declined('E-REFUSAL-3', `${matter.id}号已提级，正待${who}答复，请等待。`, [
    `查 ${matter.id}`,
  ])
}

const lastRung = (matter: Matter): Declined =>
  new Declined(
    'E-REFUSAL-4',
    `${matter.id}号到您这里是最后一级，请定：能办的写明怎么办，确不能办的写明依据和答复。`,
    [
      `能办 ${matter.id} 由我牵头协调`,
      `不予办理 ${matter.id} 依据《办法》第九条 答复 您的申请不符合条件`,
    ],
  )
