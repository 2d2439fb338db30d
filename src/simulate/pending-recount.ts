/** 待办 counted again for everybody (capability F4): whose step each matter waits for, told from the sentences that were said alone. */
import { people, personOf } from '../sample/people.ts'
import { units } from '../sample/units.ts'
import { dayOf } from './almanac.ts'
import { type Fate, reviewersOf } from './fates.ts'
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
  const listed = new Set(rows.map(({ who, title }) => `${who} ${title}`))
  const expected = new Set(
    fates.flatMap((fate) =>
      waitsFor(fate, now).map((key) => `${personOf(key).openId} ${fate.title}`),
    ),
  )
  const missing = [...expected].filter((one) => !listed.has(one))
  const needless = [...listed].filter((one) => !expected.has(one))
  return {
    differing: [
      ...missing.map((one) => `待办 of ${dayOf(now)} lacks: ${one}`),
      ...needless.map((one) => `待办 of ${dayOf(now)} has needlessly: ${one}`),
    ],
    lines: expected.size,
  }
}

/** The persons, by key, whose step is next after what was said until now. */
function waitsFor(fate: Fate, now: number): string[] {
  const said = fate.deeds.filter((deed) => deed.at <= now)
  const author = said[0]?.by ?? ''
  const head = units.find((unit) => unit.name === fate.lead)?.head ?? ''
  const reviewers = reviewersOf(fate.lead)
  const leads = people.some((one) => one.key === author && one.roles.includes('supervisor'))
  const closers = leads ? reviewers : [author]
  let waits: string[] = []
  for (const { say } of said) {
    if (say.startsWith('交办') || /^签收 \{n\}$/.test(say)) waits = [head]
    else if (say.startsWith('签收并分办') || say.startsWith('分办')) waits = [fate.handler]
    else if (say.startsWith('延期')) waits = [fate.handler, ...closers, ...reviewers]
    else if (/^(?:同意 \{n\} 延期|不准延|退回)/.test(say)) waits = [fate.handler]
    else if (say.startsWith('办结')) waits = reviewers
    else if (say.startsWith('同意')) waits = closers
    else if (say.startsWith('销号')) waits = []
  }
  return [...new Set(waits)]
}
