/** What a command answers: one line, and what is shown below it. */
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'

export interface Reply {
  /** What happened, in one line. */
  line: string
  /** The matter as it now stands; shown as its living card. */
  matter?: Matter
  /** Another card: a list, an agenda, a page of help. */
  card?: Card
  /** Long or personal: in a group it goes to the asker in private, with a pointer. */
  private?: boolean
  /** The command brought a matter into the world: the card carries 撤销. */
  born?: boolean
  /** The matter was asked for: a fresh card is shown even where one lives already. */
  fresh?: boolean
  /** The card is another page of the list that was tapped: it takes the tapped card's place. */
  page?: boolean
  /** Nothing of the answer is kept once it has arrived: it would tell who an anonymous word came from. */
  unkept?: boolean
}
