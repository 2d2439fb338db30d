/** 待办 counted again for everybody (capability F4): whose step each matter waits for, told from the sentences that were said alone. */
import { people, personOf } from '../sample/people.ts'
import { dayOf } from './almanac.ts'
import {
  chargeOf,
  type Deed,
  type Fate,
  headOf,
  isLeader,
  reviewersOf,
  supervisors,
} from './fate.ts'
import type { Ledger } from './ledger.ts'

/** What waits for anybody and is not on his list, or stands there and waits for nobody; `lines` counts what was compared. */
export async function pendingDiffers(
  fates: readonly Fate[],
  ledger: Ledger,
  now: number,
): Promise<{ differing: string[]; lines: number }> {
  const rows = await ledger.rows<{ who: string; title: string }>(
    'select distinct p.open_id as who, m.title as title from duties d join people p on p.id = d.person join matters m on m.id = d.matter',
  )
  const listed = new Set(rows.map(({ who, title }) => `${who} ${markIn(title)}`))
  const expected = new Set(
    fates.flatMap((fate) =>
      waitsFor(fate, now).map((key) => `${personOf(key).openId} ${fate.mark}`),
    ),
  )
  const missing = [...expected].filter((one) => !listed.has(one))
  const needless = [...listed].filter((one) => !expected.has(one))
  const named = (one: string) => one.replace(/^\S+/, (id) => nameOf(id))
  return {
    differing: [
      ...missing.map((one) => `待办 of ${dayOf(now)} lacks: ${named(one)}`),
      ...needless.map((one) => `待办 of ${dayOf(now)} has needlessly: ${named(one)}`),
    ],
    lines: expected.size,
  }
}

/** The mark that a matter of the year bears in its title. */
export const markIn = (title: string): string => /第\d+件(?=）)/.exec(title)?.[0] ?? title

const PRINCIPAL = 'limingyuan'

/** What was found last of a fate, and after how many of its deeds. */
const told = new WeakMap<Fate, { deeds: number; passed: boolean; waits: string[] }>()

/** The persons, by key, whose step is next after what was said until now. */
export function waitsFor(fate: Fate, now: number): string[] {
  if (fate.born > now) return []
  const deeds = fate.deeds.filter((deed) => deed.at <= now).length
  const passed = (fate.handover?.at ?? Number.POSITIVE_INFINITY) <= now
  const last = told.get(fate)
  // On most days nothing is said of most matters: told again, it is the same.
  if (last?.deeds === deeds && last.passed === passed) return last.waits
  const waits = waitsAfter(fate, now)
  told.set(fate, { deeds, passed, waits })
  return waits
}

function waitsAfter(fate: Fate, now: number): string[] {
  let { lead } = fate
  const client = fate.firstAsked
  const silent = new Set(fate.supports)
  const said = fate.deeds.filter((deed) => deed.at <= now && !deed.declined)
  let closers = isLeader(fate.author) ? [fate.author] : []
  let waits = [headOf(lead)]
  let refusal: string[] = []
  let handedIn = false
  const over = (next: string[]) => {
    waits = next
    refusal = []
    silent.clear()
  }
  for (const [i, deed] of said.entries()) {
    const { say } = deed
    const by = deed.place ?? deed.by
    const reviewers = reviewersOf(lead, fate.author)
    const last = closers.length > 0 ? closers : reviewers
    if (say.startsWith('退签')) waits = supervisors
    else if (say.startsWith('转办')) {
      lead = say.split(' ')[2] ?? lead
      waits = [headOf(lead)]
    } else if (say.startsWith('专班结束')) {
      lead = say.split(' ')[1] ?? lead
      if (!say.includes(' ')) waits = supervisors
    } else if (say.startsWith('签收 {n}')) waits = [headOf(lead)]
    else if (/^(?:签收并分办|分办|恢复|到复核日|重办)/.test(say)) waits = [fate.handler]
    else if (/^(?:报|已联系)/.test(say)) {
      for (const unit of silent) if (headOf(unit) === by) silent.delete(unit)
    } else if (say.startsWith('免协')) silent.delete(say.split(' ')[2] ?? '')
    else if (say.startsWith('说不')) refusal = [above(lead, by ?? '')]
    else if (say.startsWith('逾时')) refusal = [above(lead, refusal[0] ?? '')]
    else if (say.startsWith('能办')) refusal = []
    else if (say.startsWith('延期'))
      waits = [fate.handler, ...extenders(fate, lead, { by, say }, last)]
    else if (/^同意 \{n\} 延期/.test(say))
      waits =
        by === headOf(lead)
          ? [fate.handler, ...extenders(fate, lead, { by, say }, last)]
          : [fate.handler]
    else if (/^(?:不准延|退回)/.test(say)) {
      waits = [fate.handler]
      handedIn = false
    } else if (say.startsWith('办结')) {
      over(reviewers)
      handedIn = true
    } else if (say.startsWith('批示')) {
      closers = [...new Set([by ?? '', ...(isLeader(fate.author) ? [fate.author] : [])])]
      // A new word on what was passed begins another round.
      if (said[i - 1]?.say.startsWith('同意')) waits = [fate.handler]
    } else if (say.startsWith('不予办理')) over(client ? [client] : last)
    else if (say.startsWith('撤项')) waits = [...waits, chargeOf(lead)]
    else if (say.startsWith('同意')) {
      if (!handedIn) over([])
      else waits = client ? [client] : last
    } else if (say.startsWith('已答复')) waits = last
    else if (say.startsWith('销号')) {
      waits = client && !said.some((one) => one.say.startsWith('不予办理')) ? [client] : []
      handedIn = false
    } else if (say.startsWith('回访')) waits = say.includes('不满意') ? [fate.handler] : []
    else if (/^(?:挂起|并项)/.test(say)) over([])
  }
  const { handler, handover } = fate
  const carrier = (key: string) =>
    key === handler && handover && handover.at <= now ? handover.to : key
  return [...new Set([...waits.map(carrier), ...refusal, ...[...silent].map(headOf)])]
}

/** Whose answer a refusal waits for above somebody. */
function above(lead: string, below: string): string {
  if (below === chargeOf(lead)) return PRINCIPAL
  return below === headOf(lead) ? chargeOf(lead) : headOf(lead)
}

/** Who has to answer a request for a later date: first the head, where it is not his own; then those whose word it needs. */
function extenders(
  fate: Fate,
  lead: string,
  { by, say }: Pick<Deed, 'by' | 'say'>,
  last: string[],
): string[] {
  if (by !== headOf(lead)) return [headOf(lead)]
  if (say.includes('方案')) return [...(isLeader(fate.author) ? [fate.author] : []), chargeOf(lead)]
  return [...last, ...reviewersOf(lead, fate.author)]
}

const nameOf = (openId: string): string =>
  people.find((one) => one.openId === openId)?.key ?? openId
