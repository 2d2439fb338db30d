/** Tokens for the delayed update of a card: after the answer, twice, within 30 minutes (feishu-platform.md 3.2). */
import type { Ids } from './ids.ts'
import { Refusal } from './refusals.ts'

const LIFE = 1_800_000
const USES = 2

interface UpdateToken {
  message: string
  at: number
  uses: number
  answered: boolean
}

/** One token for each tap. */
export class UpdateTokens {
  readonly #ids: Ids
  readonly #given = new Map<string, UpdateToken>()

  constructor(ids: Ids) {
    this.#ids = ids
  }

  give(message: string, now: number): string {
    for (const [text, token] of this.#given) {
      if (now - token.at < 2 * LIFE) break
      this.#given.delete(text)
    }
    const text = `c-${this.#ids.hex()}`
    this.#given.set(text, { message, at: now, uses: 0, answered: false })
    return text
  }

  /** From here on the token may be used. */
  answered(text: string): void {
    const token = this.#given.get(text)
    if (token) token.answered = true
  }

  /** The message that may be updated. Throws 300020 unknown or too early, 300030 expired, 300040 used up. */
  check(text: string, now: number): string {
    const token = this.#given.get(text)
    if (!token) throw new Refusal(300020)
    if (!token.answered) throw new Refusal(300020, 'the callback has not been answered yet')
    if (now - token.at > LIFE) throw new Refusal(300030)
    if (token.uses >= USES) throw new Refusal(300040)
    return token.message
  }

  /** Counts one use, once the update has been made. */
  used(text: string): void {
    const token = this.#given.get(text)
    if (token) token.uses += 1
  }
}
