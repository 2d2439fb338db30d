/** The seal on what the platform pushes: its signature over the raw bytes, and the encryption under it. */
import { createDecipheriv, hash, timingSafeEqual } from 'node:crypto'

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

/** SHA-256 over timestamp, nonce, key and raw body; AES-256-CBC under SHA-256 of the key (feishu-platform.md 1.4, 1.5). */
export function seal(encryptKey: string): Seal {
  const key = hash('sha256', encryptKey, 'buffer')
  return { fits, open }

  function fits(raw: Uint8Array, { timestamp, nonce, signature }: Signature): boolean {
    if (timestamp === undefined || nonce === undefined || signature === undefined) return false
    const signed = Buffer.concat([Buffer.from(timestamp + nonce + encryptKey), raw])
    return isSecret(signature, Buffer.from(hash('sha256', signed, 'hex')))
  }

  function open(encrypt: string): string | undefined {
    const sealed = Buffer.from(encrypt, 'base64')
    if (sealed.length < BLOCK) return undefined
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

/** Whether a text is the secret, in constant time; only its length can be told from the time it takes. */
export function isSecret(given: string, secret: Uint8Array): boolean {
  const bytes = Buffer.from(given)
  return bytes.length === secret.length && timingSafeEqual(bytes, secret)
}
