/** Lives a stretch of the year 2022 in the sample office: fates by their seed, troubles when asked for. */
import { personOf } from '../sample/people.ts'
import { absencesOf, type Leave } from './absences.ts'
import { at, type Day, daysBetween, meetingDays, plusDays } from './almanac.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type CityOptions, openCity } from './city.ts'
import { type DayPages, noDayPages, pageCounts } from './day-pages.ts'
import type { Birth, Deed, Fate } from './fate.ts'
import { birthsOf } from './fates.ts'
import { endDiffers, forceMoment, leftBehind } from './force-recount.ts'
import { forcesOf } from './forces.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { countPacks, noPacks, type Packs, packMoment } from './pack-recount.ts'
import { pendingDiffers } from './pending-recount.ts'
import { SECRET, secretMoments, secretsKept, secretsOf } from './secrets.ts'
import { topicsOf } from './topics.ts'
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

/** A sentence that was said, with its message. */
export interface Spoken extends Deed {
  message: string
}

export interface Lived {
  town: Town
  ledger: Ledger
  fates: Fate[]
  leaves: Leave[]
  /** First and last moment lived. */
  from: number
  to: number
  /** The sentences in the order in which they were said. */
  spoken: Spoken[]
  witness: Witness
  /** 待办 of everybody on some evenings: where it differs from what was said, and how many lines were compared. */
  pending: { differing: string[]; lines: number }
  /** The weekly meetings' packs, counted as they were sent. */
  packs: Packs
  /** The days' pages and cards, likewise. */
  pages: DayPages
  /** What the task forces that ended left behind, and where a secret was kept. */
  astray: string[]
  troubles: Troubles
  close(): Promise<void>
}

const FIRST: Day = '2022-01-04'
const OPENS: Day = '2021-12-31'

/** Lives the days and leaves everything standing for those who check it. */
export async function live(living: Living): Promise<Lived> {
  const { seed, days, faults, databaseUrl, matters = 300 } = living
  const chance = chanceOf(seed)
  const last = plusDays('2022-01-01', days - 1)
  // The last working day of the year before: the first packs are made on it.
  const from = at(OPENS, '9:00')
  const to = Math.max(at(last, '23:59'), from)
  const births = birthsOf(chance, Math.max(1, Math.round((matters * days) / 365)), FIRST, last)
  const forces = forcesOf(chanceOf(seed + 3), FIRST, last)
  births.push(...forces.births)
  const fates = births.flatMap((birth) => birth.fates)
  births.push(...topicsOf(chance, Math.round((TOPICS * days) / 365), FIRST, last))
  births.push(...secretsOf(chanceOf(seed + 4), FIRST, last))
  const absent = absencesOf(chance, births, days, [FIRST, last])
  births.push(...absent.births)
  const { city } = living
  const town = city
    ? await openCity({ ...city, databaseUrl, begin: from, chance: chanceOf(seed + 2) })
    : await openTown(databaseUrl, from, faults)
  const ledger = openLedger(databaseUrl)
  const witness = witnessOf(town, ledger)
  const trouble = faults ? troubled(town, chanceOf(seed + 1)) : undefined
  const pending = { differing: [] as string[], lines: 0 }
  const packs = noPacks()
  const pages = noDayPages()
  const seen = { ledger, street: town.street }
  const astray: string[] = []
  const spoken: Spoken[] = []
  const plan: Planned[] = [
    // As they are sent, before anybody says anything else; with troubles they may come later than that.
    ...(faults ? [] : [...meetingDays.slice(0, 51).keys()]).map((n) => ({
      at: packMoment(n),
      run: () => countPacks(packs, ledger, n),
    })),
    ...(faults ? [] : pageCounts(pages, daysBetween(FIRST, last), fates, absent, seen)),
    ...(faults ? [] : forces.ended).map((force) => ({
      at: forceMoment(force),
      run: async () => void astray.push(...(await endDiffers(force, ledger))),
    })),
    ...secretMoments(FIRST, last).map((moment) => ({ at: moment, run: () => lookForSecrets() })),
    ...births.flatMap((birth) => [
      ...birth.deeds.map((deed) => ({ at: deed.at, run: () => say(deed, birth, undefined) })),
      ...birth.fates.flatMap((fate) =>
        fate.deeds.map((deed) => ({ at: deed.at, run: () => say(deed, birth, fate) })),
      ),
    ]),
    ...fortnights(last).map((day) => ({ at: at(day, '20:00'), run: () => look(witness) })),
    // With troubles some sentence may come later than it was said: the lists are held against the plan in quiet years.
    ...(faults ? [] : evenings(chanceOf(seed + 2), last)).map((moment) => ({
      at: moment,
      run: async () => {
        const { differing, lines } = await pendingDiffers(fates, ledger, moment)
        pending.differing.push(...differing)
        pending.lines += lines
      },
    })),
  ].sort((one, other) => one.at - other.at)
  for (const one of plan) {
    if (one.at > to) break
    await town.turnTo(Math.max(one.at, town.now()))
    await trouble?.before()
    await one.run()
    await trouble?.after()
  }
  await trouble?.end()
  await town.turnTo(to)
  await witness.look()
  await lookForSecrets(spoken.filter(({ say }) => say.includes(SECRET)).length)
  for (const force of forces.ended) astray.push(...(await leftBehind(force, ledger, town.street)))
  return {
    town,
    ledger,
    fates,
    leaves: absent.leaves,
    from,
    to,
    spoken,
    witness,
    pending,
    packs,
    pages,
    astray,
    troubles: trouble?.counts ?? untroubled(),
    close: async () => {
      await ledger.close()
      await town.close()
    },
  }

  async function lookForSecrets(said?: number): Promise<void> {
    astray.push(...(await secretsKept(databaseUrl, ledger, town.street, said)))
  }

  async function say(deed: Deed, birth: Birth, fate: Fate | undefined): Promise<void> {
    if (deed.by === null) return
    const words = await filled(ledger, deed.say, birth, fate)
    // What was assigned while the bot was away has no number yet: its people have nothing to speak of.
    if (words === undefined) return
    const message = await town.says(personOf(deed.by).openId, 'bot', words)
    witness.heard(message, town.now(), words)
    spoken.push({ ...deed, message })
  }
}

