/** The people and groups of a stored event come into the practice office, on both sides of the wire. */
import type { Directory } from '../../domain/people/directory.ts'
import type { Person, Unit } from '../../domain/people/person.ts'
import type { Ground } from '../../practice.ts'
import type { Bound } from '../../store/store.ts'
import type { Named, Payload } from './payload.ts'

const UNIT = '演练科'

/** Enrols whoever is unknown: the actor as 演练科's head with every duty, others as its staff. */
export async function enrol(ground: Ground, store: Bound, payload: Payload): Promise<void> {
  const { actor, others, group } = payload
  if (actor) await leads(store, await member(ground, store, actor))
  for (const one of others)
    if (one.openId !== ground.street.bot.openId) await member(ground, store, one)
  if (group !== undefined) await meet(ground, store, payload, group)
}

/** 演练科, opened at its first use. */
async function unitOf(store: Bound): Promise<Unit> {
  const known = (await store.people.directory()).unitNamed(UNIT)
  if (known) return known
  const unit: Omit<Unit, 'id'> = {
    name: UNIT,
    aliases: [],
    kind: 'department',
    parent: null,
    head: null,
    charge: null,
    members: [],
    ends: null,
  }
  return { id: await store.people.addUnit(unit), ...unit }
}

/** The person behind an open_id; a stranger is enrolled, and comes to live on the street. */
async function member(
  { street }: Ground,
  store: Bound,
  { openId, unionId, name }: Named,
): Promise<Person> {
  const directory = await store.people.directory()
  const known = directory.byOpenId(openId)
  if (known) return known
  const born: Omit<Person, 'id'> = {
    name: nameFor(name, directory),
    unit: (await unitOf(store)).id,
    title: '',
    post: 'staff',
    roles: [],
    openId,
    unionId: unionId || null,
    mobile: null,
    left: false,
  }
  street.addPerson({ openId, name: born.name, ...(unionId ? { unionId } : {}) })
  return { id: await store.people.addPerson(born), ...born }
}

function nameFor(name: string, directory: Directory): string {
  const fits = name !== '' && directory.named(name).length === 0
  return fits ? name.slice(0, 20) : `演练员${directory.people.size + 1}`
}

/** Whoever of 演练科 acts is its head while his event is judged. */
async function leads(store: Bound, person: Person): Promise<void> {
  const unit = (await store.people.directory()).unitNamed(UNIT)
  if (!unit || person.unit !== unit.id) return
  const roles: Person['roles'] = ['supervisor', 'liaison', 'secretary', 'admin']
  if (person.post !== 'head') await store.people.savePerson({ ...person, post: 'head', roles })
  if (unit.head !== person.id) await store.people.saveUnit({ ...unit, head: person.id })
}

/** The group stands on the street; the office knows it, unless the event itself brings the bot there. */
async function meet({ street }: Ground, store: Bound, payload: Payload, id: string): Promise<void> {
  const name = '演练群'
  const members = [payload.actor, ...payload.others].flatMap((one) => (one ? [one.openId] : []))
  if (!stands(street, id))
    street.addChat({ id, name, members: members.filter((one) => one !== street.bot.openId) })
  if (/^im\.chat\./.test(payload.type) || (await store.chats.get(id))) return
  await store.chats.save({ id, name, unit: null, series: null, gone: false })
}

function stands(street: Ground['street'], chat: string): boolean {
  try {
    return street.messages(chat).length >= 0
  } catch {
    return false
  }
}
