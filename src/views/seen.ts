/** What a view has to know besides the matter: when, by which calendar, and for whose eyes. */
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'

export interface Seen {
  directory: Directory
  calendar: Calendar
  now: Instant
  /** Whose private chat it is; nobody's in a group. */
  viewer?: Person
  /** What just happened, on top of the card. */
  line?: string
  /** It was just brought into the ledger: the speaker may take it back. */
  born?: boolean
  /** 更多 was tapped: the buttons that had no room. */
  more?: boolean
}
