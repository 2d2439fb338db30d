/** A busy office: the sample office with many matters in every state, made by what people say, from a seed. */
import { join } from 'node:path'
import { laySample } from '../src/admin/lay-sample.ts'
import { officeOn } from '../src/admin/read/office.ts'
import { saidBy, withMentions } from '../src/admin/read/said.ts'
import { hearing } from '../src/bot/hear.ts'
import type { Heard } from '../src/bot/message.ts'
import type { Office } from '../src/bot/office.ts'
import { printed } from '../src/bot/printed.ts'
import type { Card } from '../src/card/types.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import type { Directory } from '../src/domain/people/directory.ts'
import type { Person } from '../src/domain/people/person.ts'
import { calendarOf } from '../src/domain/time/calendar.ts'
import { addDays, dayOf, type Instant, instantAt } from '../src/domain/time/day.ts'
import { notices } from '../src/domain/time/notices.ts'
import { practiceApp } from '../src/practice.ts'
import { openStore, type Store } from '../src/store/open.ts'
import { desk } from './admin/keeper.ts'

export interface Busy {
  office: Office
  store: Store
  directory: Directory
  /** The database's file. */
  file: string
  now(): Instant
  setNow(at: Instant): void
  /** Says a sentence in private; gives what was heard and the cards that answer it. */
  says(
    who: Person,
    sentence: string,
  ): Promise<{
    heard: Heard
    cards: Card[]
    files: { name: string; bytes: Uint8Array }[]
  }>
  /** Lets life go on: so many sentences, each by the one whose step it is. */
  goOn(sentences: number): Promise<void>
  close(): Promise<void>
}

/** Numbers below a limit, the same ones for a seed. */
export function dice(seed: number): (limit: number) => number {
  let state = seed % 2147483647 || 1
  return (limit) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

export async function busyOffice(dir: string, seed = 7): Promise<Busy> {
  const file = join(dir, `busy-${seed}.db`)
  let now = instantAt('2026-03-02', '9:00')
  const store = await openStore(file)
  const { tenant } = practiceApp
  await store.turn((bound) => laySample(bound, now, calendarOf(notices), tenant))
  const office = await officeOn(store, desk().desk, () => now)
  const hear = hearing(office)
  const directory = await store.look((bound) => bound.people.directory())
  const roll = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!
  let said = 0

  const says: Busy['says'] = async (who, sentence) => {
    said += 1
    const words = withMentions(sentence, tenant, (after) => {
      const person = directory.personAt(after)?.people[0]
      return person?.openId
        ? { openId: person.openId, name: person.name, length: person.name.length }
        : undefined
    })
    const key = `busy_${seed}_${said}`
    const by = { key, at: now, openId: who.openId ?? '', tenant, chat: undefined, addressed: true }
    const heard = await hear(saidBy(by, words))
    const letters = await store.look((bound) => bound.outbox.ofTurn(`msg:${key}`))
    const cards = letters.flatMap((letter) => {
      const { content } = letter.body as { content?: { card?: Card } }
      return letter.class === 'answer' && content?.card ? [content.card] : []
    })
    const files = []
    for (const letter of letters) {
      const { name = '', base64 } = letter.body as { name?: string; base64?: string }
      const own = base64 === undefined ? undefined : Buffer.from(base64, 'base64')
      const bytes = own ?? (await printed(office, letter, async () => true))
      if (bytes) files.push({ name, bytes })
    }
    return { heard, cards, files }
  }

  const departments = [...directory.units.values()].filter((unit) => unit.kind === 'department')
  const [supervisor] = directory.withRole('supervisor')
  const principal = [...directory.people.values()].find((one) => one.post === 'principal')
  const person = (id: number | null) => directory.people.get(id ?? 0) ?? supervisor!
  const day = (ahead: number) => {
    const [, month, date] = addDays(dayOf(now), ahead).split('-').map(Number)
    return `${month}月${date}日`
  }

  function born(): [Person, string] {
    const unit = pick(departments)
    const title = `${pick(['报送', '核实', '整改', '督促'])}${pick(['资金', '项目', '账目', '问题清单'])}第${said}批`
    if (roll(4) > 0)
      return [
        roll(3) > 0 ? supervisor! : principal!,
        `交办 ${unit.name} ${title} ${day(1 + roll(25))}前`,
      ]
    const handler = pick(directory.membersOf(unit.id).filter((one) => one.id !== unit.head))
    return [person(unit.head), `交办 ${unit.name}${handler.name} ${title} ${day(1 + roll(25))}前`]
  }

  function step(matter: Matter): [Person, string] {
    const { id, lead } = matter
    const unit = directory.units.get(lead)!
    const head = person(unit.head)
    const asker = matter.origin === 'unit' ? person(matter.handler) : head
    switch (matter.status) {
      case 'assigned':
        return [head, roll(8) > 0 ? `签收 ${id}` : `退签 ${id} 不属我科职责`]
      case 'registered':
        return [supervisor!, `转办 ${id} ${pick(departments).name}`]
      case 'signed': {
        const handler = pick(directory.membersOf(lead).filter((one) => one.id !== unit.head))
        return [head, `分办 ${id} ${unit.name}${handler.name} 抓紧办理`]
      }
      case 'close_requested': {
        const reviewer = matter.origin === 'unit' ? person(matter.assigner) : supervisor!
        return [reviewer, roll(4) > 0 ? `同意 ${id} 良好` : `退回 ${id} 缺附件`]
      }
      case 'completed':
        return [matter.origin === 'office' ? supervisor! : person(matter.assigner), `销号 ${id}`]
      default:
        if (matter.extension) return [head, `同意 ${id} 延期`]
        if (roll(3) > 0) return [person(matter.handler), `报 ${id} 已完成${roll(99)}%`]
        return roll(3) > 0
          ? [asker, `办结 ${id} 已报送，附件齐全`]
          : [person(matter.handler), `延期 ${id} 到${day(20 + roll(30))} 等省厅批复`]
    }
  }

  return {
    office,
    store,
    directory,
    file,
    now: () => now,
    setNow(at) {
      now = at
    },
    says,
    async goOn(sentences) {
      for (let n = 0; n < sentences; n++) {
        now += (5 + roll(90)) * 60_000
        const open = await store.look((bound) => bound.ledger.page({}, { limit: 5000 }))
        const [who, sentence] = open.length < 20 || roll(3) === 0 ? born() : step(pick(open))
        await says(who, sentence)
      }
    },
    close: () => store.close(),
  }
}
