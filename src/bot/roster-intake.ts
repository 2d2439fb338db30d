/** 花名册 by file: fetched, previewed, confirmed as a whole, and everybody's account looked up. */
import { Declined } from '../domain/declined.ts'
import { isMassLeaving, keepsAnAdmin } from '../domain/people/roster.ts'
import type { RosterRow } from '../domain/people/roster-row.ts'
import { comparisonSaid } from '../views/roster.ts'
import { rosterPreviewCard } from '../views/roster-preview.ts'
import { readRoster } from '../views/roster-reading.ts'
import { readSheets } from '../views/sheet.ts'
import { keptSaid, settleDepartures } from './departure.ts'
import { applyRoster, comparedWith } from './enrolment.ts'
import { askOldHeads } from './handing-over.ts'
import type { Fetched, Heard } from './message.ts'
import { record } from './record.ts'
import { askAfterMoves } from './secretary.ts'
import { type Spoken, sendingCard, type Turn } from './turn.ts'

/** The roster was fetched, or the platform told whose mobile is whose. */
export async function previewRoster(
  turn: Spoken,
  fetched: Fetched,
  asked: unknown,
): Promise<Heard> {
  if (fetched.found) return matchAccounts(turn, fetched.found, asked as { mobiles: string[] })
  const sheets = await readSheets(fetched.bytes ?? new Uint8Array())
  const { rows, findings } = readRoster(sheets[0]?.rows ?? [])
  // A roster that could not be read whole says nothing of who has left.
  const errors = findings.flatMap((one) => (one.level === 'error' ? [one.say] : []))
  const complete = rows.length > 0 && errors.length === 0
  const comparison = complete ? comparedWith(turn.directory, rows) : undefined
  const draft = complete
    ? await turn.store.drafts.add({
        kind: 'roster',
        person: turn.actor.id,
        body: rows,
        at: turn.now,
      })
    : undefined
  const card = rosterPreviewCard(comparison, rows.length, errors, draft)
  await turn.post({
    kind: 'send',
    place: turn.place,
    body: sendingCard(card),
    class: 'answer',
  })
  return { outcome: 'acted', reply: comparison ? comparisonSaid(comparison) : '花名册有误' }
}

/** The roster counts: as a whole, once, and what those who left had is passed on. */
export async function confirmRoster(turn: Spoken, words: string) {
  const [, number, leaving] = /^(\d+)(?:\s*减员\s*(\d+)\s*人?)?\s*$/.exec(words) ?? []
  const id = Number(number)
  const rows = (await turn.store.drafts.take(id, 'roster')) as RosterRow[] | undefined
  if (!rows) throw new Declined('E-ROSTER-1', '没有待确认的花名册，请重新发送 .xlsx。')
  const comparison = comparedWith(turn.directory, rows)
  if (!keepsAnAdmin(comparison))
    throw new Declined(
      'E-ROSTER-2',
      '照此登记后将没有管理员，请在“职责”列为管理员填上“管理员”后重新发送。',
    )
  if (isMassLeaving(comparison) && Number(leaving) !== comparison.left.length)
    throw new Declined(
      'E-ROSTER-3',
      `照此登记将有${comparison.left.length}人离任，超过现有人数的一半，请核对花名册是否完整。确要登记，请重新发送并点“确认减员”。`,
    )
  await applyRoster(turn.store, turn.directory, rows)
  await record(turn, { verb: '登记', text: comparisonSaid(comparison) })
  const { passed, meetings } = await settleDepartures(turn, turn.actor.id)
  const directory = await turn.store.people.directory()
  const after: Turn = { ...turn, directory }
  const moves = comparison.moved.map(({ person }) => ({ person: person.id, from: person.unit }))
  await askAfterMoves(
    after,
    turn.actor.id,
    moves.map(({ person }) => person),
  )
  const asked = await askOldHeads(after, moves)
  const mobiles = [...directory.people.values()].flatMap((one) =>
    !one.left && one.openId === null && one.mobile !== null ? [one.mobile] : [],
  )
  if (mobiles.length > 0)
    await turn.post({
      kind: 'lookup',
      place: turn.place,
      body: { mobiles, for: 'enrol', by: turn.actor.id },
      class: 'answer',
    })
  const handed = passed.length > 0 ? `离任人员的${passed.length}件事项已移交。` : ''
  const moving = asked > 0 ? `调动人员在原科室的${asked}件事项，已请原科室负责人交接。` : ''
  const line = `花名册已登记：${comparisonSaid(comparison)}。${handed}${keptSaid(meetings)}${moving}`
  return { line, private: true }
}

async function matchAccounts(
  turn: Spoken,
  found: Record<string, string>,
  { mobiles }: { mobiles: string[] },
): Promise<Heard> {
  let matched = 0
  const unmatched: string[] = []
  const taken = new Set([...turn.directory.people.values()].map((one) => one.openId))
  for (const person of turn.directory.people.values()) {
    if (person.left || person.openId !== null || !mobiles.includes(person.mobile ?? '')) continue
    const openId = found[person.mobile ?? '']
    if (openId && !taken.has(openId)) {
      await turn.store.people.savePerson({ ...person, openId })
      taken.add(openId)
      matched += 1
    } else unmatched.push(person.name)
  }
  const rest =
    unmatched.length > 0
      ? `未匹配到${unmatched.length}人：${unmatched.slice(0, 30).join('、')}`
      : ''
  const lines = [`已匹配飞书账号${matched}人。`, ...(rest ? [rest] : [])]
  await turn.post({
    kind: 'send',
    place: turn.place,
    body: { content: { lines } },
    class: 'answer',
  })
  return { outcome: 'acted', reply: lines.join('') }
}
