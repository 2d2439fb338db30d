/** The keeper's desk: where a command reads the clock and the settings, and where it writes. */
import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { Settings } from '../config.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Api } from '../feishu/api.ts'

/** How a command ended: done, something was found wrong, wrong use. */
export type Exit = 0 | 1 | 2

export interface Desk {
  now: () => Instant
  /** One line (or block) of the result, on stdout. */
  out(line: string): void
  /** One line for the keeper's eye, on stderr. */
  note(line: string): void
  /** Standard input. */
  input: Readable
  /** The settings of this process; throws Declined with what is wrong. */
  settings(): Readonly<Settings>
  /** The platform's API; undefined where no app is set. */
  api(): Api | undefined
  log: Logger
}
