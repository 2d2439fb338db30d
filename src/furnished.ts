/** An office ready to hear and to feel the clock: every composition opens it here, with ports of its own. */
import type { Logger } from 'pino'
import { envelopes } from './bot/envelope.ts'
import { foresee } from './bot/foresee.ts'
import { meters } from './bot/meters.ts'
import { growingStamps, keptRecords, type Office, serials } from './bot/office.ts'
import { handPress, type Press } from './bot/press.ts'
import { loadRegistry, type Registry } from './bot/registry.ts'
import type { Instant } from './domain/time/day.ts'
import type { Store } from './store/open.ts'

/** What an office is furnished with. */
export interface Furnishing {
  store: Store
  now: () => Instant
  log: Logger
  /** Seals whom an anonymous word came from. */
  secret: string
  /** Known from the start; otherwise the first person tells it. */
  tenant?: string
  /** Where papers are made; in this thread unless given. */
  press?: Press | undefined
  step?: Office['step']
}

/** The words of the house, read once for all offices of this process. */
let words: Promise<Registry> | undefined

/** The office of a store; nobody is asked to look into its outbox until `nudge` is put in. */
export async function furnished(furnishing: Furnishing): Promise<Office> {
  const { store, now, log, secret, tenant, press = handPress, step = () => {} } = furnishing
  words ??= loadRegistry(
    new URL('../commands/', import.meta.url),
    new URL('./jobs/', import.meta.url),
  )
  return {
    store,
    registry: await words,
    now,
    stamp: growingStamps(now),
    serial: serials(),
    log,
    meters: meters(),
    tenant,
    nudge: () => {},
    ...keptRecords(),
    foresee,
    envelopes: envelopes(secret),
    press,
    step,
  }
}
