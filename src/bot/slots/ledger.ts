/** What of the ledger is asked for: filters in any order, glued or apart; what is no filter is words to look for. */
import {
  type LedgerAsk,
  monthFrom,
  monthSaid,
  nothingAsked,
  SOURCES,
  STATES,
  type StateWord,
} from '../../domain/ledger.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { type Day, dayOf } from '../../domain/time/day.ts'
import { fold, mentionAt, SIGN, wordsIn } from '../sentence.ts'
import type { Reading, Slot } from '../slot.ts'
import { recipient } from './people.ts'

type Take = (hit: RegExpExecArray, ask: LedgerAsk, today: Day) => Partial<LedgerAsk>

/** Filters by their words, tried in this order. */
const WORDS: [RegExp, Take][] = [
  [/^(?:导出|下载|打印)(?:成|为)?(?:表格|表|excel|xlsx)?/i, () => ({ export: true })],
  [/^(?:督办|事项)?台账/u, () => ({})],
  [
    /^(?:看一?看|看一?下|查看?|看(?![护守点])|打开|调出|列出|给我看?|我要看?)(?:一下)?(?=.*台账)/u,
    () => ({}),
  ],
  [/^(?:全部|所有)(?:科室|来源|状态|单位)/u, () => ({})],
  [/^(?:全局|所有)的?(?=$|[\s,、]|(?:督办|事项)?台账)/u, () => ({})],
  [/^全部的?(?=(?:督办|事项)?台账)/u, () => ({ state: '全部' })],
  [/^(?:已经?)?(?:逾期|超期|超时)了?的?/u, (_, { scopes }) => ({ scopes: [...scopes, '逾期'] })],
  [/^(?:今天|今日)(?:到期)?的?/u, (_, { scopes }) => ({ scopes: [...scopes, '今天'] })],
  [
    /^(?:本周|这周|本星期|这个?星期)(?:到期)?的?/u,
    (_, { scopes }) => ({ scopes: [...scopes, '本周'] }),
  ],
  [/^(?:本月|这个?月|当月)(?:份)?的?/u, (_, __, today) => ({ month: monthFrom(today, 0) })],
  [/^(?:上个?月)(?:份)?的?/u, (_, __, today) => ({ month: monthFrom(today, -1) })],
  [
    /^(\d{4})年?-?(\d{1,2})月(?:份)?的?/u,
    (hit) => ({ month: { year: Number(hit[1]), month: Number(hit[2]) } }),
  ],
  [
    /^(1[0-2]|[1-9])月(?:份)?的?(?!\d)/u,
    (hit, _, today) => ({ month: monthSaid(Number(hit[1]), today) }),
  ],
  [/^(红|黄|绿)(?:灯|色)?的?(?=$|[\s,、])/u, (hit) => ({ light: LIGHTS[hit[1] as '红'] })],
  [/^(红|黄|绿)灯的?/u, (hit) => ({ light: LIGHTS[hit[1] as '红'] })],
  [/^(?:未办结|未完成|没办完|未销号)的?/u, () => ({ state: '在办' })],
  [/^(?:已?办结|已完成|已销号|销号)的?(?=$|[\s,、])/u, () => ({ state: '已销号' })],
  [/^(?:已?挂起)的?(?=$|[\s,、])/u, () => ({ state: '挂起' })],
  [/^归档(?:事项)?的?(?=$|[\s,、]|(?:督办|事项)?台账)/u, () => ({ state: '已归档' })],
  [/^(?:整改)(?:台账|事项)?的?(?=$|[\s,、])/u, () => ({ profile: '整改' })],
  ...(Object.keys(STATES) as StateWord[]).map((state): [RegExp, Take] => [
    new RegExp(`^${state}的?(?=$|[\\s,、])`, 'u'),
    () => ({ state }),
  ]),
  ...SOURCES.map((source): [RegExp, Take] => [
    new RegExp(`^${source}(?:事项|来源)?的?(?=$|[\\s,、])`, 'u'),
    () => ({ source }),
  ]),
]

const LIGHTS = { 红: 'red', 黄: 'yellow', 绿: 'green' } as const

