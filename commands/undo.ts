/** 撤销: one's own last command is taken back within ten minutes. */
import { takeBackDays } from '../src/bot/calendar.ts'
import { refreshDuties } from '../src/bot/enrolment.ts'
import {
  anyone,
  arrangedBack,
  command,
  Declined,
  followTopics,
  gatherAgain,
  isGathered,
  oneOf,
  optional,
  record,
  type Spoken,
  settle,
  type TakeBack,
  tellPeople,
} from '../src/bot/index.ts'
import { packAhead } from '../src/bot/pack.ts'
import { unjudge } from '../src/bot/strays.ts'
import { recallAnswer, reopenSuggestion } from '../src/bot/suggestions.ts'
import { planIncident, tellReporters } from '../src/bot/watching.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import { RECOUNT } from '../src/domain/matter/recount.ts'
import { UNDO_MINUTES, undo } from '../src/domain/matter/undo.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { clockOf } from '../src/domain/time/day.ts'

/** How far the platform's clock and ours may differ. */
const CLOCKS_APART = 60_000

/** One's own last command is the only one there is to take back. */
const LAST = [
  '刚才的操作',
  '刚才的',
  '刚才',
  '上一条',
  '上一步',
  '上一个',
  '上一句',
  '上条',
] as const

type Sent = { class: string; state: string; attempts: number }

/** Whether others were told; a first try whose end nobody knows may have arrived. */
const wentOut = (letters: Sent[]): boolean =>
  letters.some((letter) => isNotice(letter) && (!isWaiting(letter) || letter.attempts > 0))

type Line = Awaited<ReturnType<Spoken['store']['journal']['lastTurn']>>[number]

export default command({
  name: '撤销',
  about: '办理',
  summary: `撤回自己${UNDO_MINUTES}分钟内的上一条操作`,
  says: ['{which}'],
  slots: { which: optional(oneOf('上一条', LAST)) },
  who: anyone,
  examples: ['撤销'],
  changes: true,
  async run(turn) {
    const { store, actor, now, at } = turn
    const lines = await store.journal.lastTurn(actor.id, Math.min(now, at) - UNDO_MINUTES * 60_000)
    const last = lines[0]
    if (!last || last.verb === '撤销')
      throw new Declined('E-UNDO-1', `您${UNDO_MINUTES}分钟内没有可撤销的操作。`)
    refuseAnother(turn, lines)
    // The card on which a day's work gathers is everybody's who wrote on it; its lines go, it stays.
    const letters = (await store.outbox.ofTurn(last.turn)).filter((one) => !isGathered(one.key))
    for (const letter of letters)
      if (isNotice(letter) && isWaiting(letter))
        await store.outbox.cancel(letter.key, '操作已撤销', now)
    await gatherAgain(
      turn,
      letters.flatMap((letter) => (letter.state === 'folded' ? [letter.place] : [])),
    )
    const matters: Matter[] = []
    // What followed from the office's days follows them back.
    const deeds = lines.filter((line) => line.verb !== RECOUNT)
    for (const own of byObject(deeds))
      if (own[0]!.object.startsWith('matter:')) matters.push(await undoMatter(turn, own, letters))
      else for (const line of own) await undoOther(turn, line, letters)
    const what = verbsOf(deeds)
    const numbers = matters
      .map((matter) => `${matter.id}号`)
      .reverse()
      .join('、')
    return {
      line: `已撤销：${what}${numbers && `（${numbers}）`}。`,
      ...(matters.length === 1 ? { matter: matters[0]! } : {}),
    }
  },
})

/** The verbs in the order they were said; a whole list of one verb as a count, of several each once. */
function verbsOf(lines: Line[]): string {
  const verbs = lines.map((line) => line.verb).reverse()
  const all = new Set(verbs)
  if (verbs.length <= 3) return verbs.join('、')
  return all.size === 1 ? `${verbs[0]}${verbs.length}件` : [...all].join('、')
}

/** A word that was long under way, or a button of another matter's card, did not mean the newest command. */
function refuseAnother({ at, tapped, replied }: Spoken, lines: Line[]): void {
  const last = lines[0]!
  if (last.at > at + CLOCKS_APART)
    throw new Declined(
      'E-UNDO-2',
      `“撤销”是 ${clockOf(at)} 说的，之后您又办理了“${last.verb}”，请核对后再说一次。`,
    )
  const another = lines.some((line) => line.object !== `matter:${replied}`)
  if (tapped !== undefined && replied !== undefined && another)
    throw new Declined(
      'E-UNDO-2',
      `您最近一次操作是“${last.verb}”，不是这张卡片上的事项；要撤销它请直接说“撤销”。`,
    )
}

/** The lines of a turn, newest first, by what they are about: one message may have had several sentences. */
function byObject(lines: Line[]): Line[][] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) groups.set(line.object, [...(groups.get(line.object) ?? []), line])
  return [...groups.values()]
}

/** Line by line from the newest back; what was told and had not gone out is not followed by a notice of its own. */
async function undoMatter(turn: Spoken, lines: Line[], letters: Sent[]): Promise<Matter> {
  let matter = await turn.store.matters.get(Number(lines[0]!.object.slice('matter:'.length)))
  if (!matter) throw new Error(`no matter for ${lines[0]!.object}`)
  const inAnother = (await turn.store.outbox.waiting(matter.id)).some((letter) =>
    (letter.body as { turns?: string[] }).turns?.includes(lines[0]!.turn),
  )
  const told = wentOut(letters) || inAnother
  const act = { by: turn.actor, at: turn.at }
  const rev = matter.rev
  for (const [back, line] of lines.entries()) {
    const before = line.change.before as Partial<Matter> | null
    // The n-th line back is undone on what n undone lines have left.
    const done = { verb: line.verb, rev: line.seq === rev - back ? matter.rev : -1, before }
    const decision = undo(matter, act, done, turn.directory)
    const quiet = told ? decision : { ...decision, notices: [] }
    matter = await settle(turn, quiet, turn.actor.id)
  }
  return matter
}

