/** An edited paper against the ledger: what would change, by the rules; what is stale; what is wrong. */
import { Declined } from '../domain/declined.ts'
import { guardSecrets } from '../domain/guard/secrecy.ts'
import { amendDue, amendWords } from '../domain/matter/amend.ts'
import type { Act, Decision } from '../domain/matter/decision.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { deploy } from '../domain/matter/sign.ts'
import type { Directory } from '../domain/people/directory.ts'
import { clockOf, type Instant } from '../domain/time/day.ts'
import { dueIn, type LedgerReading, type LedgerRow } from '../views/ledger-reading.ts'
import { dueCell, printed } from '../views/ledger-sheet.ts'
import { settle } from './settle.ts'
import type { Spoken } from './turn.ts'

/** What one line changes, over the version that was printed. */
export interface Change {
  id: number
  rev: number
  title?: string
  basis?: string
  due?: Instant
  handler?: number
}

export interface Changes {
  changes: Change[]
  /** Each change in words. */
  said: string[]
  /** Lines whose matter has moved on since it was printed: nothing of them is taken over. */
  stale: string[]
  /** What must be put right first. */
  findings: string[]
}

/** Compares the paper with the ledger, trying every change by the rules; nothing is changed. */
export async function changesIn(turn: Spoken, { rows, findings }: LedgerReading): Promise<Changes> {
  const all: Changes = { changes: [], said: [], stale: [], findings: [...findings] }
  for (const row of rows) {
    if (!row.formal) continue
    const matter = await turn.store.matters.byFormal(row.formal)
    if (!matter) {
      all.findings.push(`第${row.line}行：没有编号为 ${row.formal} 的事项。`)
      continue
    }
    try {
      const { change, said } = differenceOf(turn, matter, row)
      if (said.length === 0) continue
      if (row.rev !== matter.rev) {
        all.stale.push(`第${row.line}行 ${matter.id}号 在导出后已有变动，未采纳。`)
        continue
      }
      decisionsFor(turn, matter, change)
      all.changes.push(change)
      all.said.push(`${matter.id}号 ${said.join('；')}`)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      all.findings.push(`第${row.line}行 ${matter.id}号：${error.say}`)
    }
  }
  return all
}

/** Takes the changes over, all of them or none. Declines when a matter has moved on meanwhile. */
export async function applyChanges(turn: Spoken, changes: readonly Change[]): Promise<Matter[]> {
  const done: Matter[] = []
  for (const change of changes) {
    const matter = await turn.store.matters.get(change.id)
    if (matter?.rev !== change.rev)
      throw new Declined(
        'E-LEDGER-3',
        `${change.id}号在核对之后又有变动，一件都没有导入，请重新导出。`,
        ['台账 导出'],
      )
    let now = matter
    for (const decide of stepsOf(turn, change)) now = await settle(turn, decide(now), turn.actor.id)
    done.push(now)
  }
  return done
}

function differenceOf(turn: Spoken, matter: Matter, row: LedgerRow) {
  const { directory } = turn
  const change: Change = { id: matter.id, rev: matter.rev }
  const said: string[] = []
  if (row.title !== printed(matter.title)) {
    if (!row.title) throw new Declined('E-TEXT-1', '事项不能为空。')
    change.title = row.title
    said.push(`标题：${matter.title} → ${row.title}`)
  }
  if (row.basis !== printed(matter.basis ?? '')) {
    if (!row.basis) throw new Declined('E-TEXT-1', '依据不能改为空。')
    change.basis = row.basis
    said.push(`依据：${matter.basis ?? '无'} → ${row.basis}`)
  }
  guardSecrets(`${change.title ?? ''} ${change.basis ?? ''}`)
  const due = dueIn(row.due, clockOf(matter.due))
  if (due === undefined)
    throw new Declined('E-DATE-2', `时限“${row.due}”看不懂，请写成 ${dueCell(matter.due)} 的样子。`)
  if (dueCell(due) !== dueCell(matter.due)) {
    change.due = due
    said.push(`时限：${dueCell(matter.due)} → ${dueCell(due)}`)
  }
  const shown = directory.name(matter.handler ?? matter.proposed)
  if (row.handler !== shown) {
    change.handler = handlerNamed(row.handler, matter, directory)
    said.push(`承办人：${shown || '无'} → ${row.handler}`)
  }
  return { change, said }
}

/** The person of that name in the lead unit, else the only one of that name. */
function handlerNamed(name: string, matter: Matter, directory: Directory): number {
  const named = directory.named(name)
  const inside = named.filter((one) => one.unit === matter.lead)
  const [only, ...others] = inside.length > 0 ? inside : named
  if (!only) throw new Declined('E-PERSON-4', `名册中没有“${name}”。`)
  if (others.length > 0)
    throw new Declined('E-PERSON-6', `有${others.length + 1}位${name}，请用“改”指定。`)
  return only.id
}

/** Whether the rules allow all of it, one upon the other. */
function decisionsFor(turn: Spoken, matter: Matter, change: Change): void {
  let now = matter
  for (const decide of stepsOf(turn, change)) now = decide(now).matter
}

function stepsOf(turn: Spoken, change: Change): ((matter: Matter) => Decision)[] {
  const { directory } = turn
  const act: Act = { by: turn.actor, at: turn.at }
  const { title, basis, due, handler } = change
  const steps: ((matter: Matter) => Decision)[] = []
  if (title !== undefined) steps.push((one) => amendWords(one, act, '标题', title, directory))
  if (basis !== undefined) steps.push((one) => amendWords(one, act, '依据', basis, directory))
  if (due !== undefined) {
    const newDue = { at: due, provisional: false, said: null }
    steps.push((one) => amendDue(one, act, newDue, '台账导入', directory))
  }
  if (handler !== undefined) {
    const person = directory.people.get(handler)
    if (person) steps.push((one) => deploy(one, act, person, '', directory))
  }
  return steps
}
