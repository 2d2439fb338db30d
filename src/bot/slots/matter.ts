/** 事项编号: `12`, `#12`, `＃１２`, `12号`, `第12号`, or the formal number `2026-交办-012`, `交办-12`. */
import { Declined } from '../../domain/declined.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { numberOf } from '../../domain/time/numerals.ts'
import { missing, type Reading, type Slot } from '../slot.ts'
import { formalAt, weekNumberAt } from './formal.ts'

/** Measure words and units of time: after a number they count or date something, 12月, 3季度, 12家. */
const MEASURE =
  '[月日年天周点时分季家个次项人户笔条件万亿元千百亩吨公里名批起场份至期轮稿版级位台套辆类种倍处页张栋座所宗篇幢村镇乡成]'
/** Words that only begin like a measure: 台账, 批复, 项目; before them stands a matter's number, 报12台账已报送. */
const WORD =
  '台账|批[复准示转]|起草|名单|分[管批类办别]|期间|项目|条[例件]|个[别体]|家[访长]|人[行大员社]|点位|天气|周[边期]|场[地所]|位于|处[理室于置]|所[有以需属涉]|村[里委]|镇[里政]|乡[里政镇]|成[立果效稿文]|时[限间]|至(?:\\d{1,4}[年月-]|[今明后下本周月年])'
const AMOUNT = '\\s*(?:[%％/~]|[-.:：]\\d)'
const COUNTS = new RegExp(`^(?:${AMOUNT}|(?!${WORD})${MEASURE})`)
/** In reply to a card a space between does not make it a number: outside one nothing else can be, `报 3 项目已开工`. */
const COUNTS_APART = new RegExp(`^(?:${AMOUNT}|\\s*(?!${WORD})${MEASURE})`)
/** What follows the 号 of a building, a paper, a day: 12号楼, 12号文, 12号前. */
const NAMED =
  /^(?:楼|线(?!上|下|索)|院|库房|仓|文(?!稿|字|本|书)|令|公告|地块|宗地|标段|桥|路|站|井|厂|车间|机组|馆|窗口|会议|前|之前|以前)/

/** `12`, `#12`, `第12号`, `No.12`, `编号12`, `12.`; `十二号` only with its 号. */
const PLAIN =
  /^(?:(?:督办)?(?:事项|编号|序号)\s*:?\s*)?(#|第|№|no\.?\s?)?\s{0,3}(\d{1,7})\s?(号(?:事项(?=[\s,:;已]|$))?|#|\.(?=\s|\p{Script=Han}))?/iu
/** `【5】`, `（5）`, `[5]`: a number in brackets is meant as one. */
const BRACKETED = /^[([【〔]\s?(?:#|第)?(\d{1,7})\s?号?\s?[)\]】〕]/
/** 这件事, 该事项: the one whose card is answered. */
const THIS = /^(?:[这此该本](?:一?[件个项])?(?:事项?|工作|任务)?|[这此][件项])(?=[\s,:;。、]|$)/
const SPELT = /^(第)?([一二三四五六七八九十廿百零两]{1,5})(号)/

/** The matter itself; in reply to its card the number may be left out. */
export const matter: Slot<Matter> = {
  label: '事项编号',
  stands: 'at',
  optional: false,
  async read(reading, [from]) {
    const rest = reading.sentence.folded.slice(from)
    const pointed = reading.replied === undefined ? null : THIS.exec(rest)
    if (pointed) {
      const span: [number, number] = [from, from + pointed[0].length]
      return { value: await matter.absent(reading), span }
    }
    const formal = formalAt(rest, reading.now)
    for (const name of formal?.names ?? []) {
      const found = await reading.store.matters.byFormal(name)
      if (found) return seen(found, reading, from, formal!.length)
    }
    if (formal?.certain) throw unknownFormal(formal.names)
    const bracketed = BRACKETED.exec(rest)
    if (bracketed) return numbered(Number(bracketed[1]), reading, from, bracketed[0].length)
    const spelt = SPELT.exec(rest)
    const plain = spelt ?? PLAIN.exec(rest)
    if (!plain) return undefined
    const [whole, sign, digits, mark] = plain
    // 第 alone numbers anything (第3季度, 第2轮); only with 号 it names a matter.
    if (sign === '第' && !mark) return undefined
    const after = rest.slice(whole.trimEnd().length)
    const counts = reading.replied === undefined ? COUNTS : COUNTS_APART
    if (mark?.startsWith('号') ? NAMED.test(after) : !mark && !sign && counts.test(after)) {
      // Without a card to reply to, 37-4 can only be a number that is not there.
      if (formal && reading.replied === undefined) throw unknownFormal(formal.names)
      return undefined
    }
    const number = spelt ? numberOf(digits!) : Number(digits)
    if (number === undefined) return undefined
    return numbered(number, reading, from, whole.length)
  },
  async absent(reading) {
    if (reading.replied === undefined) missing('事项编号')
    const found = await reading.store.matters.get(reading.replied)
    if (!found) missing('事项编号')
    reading.see(found)
    return found
  },
}

const unknownFormal = ([name]: readonly string[]): Declined =>
  new Declined('E-MATTER-1', `没有编号为 ${name} 的事项。`, ['待办'])

/** Whether a stretch begins with what can only be a matter's number: ` 12 已…`, `#12`, `12号`; not ` 12家`. */
export function numbersMatter(folded: string): boolean {
  if (weekNumberAt(folded.trimStart()) !== undefined) return true
  const plain = /^[\s,:]*(#|第)?\s{0,3}\d{1,7}\s?(号|#)?/.exec(folded)
  if (!plain || (plain[1] === '第' && !plain[2])) return false
  const after = folded.slice(plain[0].trimEnd().length)
  return plain[2] === '号' ? !NAMED.test(after) : !!plain[1] || !COUNTS_APART.test(after)
}

/** The matter named, or the one replied to, or nothing. */
export const matterOrReplied: Slot<Matter | null> = {
  ...matter,
  absent: async (reading) => (reading.replied === undefined ? null : matter.absent(reading)),
}

/** What leads over to the matter that another goes into: 并项 12 入 9. */
const INTO = /^(?:并?入|归入|(?:合?并)?到|合并入|至|进|与|和|跟)\s*/

/** The matter that another one goes into. */
export const intoMatter: Slot<Matter> = {
  label: '并入哪一件（如 入 9）',
  stands: 'at',
  optional: false,
  async read(reading, [from, to]) {
    const lead = INTO.exec(reading.sentence.folded.slice(from, to))?.[0].length ?? 0
    const found = await matter.read(reading, [from + lead, to])
    return found && { ...found, span: [from, found.span[1]] }
  },
  absent: () => missing('并入哪一件（如 入 9）'),
}

async function numbered(number: number, reading: Reading, from: number, length: number) {
  const found = await reading.store.matters.get(number)
  if (!found) throw await unknown(number, reading)
  return seen(found, reading, from, length)
}

function seen(found: Matter, reading: Reading, from: number, length: number) {
  reading.see(found)
  return { value: found, span: [from, from + length] as [number, number] }
}

async function unknown(id: number, reading: Reading): Promise<Declined> {
  const near = await reading.store.matters.near(id)
  const hint = near.length > 0 ? `最近的编号是 ${near.join('、')}。` : '台账里还没有事项。'
  const tries = near.slice(0, 2).map((one) => `查 ${one}`)
  return new Declined('E-MATTER-1', `没有 ${id} 号事项。${hint}`, [...tries, '待办'])
}
