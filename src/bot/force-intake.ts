/** 专班名单 by file: fetched, previewed, and confirmed as a whole. */
import { Declined } from '../domain/declined.ts'
import { changeForce, type ForceOrder, formForce } from '../domain/people/force.ts'
import type { Unit } from '../domain/people/person.ts'
import { readForces } from '../views/force-reading.ts'
import { forceFormedSaid, forcePreviewCard } from '../views/force-words.ts'
import { readSheets } from '../views/sheet.ts'
import type { Fetched, Heard } from './message.ts'
import { record } from './record.ts'
import type { Reply } from './reply.ts'
import { tellPeople } from './tell.ts'
import { type Spoken, sendingCard } from './turn.ts'

/** What the sheet would change; nothing is changed yet, and nothing at all while a line is wrong. */
export async function previewForces(turn: Spoken, { bytes }: Fetched): Promise<Heard> {
  const sheets = await readSheets(bytes ?? new Uint8Array())
  const { orders, findings } = readForces(sheets[0]?.rows ?? [], turn.directory)
  const wrong = [...findings]
  for (const { line, ...order } of orders) {
    try {
      standing(turn, order)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      wrong.push(`第${line}行：${error.say}`)
    }
  }
  const kept = { kind: 'forces', person: turn.actor.id, body: orders, at: turn.now }
  const draft = wrong.length === 0 ? await turn.store.drafts.add(kept) : undefined
  const known = ({ name }: ForceOrder) => turn.directory.unitNamed(name) !== undefined
  const names = (these: ForceOrder[]) => these.map((one) => one.name)
  const card = forcePreviewCard(
    names(orders.filter((one) => !known(one))),
    names(orders.filter(known)),
    wrong,
    draft,
  )
  await turn.post({ kind: 'send', place: turn.place, body: sendingCard(card), class: 'answer' })
  return { outcome: 'acted', reply: wrong[0] ?? `专班名单${orders.length}个，待确认` }
}

/** The sheet counts, as a whole and once. */
export async function confirmForces(turn: Spoken, draft: number): Promise<Reply> {
  const { store, actor, today } = turn
  const orders = (await store.drafts.take(draft || 0, 'forces')) as ForceOrder[] | undefined
  if (!orders) throw new Declined('E-FORCE-6', '没有待确认的专班名单，请重新发送 .xlsx。')
  const born: number[] = []
  const before: Unit[] = []
  for (const order of orders) {
    const { force, was } = standing(turn, order)
    if (was) {
      before.push(was)
      await store.people.saveUnit({ ...force, id: was.id })
    } else born.push(await store.people.addUnit(force))
    const told = [force.head ?? 0, ...force.members].filter(
      (one) => one !== actor.id && !was?.members.includes(one) && was?.head !== one,
    )
    await tellPeople(turn, told, forceFormedSaid(force, turn.directory, today))
  }
  const names = orders.map((one) => one.name).join('、')
  await record(turn, { verb: '专班名单', text: names, back: { what: 'forces', born, before } })
  return {
    line: `专班名单已登记：新建${born.length}个，调整${before.length}个（${names}）。10分钟内可说“撤销”。`,
    private: true,
  }
}

/** The task force as the order makes it, and as it was where it stands already. */
function standing(
  { directory, today }: Spoken,
  order: ForceOrder,
): { force: Omit<Unit, 'id'>; was?: Unit } {
  const was = directory.unitNamed(order.name)
  if (!was) return { force: formForce(order, today, directory) }
  return { force: changeForce(was, order, today, directory), was }
}
