/** What must not be kept, looked for before anything of a sentence is read. */
import { guardSecrets } from '../domain/guard/secrecy.ts'
import type { Turn } from './turn.ts'

/** Declines what must not be kept; whose itinerary it may be, the roster says. */
export function guardHere({ directory }: Pick<Turn, 'directory'>, text: string): void {
  const leaders = () => directory.leaders.map((person) => person.name)
  guardSecrets(text, leaders)
}
