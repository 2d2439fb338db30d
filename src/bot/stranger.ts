/** Who speaks without being of the house: not on the roster, or of another tenant. */
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import type { Bound } from '../store/store.ts'
import { write } from './answer.ts'
import type { Heard, Said } from './message.ts'
import type { Office } from './office.ts'
import { spokenOn } from './open-turn.ts'
import { groupPlace } from './place.ts'

/** Another tenant's people can do nothing; the first known person tells which tenant is ours. */
export async function isForeign(office: Office, store: Bound, tenant: string): Promise<boolean> {
  office.tenant ??= (await store.people.tenant()) ?? undefined
  if (office.tenant !== undefined) return office.tenant !== tenant
  await store.people.serve(tenant)
  return false
}

/** Somebody who is not on the roster is told so where he spoke to the bot. */
export async function answerStranger(
  office: Office,
  store: Bound,
  directory: Directory,
  said: Said,
): Promise<Heard> {
  const say = '您还不在本单位名册中，请联系管理员登记。'
  if (!said.addressed) return { outcome: 'ignored' }
  if (said.message) {
    const nobody: Person = {
      id: 0,
      name: '',
      unit: 0,
      title: '',
      post: 'staff',
      roles: [],
      openId: null,
      unionId: null,
      mobile: null,
      left: false,
    }
    const by = {
      actor: nobody,
      at: said.at,
      message: said.message,
      replied: undefined,
      file: undefined,
    }
    const place = groupPlace(said.chat.id ?? '')
    const cause = { key: said.key, way: '消息' }
    await write(spokenOn(office, store, directory, cause, { ...by, place }), { lines: [say] })
  }
  return { outcome: 'refused', reply: say }
}
