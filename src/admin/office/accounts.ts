/** Whose account is whose: people without an open_id are looked up by mobile number. */

import type { Person } from '../../domain/people/person.ts'
import type { Api } from '../../feishu/api.ts'
import { openIdsOf } from '../../feishu/contacts.ts'
import type { Store } from '../../store/open.ts'

export interface Matching {
  matched: number
  /** Not found under his number, or the account is somebody else's already. */
  unknown: Person[]
  withoutMobile: Person[]
}

/** Looks everybody up who has no account yet and saves what was found. Rejects with Undelivered. */
export async function matchAccounts(store: Store, api: Api): Promise<Matching> {
  const open = (await store.look((bound) => bound.people.directory())).people
  const asked = [...open.values()].filter((one) => !one.left && one.openId === null)
  const mobiles = asked.flatMap(({ mobile }) => (mobile === null ? [] : [mobile]))
  const found = mobiles.length > 0 ? await openIdsOf(api, mobiles) : {}
  return store.turn(async ({ people }) => {
    const { people: now } = await people.directory()
    const taken = new Set([...now.values()].map((one) => one.openId))
    const result: Matching = { matched: 0, unknown: [], withoutMobile: [] }
    for (const { id } of asked) {
      const person = now.get(id)
      if (!person || person.left || person.openId !== null) continue
      const openId = person.mobile === null ? undefined : found[person.mobile]
      if (person.mobile === null) result.withoutMobile.push(person)
      else if (openId === undefined || taken.has(openId)) result.unknown.push(person)
      else {
        await people.savePerson({ ...person, openId })
        taken.add(openId)
        result.matched += 1
      }
    }
    return result
  })
}

/** What came of it, a line each. */
export function matchingSaid(
  { matched, unknown, withoutMobile }: Matching,
  unitName: (unit: number) => string,
): string[] {
  const named = (people: Person[]) =>
    people.map((one) => `${unitName(one.unit)}${one.name}`).join('、')
  return [
    `已匹配飞书账号${matched}人。`,
    ...(unknown.length > 0
      ? [`按手机号未找到账号${unknown.length}人，请核对手机号：${named(unknown)}`]
      : []),
    ...(withoutMobile.length > 0
      ? [`没有手机号、未能匹配${withoutMobile.length}人，请补填：${named(withoutMobile)}`]
      : []),
  ]
}
