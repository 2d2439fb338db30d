/** The seal on what the platform pushes: its signature over the raw bytes, and the encryption under it. */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** The three headers of a signature; undefined where one is missing. */
export interface Signature {
  timestamp: string | undefined
  nonce: string | undefined
  signature: string | undefined
}

/** Checks and opens with one Encrypt Key. */
export interface Seal {
  /** Whether the raw bytes carry this office's signature (constant time). */
  fits(raw: Uint8Array, signed: Signature): boolean
  /** The plain text inside `encrypt`; undefined where it cannot be opened. */
  open(encrypt: string): string | undefined
}

const BLOCK = 16
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** SHA-256 over timestamp, nonce, key and raw body; AES-256-CBC under SHA-256 of the key (feishu-platform.md 1.4, 1.5). */
export function seal(encryptKey: string): Seal {
  const key = createHash('sha256').update(encryptKey).digest()
  return { fits, open }

  function fits(raw: Uint8Array, { timestamp, nonce, signature }: Signature): boolean {
    if (timestamp === undefined || nonce === undefined || signature?.length !== 64) return false
    const given = Buffer.from(signature, 'hex')
    const due = createHash('sha256')
      .update(timestamp + nonce + encryptKey)
      .update(raw)
      .digest()
    return given.length === due.length && timingSafeEqual(given, due)
  }

  function open(encrypt: string): string | undefined {
    if (!BASE64.test(encrypt)) return undefined
    const sealed = Buffer.from(encrypt, 'base64')
    if (sealed.length < 2 * BLOCK || sealed.length % BLOCK !== 0) return undefined
    const decipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, BLOCK))
    try {
      const head = decipher.update(sealed.subarray(BLOCK))
      const tail = decipher.final()
      return Buffer.concat([head, tail]).toString('utf8')
    } catch {
      return undefined
    }
  }
}

/** Whether two secrets are the same; the time it takes tells nothing about where they differ. */
export function sameSecret(given: string, due: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(due))
}
