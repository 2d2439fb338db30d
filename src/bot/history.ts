/** 历史: a matter's chain as it is kept, followed to its head, and as a file that can be checked without us. */
import type { Matter } from '../domain/matter/matter.ts'
import { dayOf, isoOf } from '../domain/time/day.ts'
import { brokenLinks } from '../store/chain.ts'
import type { Line } from '../store/journal.ts'
import { privatePlace } from './place.ts'
import type { Spoken } from './turn.ts'

export interface History {
  lines: Line[]
  /** What is wrong with the chain; empty when it is whole. */
  broken: string[]
}

/** The matter's lines, oldest first, and whether they are all there and unaltered. */
export async function historyOf(turn: Spoken, matter: Matter): Promise<History> {
  const rows = await turn.store.journal.kept(`matter:${matter.id}`)
  const lines = rows.map((row) => ({ ...row, change: JSON.parse(row.change) as Line['change'] }))
  return { lines, broken: brokenLinks(rows, { seq: matter.rev, hash: matter.head }) }
}

/** Sends the chain to the asker as a file; `duban verify --file` follows it anywhere. */
export async function sendHistory(turn: Spoken, matter: Matter): Promise<void> {
  const lines = await turn.store.journal.kept(`matter:${matter.id}`)
  const { id, formal, title, rev, head } = matter
  const file = {
    format: 'duban-history-1',
    object: `matter:${id}`,
    formal,
    title,
    rev,
    head,
    exported: isoOf(turn.now),
    lines,
  }
  const text = `${JSON.stringify(file, null, 1)}\n`
  await turn.post({
    kind: 'file',
    place: privatePlace(turn.actor.id),
    body: {
      name: `历史-${formal}-${dayOf(turn.now)}.json`,
      base64: Buffer.from(text, 'utf8').toString('base64'),
    },
    class: 'answer',
  })
}
