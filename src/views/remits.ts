/** 谁管: who answers for what, by unit, name and post; never by telephone. */
import type { Directory } from '../domain/people/directory.ts'
import type { Unit } from '../domain/people/person.ts'
import type { Found } from '../domain/people/remit.ts'
import type { Seen } from './seen.ts'

/** More names would be a telephone list. */
const MOST = 8

/** Where one who cannot be directed is sent. */
const RECEPTION = '办公室'

/** `“贴息”：金融科 史丽萍（二级主任科员）`; several line by line; nobody: whom to ask instead. */
export function responsibleSaid(asked: string, found: Found, { directory }: Seen): string {
  const people = found.people.slice(0, MOST).map((id) => whoSaid(id, directory))
  if (people.length === 0) return `没有登记谁管“${asked}”，${receptionSaid(directory)}。`
  const head = found.sure ? `“${asked}”请找：` : `没有登记谁管“${asked}”，相近的有：`
  return people.length === 1 ? `${head}${people[0]}` : [head, ...people].join('\n')
}

/** `金融科 史丽萍（二级主任科员）`. */
export function whoSaid(id: number, directory: Directory): string {
  const person = directory.people.get(id)
  if (!person) return ''
  const title = person.title ? `（${person.title}）` : ''
  return `${directory.unitName(person.unit)} ${person.name}${title}`
}

/** The office that leads clients on where nobody is known to answer for it. */
export const receptionOf = (directory: Directory): Unit | undefined =>
  directory.unitNamed(RECEPTION)

function receptionSaid(directory: Directory): string {
  const office = receptionOf(directory)
  const head = office ? directory.name(office.head) : ''
  return office ? `请问${office.name}${head}` : '请问督查室'
}
