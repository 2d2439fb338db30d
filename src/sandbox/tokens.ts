/** Tenant access tokens: two hours of life, two valid at once near the end (feishu-platform.md 5). */
import type { Ids } from './ids.ts'
import { Refusal } from './refusals.ts'

const LIFE = 7_200_000
const RENEW = 1_800_000

interface Token {
  text: string
  until: number
}

/** Gives out and judges tokens by the street's clock. */
export class Tokens {
  readonly #ids: Ids
  #valid: Token[] = []

  constructor(ids: Ids) {
    this.#ids = ids
  }

  /** The newest token while it has half an hour left, else a new one beside it. `expire` in seconds. */
  issue(now: number): { token: string; expire: number } {
    this.#valid = this.#valid.filter((token) => token.until > now)
    let newest = this.#valid.at(-1)
    if (!newest || newest.until - now < RENEW) {
      newest = { text: `t-${this.#ids.hex()}`, until: now + LIFE }
      this.#valid.push(newest)
    }
    return { token: newest.text, expire: Math.floor((newest.until - now) / 1000) }
  }

  /** Throws 99991661 without a token, 99991671 for a malformed one, 99991663 for an unknown or expired one. */
  check(authorization: string | undefined, now: number): void {
    const text = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
    if (text === undefined) throw new Refusal(99991661)
    if (!/^[tu]-/.test(text)) throw new Refusal(99991671)
    if (!this.#valid.some((token) => token.text === text && token.until > now))
      throw new Refusal(99991663)
  }

  /** Ends every token at once, as when the platform loses them. */
  revoke(): void {
    this.#valid = []
  }
}
