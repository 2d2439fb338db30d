/** The app's access token: fetched by one caller at a time, renewed before it ends, and once when it is refused. */
import type { Instant } from '../domain/time/day.ts'

/** What the platform gave: a token and its life in seconds. */
export interface Grant {
  token: string
  expire: number
}

/** The token everybody uses. */
export interface Tokens {
  /** A token that is good now; rejects as `fetch` does. */
  get(): Promise<string>
  /** Says that the platform refused this token; the next `get` brings another. */
  refuse(token: string): void
}

/** The platform hands out a new token in the last half hour of the old one, and both are good until then. */
const MARGIN = 10 * 60_000

/** Keeps a token, however many ask for it at once; a failed renewal is no harm while the old token lives. */
export function keepToken(fetch: () => Promise<Grant>, now: () => Instant): Tokens {
  let kept: { token: string; renew: Instant; end: Instant } | undefined
  let underway: Promise<string> | undefined
  return { get, refuse }

  async function get(): Promise<string> {
    if (kept && now() < kept.renew) return kept.token
    underway ??= renew().finally(() => {
      underway = undefined
    })
    return underway
  }

  function refuse(token: string): void {
    if (kept?.token === token) kept = undefined
  }

  async function renew(): Promise<string> {
    const from = now()
    try {
      const { token, expire } = await fetch()
      const life = expire * 1000
      kept = { token, renew: from + Math.max(life - MARGIN, life / 2), end: from + life }
      return token
    } catch (error) {
      if (kept && now() < kept.end) return kept.token
      throw error
    }
  }
}
