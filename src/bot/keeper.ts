/** The keeper named in the settings is an 管理员 from the first day, so that somebody can enrol the others and is told of faults. */
import type { Store } from '../store/open.ts'

/** Gives the person of that open_id or mobile the role; whether he is in the roster at all. */
export async function appointKeeper(store: Store, keeper: string): Promise<boolean> {
  return store.turn(async (bound) => {
    const directory = await bound.people.directory()
    const person = [...directory.people.values()].find(
      (one) => !one.left && (one.openId === keeper || one.mobile === keeper),
    )
    if (!person) return false
    if (!person.roles.includes('admin'))
      await bound.people.savePerson({ ...person, roles: [...person.roles, 'admin'] })
    return true
  })
}
