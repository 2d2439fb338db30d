/** The messages a stored event points at show a matter of 演练科, so that a tap, a reaction or a reply finds one. */
import { bear, groupPlace, privatePlace, settle } from '../../bot/index.ts'
import { openTurn } from '../../bot/open-turn.ts'
import { assign } from '../../domain/matter/assign.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { deploy, sign } from '../../domain/matter/sign.ts'
import type { Person } from '../../domain/people/person.ts'
import { instantAt } from '../../domain/time/day.ts'
import { addWorkdays } from '../../domain/time/workdays.ts'
import type { Ground } from '../../practice.ts'
import type { Bound } from '../../store/store.ts'
import type { Payload } from './payload.ts'

/** The sentence's word and the number after it, behind the mention of the bot. */
const WORDS = /^\s*(?:@_user_\d+\s*)?(\p{Script=Han}+)\s*(\d+)?/u
/** Sentences that a matter has to be under way for. */
const UNDER_WAY = /^(?:报|反馈|汇报|进展|办结|延期)$/

/**
/**
 * For somebody of 演练科 (the practice office's own people find what there is): binds every unknown message to a
 * matter, the one the sentence names, else 演练科's first, laid when there is none; a reaction gets one of its own,
 * since it names none. What is reported on is under way.
 */
export async function stage(ground: Ground, store: Bound, payload: Payload): Promise<void> {
  const directory = await store.people.directory()
  const actor = directory.byOpenId(payload.actor?.openId ?? '')
  const unit = directory.unitNamed('演练科')
  if (!unit || actor?.unit !== unit.id) return
  const own = await store.matters.find({ leads: [unit.id] })
  const first = own.sort((a, b) => a.id - b.id)[0] ?? (await lay(ground, store, actor))
  const [, word = '', number] = WORDS.exec(payload.says) ?? []
  const named = number === undefined ? first : await store.matters.get(Number(number))
  for (const message of payload.messages) {
    if (await store.messages.about([message])) continue
    const fresh = payload.reaction && (await isShown(store, first))
    const matter = fresh ? await lay(ground, store, actor) : (named ?? first)
    const place = payload.group === undefined ? privatePlace(actor.id) : groupPlace(payload.group)
    const { id, rev } = matter
    const at = ground.clock.now()
    await store.messages.add({ message, place, matter: id, rev, at, state: 'living' })
  }
  if (UNDER_WAY.test(word) && named?.lead === unit.id)
    await getUnderWay(ground, store, named.id, actor)
}

async function isShown(store: Bound, matter: Matter): Promise<boolean> {
  return matter.status !== 'assigned' || (await store.messages.living(matter.id)).length > 0
}

/** A matter assigned to 演练科 by the 督查室, due in ten working days. */
async function lay({ bot, clock }: Ground, store: Bound, actor: Person): Promise<Matter> {
  const serial = (await store.matters.find({ leads: [actor.unit], limit: 500 })).length + 1
  const turn = await openTurn(bot.office, store, {
    key: `演练:${serial}:${clock.now()}`,
    way: '演练',
  })
  const by = turn.directory.withRole('supervisor').find((one) => one.unit !== actor.unit)
  const lead = turn.directory.unitNamed('演练科')
  if (!by || !lead) throw new Error('no practice office')
  const due = instantAt(addWorkdays(turn.today, 10, turn.calendar), '18:00')
  const order = {
    title: '演练事项',
    basis: null,
    lead,
    person: null,
    provisional: false,
    chat: null,
  }
  return bear(turn, assign({ by, at: turn.now }, { ...order, due }, turn.directory), by.id)
}

/** Signed and handed out to the head himself, as a matter is that somebody reports on. */
async function getUnderWay(
  { bot, clock }: Ground,
  store: Bound,
  id: number,
  by: Person,
): Promise<void> {
  const turn = await openTurn(bot.office, store, { key: `演练:${id}:${clock.now()}`, way: '演练' })
  const act = { by, at: turn.now }
  let matter = await turn.store.matters.get(id)
  if (matter?.status === 'assigned')
    matter = await settle(turn, sign(matter, act, turn.directory), by.id)
  if (matter?.status === 'signed')
    await settle(turn, deploy(matter, act, by, '', turn.directory), by.id)
}
