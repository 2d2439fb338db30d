/** 事项编号: `12`, `#12`, `＃１２`, `12号`, `第12号`, or the formal number `2026-交办-012`, `交办-12`. */
import { Declined } from '../../domain/declined.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { dayOf } from '../../domain/time/day.ts'
import { missing, type Reading, type Slot } from '../slot.ts'

/** What follows a number that counts or dates something and is not a matter's number. */
const COUNTS = /^\s*[月日年天周点时分家个次项人户笔条件万亿元千百%％.:：/亩吨公里名批起场份至~]/

/** The matter itself; in reply to its card the number may be left out. */
export const matter: Slot<Matter> = {
  label: '事项编号',
  stands: 'at',
  optional: false,
  async read(reading, [from]) {
    const rest = reading.sentence.folded.slice(from)
    const formal = /^(?:(\d{4})-)?([\p{Script=Han}]{1,6})-?(\d{1,4})(?![\d\p{Script=Han}])/u.exec(
      rest,
    )
    if (formal) {
      const [whole, year, source, serial] = formal
      const name = `${year ?? dayOf(reading.now).slice(0, 4)}-${source}-${serial!.padStart(3, '0')}`
      const found = await reading.store.matters.byFormal(name)
      if (found) return seen(found, reading, from, whole.length)
      if (year) throw new Declined('E-MATTER-1', `没有编号为 ${name} 的事项。`, ['待办'])
      return undefined
    }
    const plain = /^(?:#|第)?\s{0,3}(\d{1,7})\s?(号|#)?/.exec(rest)
    if (!plain) return undefined
    const [whole, digits, mark] = plain
    if (!mark && !rest.startsWith('#') && COUNTS.test(rest.slice(whole.trimEnd().length)))
      return undefined
    const found = await reading.store.matters.get(Number(digits))
    if (!found) throw await unknown(Number(digits), reading)
    return seen(found, reading, from, whole.length)
  },
  async absent(reading) {
    if (reading.replied === undefined) missing('事项编号')
    const found = await reading.store.matters.get(reading.replied)
    if (!found) missing('事项编号')
    reading.see(found)
    return found
  },
}

/** The matter named, or the one replied to, or nothing. */
export const matterOrReplied: Slot<Matter | null> = {
  ...matter,
  absent: async (reading) => (reading.replied === undefined ? null : matter.absent(reading)),
}

function seen(found: Matter, reading: Reading, from: number, length: number) {
  reading.see(found)
  return { value: found, span: [from, from + length] as [number, number] }
}

async function unknown(id: number, reading: Reading): Promise<Declined> {
  const near = await reading.store.matters.near(id)
  const hint = near.length > 0 ? `最近的编号是 ${near.join('、')}。` : '台账里还没有事项。'
  return new Declined('E-MATTER-1', `没有 ${id} 号事项。${hint}`, ['待办'])
}
