/** What was kept back for somebody's page, counted again from the letters: work that is still his, and news not told on a card. */
import { personOf } from '../sample/people.ts'
import type { Ledger } from './ledger.ts'
import type { Facts } from './page-facts.ts'
import { markIn } from './pending-recount.ts'

/** A letter that was kept back. */
export interface KeptBack {
  /** The open_id of whom it is for. */
  who: string
  at: number
  matter: number | null
  mark: string
  /** work: a step is waited for. owed: the answer to what he asked for. word: good to know. */
  weight: string
  /** It stands on the day's card of new work. */
  gathered: boolean
}

interface Row {
  who: string
  created: number
  matter: number | null
  title: string | null
  body: string
}

/** All that lay kept back just before a moment, oldest first; what is told in that moment is told by then. */
export async function keptBefore(ledger: Ledger, now: number): Promise<KeptBack[]> {
  const kept = (which: string) =>
    `select p.open_id as who, o.matter, m.title, o.body, o.created as created, o.n as n from outbox o
     join people p on o.place = 'p:' || p.id left join matters m on m.id = o.matter
     where o.created < ${now} and ${which}`
  const rows = await ledger.rows<Row>(
    `${kept("o.state = 'folded'")} union all
     ${kept(`o.done = ${now} and o.state = 'cancelled' and o.reason like '并入简报%'`)}
     order by created, n`,
  )
  return rows.map(({ who, created, matter, title, body }) => {
    const { weight = '', gathered = false } = JSON.parse(body) as Partial<KeptBack>
    return { who, at: created, matter, mark: markIn(title ?? ''), weight, gathered }
  })
}

/** What of it a person's page tells. */
export function toldTo(key: string, kept: readonly KeptBack[], facts: Facts): KeptBack[] {
  const { openId } = personOf(key)
  return newestOfEach(
    kept.filter(
      (one) =>
        one.who === openId &&
        (one.weight === 'work' && one.matter !== null ? facts.isHis(key, one.mark) : !one.gathered),
    ),
  )
}

/** What the day's card of new work holds: work that is still his, and answers to what he asked for. */
export function gatheredFor(key: string, kept: readonly KeptBack[], facts: Facts): KeptBack[] {
  const { openId } = personOf(key)
  return newestOfEach(
    kept.filter(
      (one) =>
        one.who === openId &&
        one.weight !== 'word' &&
        (one.weight !== 'work' || one.matter === null || facts.isHis(key, one.mark)),
    ),
  )
}

/** Of several letters about one matter the newest counts. */
const newestOfEach = (kept: readonly KeptBack[]): KeptBack[] =>
  kept.filter(
    ({ matter }, i) => matter === null || !kept.slice(i + 1).some((one) => one.matter === matter),
  )
