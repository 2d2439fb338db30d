/** How a push is encrypted and signed (feishu-platform.md 1.4 and 1.5). */
import { createCipheriv, createHash } from 'node:crypto'

/** Base64 of IV and AES-256-CBC ciphertext under SHA-256 of the Encrypt Key. `iv` is 16 bytes. */
export function encrypt(plain: string, encryptKey: string, iv: Uint8Array): string {
  const key = createHash('sha256').update(encryptKey, 'utf8').digest()
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** Hex SHA-256 over timestamp, nonce, Encrypt Key and the raw bytes of the body. */
export function sign(
  timestamp: string,
  nonce: string,
  encryptKey: string,
  raw: string | Uint8Array,
): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(raw)
    .digest('hex')
}
