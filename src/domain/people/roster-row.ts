/** What one line of the roster says. */
import type { Post, Role } from './person.ts'

/** One line of the roster, checked. */
export interface RosterRow {
  /** Line of the sheet, 1 for the first. */
  line: number
  name: string
  /** Name or alias of the home unit. */
  unit: string
  /** Empty when the roster leaves it open. */
  title: string
  post: Post
  /** Null when the roster leaves it open. */
  mobile: string | null
  /** Null when the roster has no such column. */
  roles: Role[] | null
  /** Names or aliases of the units he is in charge of (分管); null when the roster has no such column. */
  charges: string[] | null
  /** What he answers for (业务分工); null when the roster has no such column. */
  remits: string[] | null
  note: string
}