const isNotice = (letter: { class: string }): boolean => letter.class === 'notice'

/** Not out yet: waiting for its time, or kept back for a page. */
const isWaiting = (letter: { state: string }): boolean =>
  letter.state === 'ready' || letter.state === 'folded'

async function undoOther(turn: Spoken, line: Line, letters: Sent[]): Promise<undefined> {
  const back = line.change.after.back as TakeBack | undefined
  if (!back) throw new Declined('E-UNDO-3', `“${line.verb}”不能撤销。`)
  if (back.what === 'review' && back.published && wentOut(letters))
    throw new Declined('E-UNDO-3', '讲评已经发出，不能撤销；有误请另行更正说明。')
  await takeBack(turn, back, wentOut(letters))
  if (back.what === 'absence' && wentOut(letters)) await tellPeople(turn, back.told, back.say)
  if (back.what === 'suggestion-answer') await recallAnswer(turn, back.id, wentOut(letters))
  if (back.what === 'incident' && wentOut(letters)) {
    const incident = await turn.store.incidents.get(back.id)
    const say = back.before ? '以原来的安排为准' : '不用报'
    if (incident)
      await tellReporters(
        turn,
        incident,
        `${turn.actor.name}撤销了“${incident.name}”${line.verb}，${say}。`,
      )
  }
  if (back.what === 'review' && wentOut(letters))
    await tellPeople(turn, back.told, `“${line.verb}”（${line.text}）已撤回，请以后续通知为准。`)
  await record(turn, { verb: '撤销', text: line.verb })
}

async function takeBack(turn: Spoken, back: TakeBack, told: boolean): Promise<void> {
  const { store, directory, actor, at } = turn
  switch (back.what) {
    case 'departure':
      await store.people.savePerson(back.person)
      for (const unit of back.units) await store.people.saveUnit(unit)
      return refreshDuties(store, directory)
    case 'force':
      return store.people.saveUnit(back.unit)
    case 'forces':
      return disband(turn, back)
    case 'absence':
      if (back.added !== null) await store.absences.cancel(back.added)
      for (const one of back.before) await store.absences.save(one)
      return
    case 'topic': {
      await store.meetings.markTopic(back.id, back.state)
      const [topic] = await store.meetings.topicsNamed([back.id])
      return topic && followTopics(turn, topic.series)
    }
    case 'suggestion-answer':
      return reopenSuggestion(turn, back.id)
    case 'stray':
      return unjudge(turn, back)
    case 'suggestion':
      return store.suggestions.withdraw(back.id)
    case 'resolutions':
      return store.resolutions.restore(back.before, back.added)
    case 'remits':
      return store.remits.set(back.person, back.words)
    case 'plan': {
      const { unit, month } = back.before
      const rev = (await store.plans.get(unit, month))?.rev ?? 0
      return void (await store.plans.save({ ...back.before, rev }))
    }
    case 'incident': {
      const now = await store.incidents.get(back.id)
      if (!now) return
      const before = back.before ?? { ...now, state: 'withdrawn' as const }
      return planIncident(turn, await store.incidents.save({ ...before, rev: now.rev }))
    }
    case 'brief':
      return store.briefs.put(back.key, back.before)
    case 'praise':
      return store.praises.withdraw(back.id)
    case 'profiles':
      for (const { name, profile } of back.before)
        if (profile) await store.profiles.keep(profile, { person: actor.id, at })
        else await store.profiles.drop(name)
      return
    case 'series': {
      const series = await store.meetings.get(back.id)
      if (series) await store.meetings.save(series, { ...series, ended: true })
      return
    }
    case 'review':
      return back.before ? store.reviews.keep(back.before) : store.reviews.drop(back.month)
    case 'objection': {
      const one = back.before ?? (await store.reviews.objection(back.id))
      if (one) await store.reviews.settle(back.before ?? { ...one, state: 'withdrawn' })
      return
    }
    case 'quiet':
      return store.quiet.set(back.person, back.before)
    case 'setting':
      return store.settings.set(back.name, back.before)
    case 'notice':
    case 'day':
      return takeBackDays(turn, back)
    case 'arrangement':
      return arrangedBack(turn, back, told)
    case 'preparation': {
      const series = await store.meetings.get(back.id)
      if (!series) return
      if (await packAhead(turn, series)) throw new Declined('E-UNDO-3', '议程已经发出，不能撤销。')
      return store.meetings.save(series, { ...series, prepared: back.before })
    }
    case 'chat': {
      const group = await store.chats.get(back.before.id)
      if (group) await store.chats.save({ ...group, ...back.before })
      const series = back.meeting && (await store.meetings.get(back.meeting.id))
      if (series && back.meeting)
        await store.meetings.save(series, { ...series, chat: back.meeting.chat })
      return
    }
  }
}

/** What was formed is nothing again, unless it carries something by now; what was changed is as it was. */
async function disband({ store }: Spoken, back: { born: number[]; before: Unit[] }): Promise<void> {
  for (const id of back.born) {
    const carried = await store.matters.find({ leads: [id], limit: 1 })
    if (carried[0])
      throw new Declined('E-UNDO-2', `专班已有事项（${carried[0].id}号），不能撤销组建。`)
    await store.people.dropUnit(id)
  }
  for (const unit of back.before) await store.people.saveUnit(unit)
}
