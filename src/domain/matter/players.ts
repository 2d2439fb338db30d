/** The parts that people play in one matter (domain.md B.7): every right to it is given to a part. */
import type { Directory } from '../people/directory.ts'
import { liaisonOf } from '../people/rights.ts'
import type { Matter } from './matter.ts'
import { closers, extenders, reviewers } from './review.ts'

/**
 * handler 承办人, head 负责人, liaison 联络员, asker who asks to close, assigner 交办人, author whose word it is (an
 * instructing leader, a head inside his unit), consenter the leader who lets it be withdrawn, supervisor 督查室,
 * leader any of the bureau's, charge 分管领导, principal 主要领导; extender, reviewer and closer as review.ts has them.
 */
export type Player =
  | 'handler'
  | 'head'
  | 'liaison'
  | 'asker'
  | 'assigner'
  | 'author'
  | 'consenter'
  | 'supervisor'
  | 'leader'
  | 'charge'
  | 'principal'
  | 'extender'
  | 'reviewer'
  | 'closer'

/** Everybody who plays a part in a matter now. */
export function playersOf(player: Player, matter: Matter, directory: Directory): number[] {
  const unit = directory.units.get(matter.lead)
  const ids = (found: readonly { id: number }[]) => found.map((one) => one.id)
  const one = (id: number | null | undefined) => (id == null ? [] : [id])
  switch (player) {
    case 'handler':
      return one(matter.handler)
    case 'head':
      return one(unit?.head)
    case 'liaison':
      return ids(directory.withRole('liaison').filter((person) => liaisonOf(person, unit)))
    case 'asker':
      return [
        ...(matter.origin === 'unit' || matter.path?.asks === 'handler' ? one(matter.handler) : []),
        ...(matter.origin === 'unit' ? [] : one(unit?.head)),
      ]
    case 'assigner':
      return one(matter.assigner)
    case 'author':
      return authorsOf(matter)
    case 'consenter':
      return consentersOf(matter, directory)
    case 'supervisor':
      return ids(directory.withRole('supervisor'))
    case 'leader':
      return ids(directory.leaders)
    case 'charge':
      return unit?.charge == null ? principalsIn(directory) : [unit.charge]
    case 'principal':
      return principalsIn(directory)
    case 'extender':
      return ids(extenders(matter, directory))
    case 'reviewer':
      return ids(reviewers(matter, directory))
    case 'closer':
      return ids(closers(matter, directory))
  }
}

/** A part with who plays it, as the middle of a sentence: 金融科负责人李娜, 督查室. */
export function playerSaid(player: Player, matter: Matter, directory: Directory): string {
  const names = playersOf(player, matter, directory).map((id) => directory.name(id))
  const all = names.join('、')
  switch (player) {
    case 'handler':
      return `承办人${all}`
    case 'head':
      return `${directory.unitName(matter.lead)}负责人${all}`
    case 'liaison':
      return '联络员'
    case 'assigner':
      return `交办人${all}`
    case 'author':
      return names.length > 0 ? `交办领导${all}` : ''
    case 'consenter':
      return `领导${all}`
    case 'supervisor':
      return '督查室'
    case 'leader':
      return '局领导'
    case 'charge':
      return `分管领导${all}`
    case 'principal':
      return `主要领导${all}`
    default:
      return all || '督查室'
  }
}

/** Whose word it is besides the 督查室's: the newest instruction's author, the one who assigned. */
function authorsOf(matter: Matter): number[] {
  const assigner = matter.origin === 'office' ? [] : [matter.assigner]
  return [...new Set([...(matter.instruction ? [matter.instruction.by] : []), ...assigner])]
}

/** D.2 row 17 wants a leader besides whoever registered: the instructing one, else the one in charge. */
function consentersOf(matter: Matter, directory: Directory): number[] {
  if (matter.origin === 'instruction') return [matter.assigner]
  const charge = directory.units.get(matter.lead)?.charge
  return charge == null ? principalsIn(directory) : [charge]
}

const principalsIn = (directory: Directory): number[] => directory.principals.map((one) => one.id)
