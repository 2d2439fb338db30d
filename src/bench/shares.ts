/** A V8 profile as shares of the rooms. */

/** What of a `.cpuprofile` is looked at; times in microseconds. */
export interface Profile {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string }
    children?: number[]
  }[]
  samples: number[]
  timeDeltas: number[]
}

export interface Share {
  place: string
  /** 0 to 1, of the time in which the process did anything. */
  share: number
}

/** The first that fits names the place; what none of ours asked for is Node's. */
const PLACES: readonly [place: string, at: RegExp][] = [
  ['SQLite: statements and COMMIT', /\/src\/store\/sqlite\.js$/],
  ['store: rows, history, outbox, the chain of hashes', /\/src\/store\//],
  ['door: signature, decryption, the event read', /\/src\/feishu\//],
  ['rules: rights, duties, dates, the decision', /\/src\/domain\//],
  ['cards: what is shown', /\/src\/(?:views|card)\//],
  ['log and metrics', /\/node_modules\/(?:pino|sonic-boom|prom-client)\//],
  ['words: command, holes, the turn around them', /\/(?:src\/bot|commands)\//],
]
const REST = 'Node and Hono: HTTP, sockets, promises'
const GARBAGE = 'collecting garbage'

/** Shares of the last part of a profile, largest first. */
export function sharesOf({ nodes, samples, timeDeltas }: Profile, last: number): Share[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  )
  const placeOf = (id: number | undefined): string => {
    const node = id === undefined ? undefined : byId.get(id)
    if (!node) return REST
    const found = PLACES.find(([, at]) => at.test(node.callFrame.url))
    return found ? found[0] : placeOf(parents.get(node.id))
  }
  const whole = timeDeltas.reduce((sum, one) => sum + one, 0)
  const times = new Map<string, number>()
  let passed = 0
  for (const [i, id] of samples.entries()) {
    const time = timeDeltas[i] ?? 0
    passed += time
    const name = byId.get(id)?.callFrame.functionName
    if (passed < whole * (1 - last) || name === '(idle)') continue
    const place = name === '(garbage collector)' ? GARBAGE : placeOf(id)
    times.set(place, (times.get(place) ?? 0) + time)
  }
  const busy = [...times.values()].reduce((sum, one) => sum + one, 0)
  return [...times]
    .map(([place, time]) => ({ place, share: time / busy }))
    .sort((one, other) => other.share - one.share)
}
