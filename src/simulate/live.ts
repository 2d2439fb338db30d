/** Lives a stretch of the year 2022 in the sample office: fates by their seed, troubles when asked for. */
import { personOf } from '../sample/people.ts'
import { at, type Day, daysBetween, plusDays } from './almanac.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type CityOptions, openCity } from './city.ts'
import { type Fate, fatesOf } from './fates.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { pendingDiffers } from './pending-recount.ts'
import { openTown, type Town } from './town.ts'
import { type Troubles, troubled, untroubled } from './trouble.ts'
import { type Witness, witnessOf } from './witness.ts'

export interface Living {
  seed: number
  days: number
  faults: boolean
  /** A new file, or the address of an empty PostgreSQL database. */
  databaseUrl: string
  /** How many matters a whole year has; 300 in the sample year. */
  matters?: number
  /** Several instances behind a proxy, with all that can befall them; PostgreSQL only. */
  city?: Pick<CityOptions, 'instances' | 'outage'>
}

export interface Lived {
  town: Town
  ledger: Ledger
  fates: Fate[]
  /** First and last moment lived. */
  from: number
  to: number
  /** Sentences said. */
  events: number
  witness: Witness
  /** 待办 of everybody on some evenings: where it differs from what was said, and how many lines were compared. */
  pending: { differing: string[]; lines: number }
  troubles: Troubles
  close(): Promise<void>
}

const FIRST: Day = '2022-01-04'

/** Lives the days and leaves everything standing for those who check it. */
export async function live(living: Living): Promise<Lived> {
  const { seed, days, faults, databaseUrl, matters = 300 } = living
  const chance = chanceOf(seed)
  const last = plusDays('2022-01-01', days - 1)
  const from = at(FIRST, '8:00')
  const to = Math.max(at(last, '23:59'), from)
  // Nothing is assigned in the last fortnight, so that what should end can end.
  const fates = fatesOf(
    chance,
    Math.max(1, Math.round((matters * days) / 365)),
    FIRST,
    plusDays(last, -14) > FIRST ? plusDays(last, -14) : FIRST,
  )
  const { city } = living
  const town = city
    ? await openCity({ ...city, databaseUrl, begin: from, chance: chanceOf(seed + 2) })
    : await openTown(databaseUrl, from, faults)
  const ledger = openLedger(databaseUrl)
  const witness = witnessOf(town, ledger)
  const trouble = faults ? troubled(town, chanceOf(seed + 1)) : undefined
  const pending = { differing: [] as string[], lines: 0 }
  const plan = [
    ...fates.flatMap((fate) =>
      fate.deeds.map((deed, nth) => ({
        at: deed.at,
        nth,
        run: () => say(town, ledger, witness, fate, nth),
      })),
    ),
    ...fortnights(last).map((day) => ({ at: at(day, '20:00'), nth: 0, run: () => look(witness) })),
    // With troubles some sentence may come later than it was said: the lists are held against the plan in quiet years.
    ...(faults ? [] : evenings(chanceOf(seed + 2), last)).map((moment) => ({
      at: moment,
      nth: 0,
      run: async () => {
        const { differing, lines } = await pendingDiffers(fates, ledger, moment)
        pending.differing.push(...differing)
        pending.lines += lines
        return 0
      },
    })),
  ].sort((one, other) => one.at - other.at || one.nth - other.nth)
  let events = 0
  for (const deed of plan) {
    if (deed.at > to) break
    await town.turnTo(Math.max(deed.at, town.now()))
    await trouble?.before()
    events += await deed.run()
    await trouble?.after()
  }
  await trouble?.end()
  await town.turnTo(to)
  await witness.look()
  return {
    town,
    ledger,
    fates,
    from,
    to,
    events,
    witness,
    pending,
    troubles: trouble?.counts ?? untroubled(),
    close: async () => {
      await ledger.close()
      await town.close()
    },
  }
}

async function look(witness: Witness): Promise<number> {
  await witness.look()
  return 0
}

async function say(
  town: Town,
  ledger: Ledger,
  witness: Witness,
  fate: Fate,
  nth: number,
): Promise<number> {
  const deed = fate.deeds[nth]
  if (!deed) return 0
  const number = nth === 0 ? '' : await numberOf(ledger, fate.title)
  // What was assigned while the bot was away has no number yet: its people have nothing to speak of.
  if (number === undefined) return 0
  const words = deed.say.replace('{n}', number)
  witness.heard(await town.says(personOf(deed.by).openId, 'bot', words), town.now())
  return 1
}

async function numberOf(ledger: Ledger, title: string): Promise<string | undefined> {
  const [found] = await ledger.rows<{ id: number }>(
    `select id from matters where title = '${title}'`,
  )
  return found && String(found.id)
}

/** Evenings on which everybody's 待办 is counted again. */
const EVENINGS = 20

function evenings(chance: Chance, last: Day): number[] {
  const days = chance.shuffled(daysBetween(FIRST, last)).slice(0, EVENINGS)
  return days.map((day) => at(day, '20:01'))
}

function fortnights(last: Day): Day[] {
  return daysBetween(FIRST, last).filter((_, i) => i % 14 === 13)
}
