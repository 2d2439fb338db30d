/** 离任: what those who left still had goes to others, who are told with the 督查室, each by one list. */
import { handOver } from '../domain/matter/handover.ts'
import { vacancies } from '../domain/people/departure.ts'
import type { Directory } from '../domain/people/directory.ts'
import { handoverSaid } from '../views/handover.ts'
import { refreshDuties } from './enrolment.ts'
import { replaceSecretaries } from './secretary.ts'
import { settle } from './settle.ts'
import { tellPeople } from './tell.ts'
import type { Turn } from './turn.ts'

/** A matter that changed hands, and who carries it now. */
export interface Passed {
  id: number
  title: string
  to: number | null
}

/** What those who left had, and has found others. */
export interface Settled {
  passed: Passed[]
  /** Meetings whose secretary he was. */
  meetings: number
}

/** Fills the posts left empty, passes every open matter on, and has somebody keep the meetings' papers. */
export async function settleDepartures(turn: Turn, actor: number | null): Promise<Settled> {
  const directory = await withoutVacancies(turn)
  const after: Turn = { ...turn, directory }
  const passed: Passed[] = []
  for (const id of await openMatters(turn)) {
    const matter = await turn.store.matters.get(id)
    const decision = matter && handOver(matter, turn.now, turn.today, directory)
    if (!decision) continue
    const { to, ...rest } = decision
    const settled = await settle(after, rest, actor)
    passed.push({ id, title: settled.title, to })
  }
  await tellOf(after, passed, actor)
  return { passed, meetings: await replaceSecretaries(after, actor) }
}

/** The directory with nobody at the head of a unit who is gone; everybody's duties follow. */
async function withoutVacancies({ store }: Turn): Promise<Directory> {
  const before = await store.people.directory()
  const vacant = vacancies(before)
  if (vacant.length === 0) return before
  for (const unit of vacant) await store.people.saveUnit(unit)
  await refreshDuties(store, before)
  return store.people.directory()
}

async function openMatters({ store }: Turn): Promise<number[]> {
  const ids: number[] = []
  for (let offset = 0; ; offset += 500) {
    const page = await store.matters.find({ limit: 500, offset })
    ids.push(...page.map((one) => one.id))
    if (page.length < 500) return ids
  }
}

/** How the meetings' papers are kept, behind the speaker's answer. */
export const keptSaid = (meetings: number): string =>
  meetings > 0 ? `${meetings}个例会的会议秘书暂由他人代理，已请督查室确定。` : ''

async function tellOf(turn: Turn, passed: Passed[], actor: number | null): Promise<void> {
  if (passed.length === 0) return
  const { directory } = turn
  const heirs = new Set(passed.flatMap(({ to }) => (to === null || to === actor ? [] : [to])))
  for (const heir of heirs) {
    const own = passed.filter(({ to }) => to === heir)
    await tellPeople(turn, [heir], handoverSaid('人员离任，以下事项由您接办', own, directory))
  }
  const office = directory.withRole('supervisor').map((one) => one.id)
  const told = office.filter((id) => id !== actor && !heirs.has(id))
  await tellPeople(turn, told, handoverSaid('人员离任，以下事项已移交', passed, directory))
}
