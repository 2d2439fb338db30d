/** The store itself failed: nothing of the turn is promised, and the sentence must be sent again. */

/** full: no room on the disk. damaged: the file cannot be trusted. lost: the database cannot be reached just now. */
export type Ailment = 'full' | 'damaged' | 'lost'

/** Not a fault of the work but of the ground it stands on. */
export class Unkept extends Error {
  readonly ailment: Ailment
  constructor(ailment: Ailment, cause: unknown) {
    super(`unkept: ${ailment} (${(cause as Error).message})`, { cause })
    this.ailment = ailment
  }
}

/** By the beginning of an error's code: SQLite's names, PostgreSQL's classes, the system's. */
const BY_CODE: [RegExp, Ailment][] = [
  [/^(SQLITE_FULL|53100|ENOSPC|EDQUOT)/, 'full'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/, 'damaged'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN|BUSY|NOMEM|PROTOCOL)/, 'lost'],
  [/^(08|28|3D000|53|57P0|58|25006|25P03)/, 'lost'],
  [/^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_)/, 'lost'],
]

/** What the PostgreSQL driver says without a code when a connection ends under it. */
const BY_WORDS =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** What ails the store, if this error comes from it and not from the work. */
export function ailmentOf(error: unknown): Ailment | undefined {
  if (error instanceof Unkept) return error.ailment
  const { code, message, syscall } = (error ?? {}) as Partial<Record<string, unknown>>
  // A server that is down has no socket; any other file that is missing is a fault of the work.
  if (syscall === 'connect') return 'lost'
  const found = BY_CODE.find(([begin]) => typeof code === 'string' && begin.test(code))
  if (found) return found[1]
  return typeof message === 'string' && BY_WORDS.test(message) ? 'lost' : undefined
}

/** The error as the house speaks of it: Unkept where the store failed, else itself. */
export function named(error: unknown): unknown {
  const ailment = ailmentOf(error)
  return ailment === undefined || error instanceof Unkept ? error : new Unkept(ailment, error)
}
