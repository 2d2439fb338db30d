/** 查: matters by words, by a person, by a unit, by the paper they rest on; closed ones behind the open ones. */
import { Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { canSee } from '../domain/matter/sight.ts'
import { houseOf, housesOf } from '../domain/people/house.ts'
import { seesAll } from '../domain/people/rights.ts'
import { MOST_COUNTED, type Wanted } from '../store/ledger.ts'
import { PAGE, pageWithin } from '../views/list.ts'
import { fold } from './sentence.ts'
import type { Recipient } from './slots/people.ts'
import type { Spoken } from './turn.ts'

export interface FoundPage {
  rows: { matter: Matter }[]
  page: number
  total: number
  most: number
}

/** More than these are not looked through for words. */
const MOST_FOUND = 200

/** A page, from 1, of what the speaker may know of. */
export async function findMatters(
  turn: Spoken,
  asked: { about: Recipient | null; words: string },
  page: number,
): Promise<FoundPage> {
  const wanted = await wantedBy(turn, asked)
  const { ledger } = turn.store
  const total = await ledger.count(wanted)
  const shown = pageWithin(page, total)
  const matters = await ledger.page(wanted, { limit: PAGE, offset: (shown - 1) * PAGE })
  return { rows: matters.map((matter) => ({ matter })), page: shown, total, most: MOST_COUNTED }
}

async function wantedBy(
  turn: Spoken,
  { about, words }: { about: Recipient | null; words: string },
): Promise<Wanted> {
  const { actor, directory } = turn
  if (!about) return { open: 'both', ids: await withWords(turn, words) }
  const name = 'unit' in about ? about.unit.name : about.person.name
  const ids = words ? { ids: await withWords(turn, words) } : {}
  const named = words ? [] : await withWords(turn, name)
  const houses = seesAll(actor) ? undefined : housesOf(actor, directory)
  if ('unit' in about) {
    const leads = houseOf(about.unit, directory)
    const may = houses ? leads.filter((id) => houses.includes(id)) : leads
    if (may.length === 0 && named.length === 0)
      throw new Declined('E-RIGHT-5', `${name}的事项由本单位人员、局领导和督查室查看。`, ['待办'])
    return { open: 'both', leads: may, ...(named.length > 0 ? { also: named } : {}), ...ids }
  }
  const { person } = about
  const mine = await turn.store.ledger.idsOf(person.id, MOST_FOUND)
  const seen = await seenOf(turn, [...mine, ...named])
  const both = ids.ids ? seen.filter((id) => ids.ids.includes(id)) : seen
  return { open: 'both', ids: both }
}

/** The numbers of matters that hold every word and that the speaker may know of. */
export async function withWords(turn: Spoken, words: string): Promise<number[]> {
  const each = plain(words).split(' ').filter(Boolean)
  if (!each.some((word) => [...word].length >= 2))
    throw new Declined('E-SAY-4', '关键词请至少写两个字。', ['查 专项债券'])
  const ids = await turn.store.search.find(each.join(' '), MOST_FOUND)
  return seenOf(turn, ids, (one) => {
    const text = plain(`${one.title} ${one.basis ?? ''} ${one.formal}`)
    return each.every((word) => text.includes(word))
  })
}

async function seenOf(
  { actor, directory, store }: Spoken,
  ids: number[],
  fits: (matter: Matter) => boolean = () => true,
): Promise<number[]> {
  const found = await store.matters.list([...new Set(ids)])
  return found.flatMap((one) => (fits(one) && canSee(actor, one, directory) ? [one.id] : []))
}

/** Half width, small letters, brackets and dashes of papers' numbers all alike: 〔2022〕18号 is [2022]18号. */
const plain = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/[〔【[(]/g, '[')
    .replace(/[〕】\])]/g, ']')
    .replace(/[—–－]/g, '-')
    .replace(/[\s,，、;；]+/g, ' ')
    .trim()
