/** Tick: what fell due since the last minute happens once, in order, each a turn of its own. */
import type { Instant } from '../domain/time/day.ts'
import { clockOf, dayOf } from '../domain/time/day.ts'
import type { Occurrence } from '../store/occurrences.ts'
import type { Bound } from '../store/store.ts'
import { Unkept } from '../store/unkept.ts'
import type { Job } from './job.ts'
import type { Office } from './office.ts'
import { openTurn } from './open-turn.ts'
import { ownUp } from './own-up.ts'
import type { Turn } from './turn.ts'

/** What is no later than this was not missed: the metronome beats every minute. */
const PUNCTUAL = 15 * 60_000

/** Takes every due moment; gives how many were taken. The same at boot and every minute. */
export async function tick(office: Office): Promise<number> {
  let taken = 0
  let missed: Instant | undefined
  for (;;) {
    const now = office.now()
    const due = await office.store.look((store) => store.occurrences.due(now))
    if (due.length === 0) break
    if (now - due[0]!.at > PUNCTUAL) missed ??= due[0]!.at
    for (const some of grouped(office, due)) taken += await happen(office, some)
  }
  if (missed !== undefined) await ownUp(office, missed)
  office.meters.tickAge.set(office.now() / 1000)
  if (taken > 0) office.nudge()
  return taken
}

/** Plans the next moment of every job that comes round by itself and has none; at each start. */
export async function planJobs(office: Office): Promise<void> {
  await office.store.turn(async (store) => {
    await office.directory(store)
    for (const job of office.registry.jobs.values()) {
      if (!job.every) continue
      if ((await store.occurrences.planned(job.rule, '')).length > 0) continue
      const at = job.every(office.now(), office.calendar())
      await store.occurrences.plan({ rule: job.rule, subject: '', at })
    }
  })
}

/** When the clock next has something to ask or the post something to send. */
export function nextMoment(office: Office): Promise<Instant | undefined> {
  return office.store.look(async (store) => {
    const moments = [await store.occurrences.nextAt(), await store.outbox.nextAt()]
    const known = moments.filter((at) => at !== undefined)
    return known.length > 0 ? Math.min(...known) : undefined
  })
}

/** Moments that share a transaction: of one rule that allows it, at one instant, in their order. */
function grouped({ registry }: Office, due: readonly Occurrence[]): Occurrence[][] {
  const groups: Occurrence[][] = []
  for (const one of due) {
    const last = groups.at(-1)
    const [first] = last ?? []
    const room = registry.jobs.get(one.rule)?.together ?? 1
    if (last && first?.rule === one.rule && first.at === one.at && last.length < room)
      last.push(one)
    else groups.push([one])
  }
  return groups
}

async function happen(office: Office, these: readonly Occurrence[]): Promise<number> {
  const [one] = these as [Occurrence]
  const job = office.registry.jobs.get(one.rule)
  try {
    const results = await office.store.turn(async (store) => {
      const ends: (End | undefined)[] = []
      for (const one of these) ends.push(await happenOn(office, store, job, one))
      return ends.filter((end) => end !== undefined)
    })
    for (const result of results) office.meters.occurrences.inc({ rule: one.rule, result })
    return results.length
  } catch (error) {
    // The moment is still planned: it comes late, when the store is well again.
    if (error instanceof Unkept) throw error
    if (these.length === 1) return broke(office, one, error)
    // One of them fails: it must not take the others with it.
    let taken = 0
    for (const one of these) taken += await happen(office, [one])
    return taken
  } finally {
    office.step('tick:committed')
    // What comes round by itself and has a subject is one slice of a long run: the next one is a turn of its own.
    if (job?.every && one.subject !== '') office.step('tick:sliced')
  }
}

type End = 'done' | 'skipped'

/** One moment as a turn on the open transaction; nothing where another tick was first. */
async function happenOn(
  office: Office,
  store: Bound,
  job: Job | undefined,
  one: Occurrence,
): Promise<End | undefined> {
  const now = office.now()
  if (!(await store.occurrences.take(one, now))) return undefined
  office.step('tick:taken')
  const turn = await turnFor(office, store, one)
  // The next moment is planned in the same transaction: late perhaps, never lost.
  if (job?.every) {
    const at = job.every(Math.max(one.at, now), office.calendar())
    await store.occurrences.plan({ rule: one.rule, subject: '', at })
  }
  const why = await run(turn, job, one)
  if (why !== undefined) await store.occurrences.skipped(one, why)
  office.step('tick:run')
  return why === undefined ? 'done' : 'skipped'
}

function turnFor(office: Office, store: Bound, { rule, subject, at }: Occurrence): Promise<Turn> {
  const late = office.now() - at > PUNCTUAL
  return openTurn(office, store, { key: `due:${rule}:${subject}:${at}`, way: '定时', late })
}

async function run(turn: Turn, job: Job | undefined, one: Occurrence): Promise<string | undefined> {
  if (!job) return '没有这项任务'
  if (turn.now - one.at > job.late * 60_000)
    return `停机错过：应于 ${dayOf(one.at)} ${clockOf(one.at)} 办理`
  return job.run(turn, one.subject, one.at)
}

/** A job that fails is recorded with its number and does not stop the others; its next moment stands. */
async function broke(office: Office, one: Occurrence, error: unknown): Promise<number> {
  return office.store.turn(async (store) => {
    const now = office.now()
    if (!(await store.occurrences.take(one, now))) return 0
    const number = `F-${await store.counters.next('fault')}`
    office.log.error({ fault: number, rule: one.rule, subject: one.subject, err: error }, 'fault')
    await store.occurrences.skipped(one, `出错 ${number}`)
    const job = office.registry.jobs.get(one.rule)
    if (job?.every) {
      const at = job.every(Math.max(one.at, now), office.calendar())
      await store.occurrences.plan({ rule: one.rule, subject: '', at })
    }
    office.meters.occurrences.inc({ rule: one.rule, result: 'fault' })
    return 1
  })
}
