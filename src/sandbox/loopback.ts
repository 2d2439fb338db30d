/** Nobody but this machine: names that were rebound to 127.0.0.1 and pages of other origins are turned away. */
import type { IncomingMessage } from 'node:http'

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Whether a request comes from this machine: a local Host, and no Origin but a local one. */
export function isLocal(host: string | undefined, origin: string | undefined): boolean {
  if (!LOCAL.test(host ?? '')) return false
  if (origin === undefined) return true
  return origin === `http://${host}`
}

/** The same for a connection that asks to become a WebSocket. */
export function isLocalRequest({ headers }: IncomingMessage): boolean {
  return isLocal(headers.host, headers.origin)
}
