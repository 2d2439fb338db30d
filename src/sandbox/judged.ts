/** Cards as the platform judges them: the same card goes to many and comes again in many edits, and is judged once. */
import { checkReadCard } from '../card/check.ts'
import { type Named, namedIn } from './card-people.ts'

/** What is wrong with a card, and whom it names. */
interface Verdict {
  error: { rule: string; path: string; message: string } | undefined
  named: Named
}

/** Further back nobody sends the same card again. */
const KEPT = 200

/** The verdicts on the newest cards, by their JSON; a verdict follows from the card alone. */
export class Judged {
  readonly #kept = new Map<string, Verdict>()

  of(json: string): Verdict {
    const known = this.#kept.get(json)
    if (known) return known
    const card: unknown = JSON.parse(json)
    const error = checkReadCard(card, Buffer.byteLength(json)).findings.find(
      ({ level }) => level === 'error',
    )
    const verdict = { error, named: namedIn(card) }
    const [oldest] = this.#kept.keys()
    if (this.#kept.size === KEPT && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(json, verdict)
    return verdict
  }
}
