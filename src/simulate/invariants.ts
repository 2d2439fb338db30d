/** What must hold whatever went wrong (delivery.md 1 and 3.3): nothing lost, nothing twice, nobody disturbed. */
import { createHash } from 'node:crypto'
import { personOf } from '../sample/people.ts'
import type { Leave } from './absences.ts'
import { clockOf, dayOf, isWorkday } from './almanac.ts'
import { beyondBudget } from './budget.ts'
import type { Ledger } from './ledger.ts'
import { uuidOf, type Witness } from './witness.ts'

/** Everything that does not hold, a line each; empty is what one hopes for. `skew`: how wrong the bots' clocks may be. */
export async function broken(
  witness: Witness,
  ledger: Ledger,
  now: number,
  skew = 0,
): Promise<string[]> {
  return [
    ...unheard(witness),
    ...unanswered(witness),
    ...unfinished(witness, now),
    ...unexplained(witness),
    ...untold(witness),
    ...doubled(witness),
    ...unseen(witness),
    ...disturbing(witness, skew),
    ...beyondBudget(witness),
    ...missed(witness, now),
    ...(await unchained(ledger)),
    ...(await unlawful(ledger)),
  ]
}

/** Promise 1: what was said is in the inbox. */
function unheard({ said, arrived }: Witness): string[] {
  return [...said.keys()]
    .filter((message) => !arrived.has(`msg:${message}`))
    .map((message) => `lost: ${message} never reached the inbox`)
}

/** Whoever spoke to the bot was answered. */
function unanswered({ said, letters }: Witness): string[] {
  const answered = new Set(
    [...letters.values()].filter((one) => one.class === 'answer').map((one) => one.turn),
  )
  return [...said.keys()]
    .filter((message) => !answered.has(`msg:${message}`))
    .map((message) => `unanswered: ${message}`)
}

/** Promise 3: every letter was sent, or there is a reason why not. */
function unfinished({ letters }: Witness, now: number): string[] {
  const open = (one: { state: string; next_try: number }) =>
    one.state === 'ready' && one.next_try > now
  return [...letters.values()].flatMap((one) => {
    if (one.state === 'sent' || open(one)) return []
    if (one.state === 'ready' || one.state === 'leased')
      return [`stuck: ${one.key} is ${one.state}`]
    return one.reason ? [] : [`silent: ${one.key} is ${one.state} without a reason`]
  })
}

/** Promise 4: what came too late stands on a card that explains it. */
function unexplained({ letters }: Witness): string[] {
  return [...letters.values()]
    .filter((one) => one.state === 'folded' && one.reason === '并入停机说明')
    .map((one) => `unexplained: ${one.key} was late, and nobody said so`)
}

/** Promise 5: whoever cannot be reached, somebody is told of it. */
function untold({ letters }: Witness): string[] {
  const alerts = [...letters.keys()].filter((key) => key.startsWith('alert:'))
  return [...letters.values()]
    .filter((one) => one.state === 'dead' && one.reason?.startsWith('收件人不可达'))
    .filter((one) => !alerts.some((key) => key.startsWith(`alert:stray:${one.place}|`)))
    .map((one) => `untold: ${one.key} did not arrive, and nobody knows`)
}

/** No letter became visible twice. */
function doubled(witness: Witness): string[] {
  const seen = new Map<string, Set<string>>()
  for (const { uuid, message } of witness.effects()) {
    if (!uuid) continue
    seen.set(uuid, (seen.get(uuid) ?? new Set()).add(message))
  }
  return [...seen].filter(([, shown]) => shown.size > 1).map(([uuid]) => `twice: ${uuid}`)
}

/** A letter the books call sent was seen by somebody, and nothing was seen that no book knows. */
function unseen(witness: Witness): string[] {
  const shown = new Set(witness.effects().flatMap(({ uuid }) => uuid ?? []))
  // What the keeper is told while the books cannot be written stands in none.
  for (const uuid of shown) if (uuid.startsWith('distress-')) shown.delete(uuid)
  const known = new Set([...witness.letters.keys()].map(uuidOf))
  const sent = [...witness.letters.values()].filter(
    (one) => one.state === 'sent' && (one.kind === 'send' || one.kind === 'reply'),
  )
  return [
    ...sent.filter((one) => !shown.has(uuidOf(one.key))).map((one) => `unseen: ${one.key}`),
    ...[...shown].filter((uuid) => !known.has(uuid)).map((uuid) => `unknown to the books: ${uuid}`),
  ]
}