/** Always there: the whole ledger where nothing narrows it. */
export const ledgerAsk: Slot<LedgerAsk> = {
  label: '台账范围',
  stands: 'at',
  optional: true,
  async read(reading, [from, to]) {
    // A choice made on the card is one of its own words; it is read like them.
    const shown = flattened(reading, from, beforePage(reading, from, to))
    const today = dayOf(reading.now)
    let ask = nothingAsked
    const words: string[] = []
    // Behind its own words 台账 asks for them; in the middle of others it is one of them: 6号台账已报送.
    const trails = !reading.sentence.folded.slice(0, from).includes('台账')
    // Right behind another word, only a filter is meant: 台账要整理 asks for nothing.
    let glued = from > 0 && !GAP.test(reading.sentence.folded[from - 1]!)
    for (let at = 0; at < shown.folded.length; ) {
      const text = shown.folded.slice(at)
      const gap = GAP.exec(text)?.[0].length
      const given = gap
        ? { given: {}, length: gap }
        : (filterAt(text, ask, today) ?? (await named(shown, at)))
      if (!given && glued) return undefined
      const token = /^[^\s,、;。]+/u.exec(text)?.[0] ?? text.slice(0, 1)
      const before = trails ? /^(.+?)(?:督办|事项)?台账/u.exec(token)?.[1] : undefined
      if (before && /^(?:#|第)?\d{1,7}号?$/.test(before)) return undefined
      const length = given?.length ?? (before ?? token).length
      if (given) ask = { ...ask, ...given.given }
      else words.push(wordsIn(shown.sentence, at, at + length))
      glued = !gap
      at += length
    }
    const value = { ...ask, words: words.join(' ').replace(/^[“"「](.+)[”"」]$/su, '$1') }
    return { value, span: [from, beforePage(reading, from, to)] }
  },
  absent: () => nothingAsked,
}

const GAP = /^[\s,、;:。和且]+/u

/** Where the page's number begins, or the end. */
function beforePage({ sentence }: Reading, from: number, to: number): number {
  const at = sentence.folded.slice(from, to).search(/第\s?\d{1,4}\s?页/)
  return at < 0 ? to : from + at
}

function filterAt(text: string, ask: LedgerAsk, today: Day) {
  for (const [word, take] of WORDS) {
    const hit = word.exec(text)
    if (hit) return { given: take(hit, ask, today), length: hit[0].length }
  }
  return undefined
}

/** The stretch with what was chosen on the card put in, mentions left as they are. */
function flattened(reading: Reading, from: number, to: number) {
  const { sentence } = reading
  const raw = sentence.raw
    .slice(from, to)
    .replace(/[\u{f1000}-\u{f1fff}]/gu, (sign) => wordsIn({ ...sentence, raw: sign }))
  const flat = { ...sentence, raw, folded: fold(raw) }
  return { sentence: flat, folded: flat.folded, reading: { ...reading, sentence: flat } }
}

/** A person or a unit that stands next, as a word of its own. */
async function named({ sentence, folded, reading }: ReturnType<typeof flattened>, at: number) {
  if (!mentionAt(sentence, at) && !standsAlone(folded.slice(at), reading.directory))
    return undefined
  const found = await recipient.read(reading, [at, folded.length])
  if (!found || found.span[0] !== at) return undefined
  const of = /^的/.test(folded.slice(found.span[1])) ? 1 : 0
  const length = Math.max(SIGN - 1, found.span[1] - at + of)
  const { value } = found
  return { given: 'unit' in value ? { unit: value.unit } : { person: value.person }, length }
}

function standsAlone(text: string, directory: Directory): boolean {
  const name = text.startsWith('@') ? text.slice(1) : text
  const unit = directory.unitAt(name)?.length ?? 0
  const person = directory.personAt(name.slice(unit))?.length ?? 0
  const ends = (length: number) =>
    length > 0 && /^(?:$|[\s,、;。]|的|(?:督办|事项)?台账)/u.test(name.slice(length))
  return (
    ends(unit) ||
    ends(unit + person) ||
    (unit > 0 && filterAt(name.slice(unit), nothingAsked, '2026-01-01') !== undefined)
  )
}
