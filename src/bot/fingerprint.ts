/** The fingerprint of a text: SHA-256 over its UTF-8, the same on every machine. */
import { createHash } from 'node:crypto'

/** Sixty-four hexadecimal digits. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')