/** Rule 5 of the product: what nobody asked for comes on working days from 8:05 to 17:55, not at full and half hours; 特急 waits for nothing. */
function disturbing(witness: Witness, skew: number): string[] {
  const classes = new Map(
    [...witness.letters.values()].map((one) => [uuidOf(one.key), one] as const),
  )
  return witness.effects().flatMap((effect) => {
    const letter = effect.uuid === undefined ? undefined : classes.get(effect.uuid)
    if (!letter || letter.class === 'answer' || witness.hastens(letter)) return []
    const clock = clockOf(effect.at)
    const when = `${dayOf(effect.at)} ${clock} ${letter.key}`
    if (!isWorkday(dayOf(effect.at))) return [`rest day: ${when}`]
    if (clockOf(effect.at + skew) < '08:05' || clockOf(effect.at - skew) > '17:55')
      return [`outside the window: ${when}`]
    return skew === 0 && letter.class === 'scheduled' && /:(00|30)$/.test(clock)
      ? [`full hour: ${when}`]
      : []
  })
}

/** Whoever is on leave gets nothing that he did not ask for: his stand-in does. */
export function disturbedOnLeave(witness: Witness, leaves: readonly Leave[]): string[] {
  const letters = new Map([...witness.letters.values()].map((one) => [uuidOf(one.key), one]))
  const away = new Map<string, Leave[]>()
  for (const leave of leaves) {
    const { openId } = personOf(leave.person)
    away.set(openId, [...(away.get(openId) ?? []), leave])
  }
  return witness.effects().flatMap(({ uuid, to, at }) => {
    const letter = uuid === undefined ? undefined : letters.get(uuid)
    if (!letter || letter.class === 'answer' || to === undefined) return []
    const day = dayOf(at)
    const leave = away.get(to)?.find((one) => one.from <= day && day <= one.to)
    return leave ? [`on leave: ${leave.person} ${day} ${clockOf(at)} ${letter.key}`] : []
  })
}

/** Every due moment was taken, or skipped with a reason. */
function missed({ moments }: Witness, now: number): string[] {
  return [...moments.values()].flatMap((one) => {
    const what = `${one.rule} ${one.subject} of ${dayOf(one.at)} ${clockOf(one.at)}`
    if (one.state === 'planned') return one.at < now ? [`missed: ${what}`] : []
    return one.state === 'done' || one.reason ? [] : [`no reason: ${what} is ${one.state}`]
  })
}

interface Line {
  object: string
  seq: number
  at: number
  actor: number | null
  verb: string
  text: string
  way: string
  turn: string
  change: string
  prev: string
  hash: string
}

/** Promise 6: every history is whole, and ends where its object says. */
async function unchained(ledger: Ledger): Promise<string[]> {
  const found: string[] = []
  const heads = new Map<string, string>()
  const lines = await ledger.rows<Line>('select * from journal order by object, seq')
  let before: Line | undefined
  for (const line of lines) {
    const { object, seq, prev, hash } = line
    const first = before?.object !== object
    if (seq !== (first ? 1 : (before?.seq ?? 0) + 1)) found.push(`gap: ${object} at ${seq}`)
    if (prev !== (first ? '' : before?.hash)) found.push(`chain: ${object} at ${seq}`)
    if (hash !== hashOf(line)) found.push(`altered: ${object} at ${seq}`)
    heads.set(object, hash)
    before = line
  }
  const matters = await ledger.rows<{ id: number; head: string }>('select id, head from matters')
  for (const { id, head } of matters)
    if (heads.get(`matter:${id}`) !== head) found.push(`head: matter ${id}`)
  return found
}

const hashOf = ({ prev, object, seq, at, actor, verb, text, way, turn, change }: Line): string =>
  createHash('sha256')
    .update(JSON.stringify([prev, object, seq, at, actor, verb, text, way, turn, change]))
    .digest('hex')

interface Row {
  id: number
  status: string
  open: number
  handler: number | null
  first_due: number
  next: number
  created: number
}

/** The invariants under the table of D.2, as far as rows can show them. */
async function unlawful(ledger: Ledger): Promise<string[]> {
  const rows = await ledger.rows<Row>(
    'select id, status, open, handler, first_due, next, created from matters',
  )
  const deeds = await ledger.rows<{ object: string; verb: string; actor: number | null }>(
    "select object, verb, actor from journal where verb in ('办结', '同意', '销号') order by object, seq",
  )
  const found = rows.flatMap((row) => {
    const closed = ['closed_out', 'archived', 'withdrawn', 'merged'].includes(row.status)
    return [
      ...((row.open === 1) === closed ? [`open flag: matter ${row.id} is ${row.status}`] : []),
      ...(row.next ? [] : [`no next date: matter ${row.id}`]),
      ...(row.first_due <= row.created ? [`due before it began: matter ${row.id}`] : []),
    ]
  })
  const asked = new Map<string, number | null>()
  for (const { object, verb, actor } of deeds) {
    if (verb === '办结') asked.set(object, actor)
    else if (actor !== null && actor === asked.get(object) && verb === '同意')
      found.push(`self-review: ${object} by ${actor}`)
  }
  return found
}
