/** Why a call to the platform failed, in the words of the outbox (feishu-platform.md 4.3). */
import { Undelivered } from '../bot/message.ts'

type Reason = Undelivered['reason']

/** Codes of a token that is no longer good: a new one is fetched and the call made once more. */
export const TOKEN_CODES: ReadonlySet<string> = new Set(['99991663', '99991665', '99991671'])

const CODES: Record<Exclude<Reason, 'unknown'>, number[]> = {
  later: [
    1, 11232, 11233, 11247, 230020, 230049, 99991400, 99991663, 99991665, 99991671, 1000040343,
  ],
  gone: [
    230002, 230013, 230018, 230029, 230034, 230035, 230038, 230053, 230054, 230075, 231022, 232009,
    99992351, 99992361, 99992364,
  ],
  content: [230001, 230017, 230022, 230025, 230028, 230055, 230099, 200830],
  expired: [230011, 230031, 230050, 230110, 231003],
  setup: [
    514, 10003, 10014, 230006, 230027, 99991401, 99991403, 99991661, 99991662, 99991668, 99991672,
    99991673, 99991677,
  ],
}

const REASONS = new Map<number, Reason>(
  Object.entries(CODES).flatMap(([reason, codes]) => codes.map((code) => [code, reason as Reason])),
)

/** Errors before a connection stood: nothing was written. */
const NOT_REACHED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UNREACHED)$/
const BAD_CERTIFICATE = /CERT|ALTNAME|SELF_SIGNED|ISSUER|ERR_TLS/

/** An answer of the platform: its status, its `code`, and the seconds it asks to wait. */
interface Verdict {
  status: number
  code: number | undefined
  reset?: string | undefined
}

/** The failure an answer tells of. It is decided by `code`, by the status only where there is none; never by `msg`. */
export function failureOf({ status, code, reset }: Verdict): Undelivered {
  const known = code === undefined ? undefined : REASONS.get(code)
  const reason = known ?? byStatus(status)
  const seconds = Number.parseFloat(reset ?? '')
  const after = reason === 'later' && seconds > 0 ? Math.ceil(seconds * 1000) : undefined
  return new Undelivered(reason, String(code ?? `http-${status}`), after)
}

/** A gateway that gave up waiting (504) or an answer without a code does not say whether the call was done. */
function byStatus(status: number): Reason {
  if (status === 504 || status < 300) return 'unknown'
  if (status >= 500 || status === 429) return 'later'
  return [401, 403, 404, 407].includes(status) || (status >= 300 && status < 400)
    ? 'setup'
    : 'content'
}

/** The failure of a call that got no answer: before the connection stood it can be made again, later it may have arrived. */
export function brokenOff(code: string): Undelivered {
  if (NOT_REACHED.test(code)) return new Undelivered('later', code)
  return new Undelivered(BAD_CERTIFICATE.test(code) ? 'setup' : 'unknown', code || 'broken')
}

/** The same failure of a call that can be made twice without harm: what is unknown is simply tried again. */
export function repeatable(failure: unknown): unknown {
  if (!(failure instanceof Undelivered) || failure.reason !== 'unknown') return failure
  return new Undelivered('later', failure.code, failure.after)
}
