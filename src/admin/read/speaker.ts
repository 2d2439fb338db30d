/** Who speaks, by name or by role; a role is filled by whom it falls to in the matter at hand. */
import { Declined } from '../../domain/declined.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Person } from '../../domain/people/person.ts'
import { isAdmin, isSecretary } from '../../domain/people/rights.ts'
import { personMeant } from '../say/who.ts'

/** The role's holder where no matter says otherwise, and who it is in a matter. */
interface Role {
  usual: string
  inMatter?: (matter: Matter, directory: Directory) => number | null | undefined
  /** Who holds it where nobody of that name is known. */
  holds: (person: Person) => boolean
}

const roles: Record<string, Role> = {
  科员: {
    usual: '王强',
    inMatter: (matter) => matter.handler,
    holds: (person) => person.post === 'staff',
  },
  科长: {
    usual: '李娜',
    inMatter: (matter, directory) => directory.units.get(matter.lead)?.head,
    holds: (person) => person.post === 'head',
  },
  分管领导: {
    usual: '郑国栋',
    inMatter: (matter, directory) => directory.units.get(matter.lead)?.charge,
    holds: (person) => person.post === 'leader',
  },
  主要领导: { usual: '李明远', holds: (person) => person.post === 'principal' },
  督查员: { usual: '陈静', holds: (person) => person.roles.includes('supervisor') },
  秘书: { usual: '刘洋', holds: isSecretary },
  管理员: { usual: '马晓东', holds: isAdmin },
}

/** The person meant by a role's name or by his own. Throws Declined. */
export function speakerMeant(
  as: string,
  directory: Directory,
  matter: Matter | undefined,
): Person & { openId: string } {
  const role = roles[as]
  const id = matter && role?.inMatter?.(matter, directory)
  const person =
    directory.people.get(id ?? 0) ?? (role ? usual(role, directory) : personMeant(as, directory))
  if (!person) throw new Declined('E-USE-2', `名册中没有${as}。`)
  const { openId } = person
  if (openId === null) throw new Declined('E-USE-2', `${person.name}没有飞书账号。`)
  return { ...person, openId }
}

function usual({ usual, holds }: Role, directory: Directory): Person | undefined {
  const known = directory.named(usual)
  if (known.length === 1) return known[0]
  return [...directory.people.values()].find(
    (person) => !person.left && person.openId !== null && holds(person),
  )
}
