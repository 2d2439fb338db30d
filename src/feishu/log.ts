/** The door's log: what happened and its code, never content, never a secret. */

/** Writes one line. `facts` are codes, counts and durations; no text of a message, no token, no id of a person. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  what: string,
  facts?: Record<string, string | number>,
) => void

/** The logger the SDK wants: it gets whatever the SDK has in hand. */
export interface SdkLogger {
  error(...parts: unknown[]): void
  warn(...parts: unknown[]): void
  info(...parts: unknown[]): void
  debug(...parts: unknown[]): void
  trace(...parts: unknown[]): void
}

const LONGEST = 160
const ADDRESS = /\b(?:https?|wss?):\/\/\S+/g
const CREDENTIAL = /\b(?:[tuac]-[\w.-]{8,}|Bearer \S+)/g

/**
 * A logger for the SDK. It hands over request objects with the app's secret and whole messages in them
 * (feishu-platform.md 6.3), so only short texts pass, without addresses and credentials, and nothing below `info`.
 * `heard` gets every text, traces included: the only sign of a pong.
 */
export function redacting(
  log: Log,
  secret: string,
  heard: (text: string) => void = () => {},
): SdkLogger {
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const text = words(parts)
      heard(text)
      const safe = secret === '' ? text : text.replaceAll(secret, '…')
      const short = safe.replace(ADDRESS, '…').replace(CREDENTIAL, '…').slice(0, LONGEST)
      if (short !== '') log(level, 'feishu sdk', { text: short })
    }
  const quiet = (...parts: unknown[]) => heard(words(parts))
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: quiet, trace: quiet }
}

/** The texts among the parts; objects are left out whole. The SDK nests its parts in lists. */
function words(parts: unknown[]): string {
  return parts
    .flat(3)
    .filter((part) => typeof part === 'string')
    .join(' ')
    .replace(/\s+/g, ' ')
}