interface Planned {
  at: number
  run(): Promise<void>
}

const look = (witness: Witness): Promise<void> => witness.look()

/** The words with the numbers that the ledger has given; nothing where it has none yet. */
async function filled(
  ledger: Ledger,
  words: string,
  { of }: Birth,
  fate: Fate | undefined,
): Promise<string | undefined> {
  const holes = [
    ['{n}', () => numberOf(ledger, fate?.mark)],
    ['{of}', () => numberOf(ledger, of)],
    ['{topic}', () => topicIn(ledger, of)],
    ['{draft}', () => draftIn(ledger)],
  ] as const
  let found = words
  for (const [hole, ask] of holes) {
    if (!found.includes(hole)) continue
    const number = await ask()
    if (number === undefined) return undefined
    found = found.replace(hole, String(number))
  }
  return found
}

async function numberOf(ledger: Ledger, mark: string | undefined): Promise<number | undefined> {
  const [found] = await ledger.rows<{ id: number }>(
    `select id from matters where title like '%（${mark}）%'`,
  )
  return found?.id
}

async function topicIn(ledger: Ledger, mark: string | undefined): Promise<number | undefined> {
  const [found] = await ledger.rows<{ id: number }>(
    `select id from topics where text like '%（${mark}）%'`,
  )
  return found?.id
}

/** The list that was sent last and waits for its 确认. */
async function draftIn(ledger: Ledger): Promise<number | undefined> {
  const [found] = await ledger.rows<{ id: number }>(
    "select id from drafts where kind = 'weekly' order by id desc limit 1",
  )
  return found?.id
}

/** Topics asked for in a year. */
const TOPICS = 80

/** Evenings on which everybody's 待办 is counted again. */
const EVENINGS = 20

function evenings(chance: Chance, last: Day): number[] {
  const days = chance.shuffled(daysBetween(FIRST, last)).slice(0, EVENINGS)
  return days.map((day) => at(day, '20:01'))
}

function fortnights(last: Day): Day[] {
  return daysBetween(FIRST, last).filter((_, i) => i % 14 === 13)
}
