import type { Acts, Push, State } from '../protocol.ts'

/** How the street answers what a person does. */
type Answer =
  | { ok: true; toast?: { type?: string; content?: string } }
  | { ok: false; error: string }

/** Does one thing as a person; never throws: a street that is away is a refusal with a sentence. */
export async function act<K extends keyof Acts>(kind: K, body: Acts[K]): Promise<Answer> {
  try {
    const response = await fetch(`/sandbox/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer
    return { ok: false, error: `练习服务返回了 ${response.status}` }
  } catch {
    return { ok: false, error: '练习服务未连接，请稍候再试' }
  }
}

/** The link to the street: not yet open, open, or lost and being tried again. */
export type Link = 'opening' | 'open' | 'lost'

/** What the page does with what the street says. */
interface Ear {
  state(state: State): void
  push(push: Push): void
  link(link: Link): void
}

/** Milliseconds before the first and between the last attempts to come back. */
const SOON = 400
const LATE = 4000

/**
 * Keeps the stream open for ever. The state is read after the stream stands, and what was pushed
 * meanwhile is played on top, so that nothing falls between the two; the same after every restart.
 */
export function connect(ear: Ear): void {
  let wait = SOON
  const open = () => {
    const source = new EventSource('/sandbox/stream')
    let early: Push[] | undefined = []
    let gone = false
    const again = () => {
      if (gone) return
      gone = true
      source.close()
      ear.link('lost')
      setTimeout(open, wait)
      wait = Math.min(wait * 2, LATE)
    }
    source.onerror = again
    source.onmessage = (event) => {
      const push = JSON.parse(event.data) as Push
      if (early) early.push(push)
      else ear.push(push)
    }
    source.onopen = async () => {
      try {
        const response = await fetch('/sandbox/state', { cache: 'no-store' })
        if (!response.ok) throw new Error(`state ${response.status}`)
        ear.state((await response.json()) as State)
        for (const push of early ?? []) ear.push(push)
        early = undefined
        wait = SOON
        ear.link('open')
      } catch {
        again()
      }
    }
  }
  open()
}
