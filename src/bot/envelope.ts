/**
 * 回信地址: whom an anonymous word came from, so that its answer finds him. It is sealed with a key that is made of the
 * app's secret and lies in no database: whoever reads the tables, a backup or the history learns nothing from it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto'

export interface Envelopes {
  /** The person's number, sealed for this one suggestion. */
  seal(suggestion: number, person: number): string
  /** The person behind a seal; undefined where the key is another's now. */
  open(suggestion: number, sealed: string): number | undefined
}

const NONCE = 12
const TAG = 16

/** Envelopes under a secret. The nonce is made of what is sealed, so that no chance is needed and none repeats. */
export function envelopes(secret: string): Envelopes {
  const keyOf = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'duban', use, 32))
  const [key, mark] = [keyOf('return address'), keyOf('return address nonce')]
  const nonceOf = (suggestion: number, person: number) =>
    createHmac('sha256', mark).update(`${suggestion}:${person}`).digest().subarray(0, NONCE)
  const bound = (suggestion: number) => Buffer.from(`suggestion:${suggestion}`)
  return {
    seal(suggestion, person) {
      const nonce = nonceOf(suggestion, person)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(suggestion))
      // Always as long, so that the length tells nothing.
      const said = String(person).padStart(10, '0')
      const sealed = Buffer.concat([cipher.update(said, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(suggestion, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length <= NONCE + TAG) return undefined
      const nonce = bytes.subarray(0, NONCE)
      const opener = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound(suggestion))
      opener.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      try {
        const said = Buffer.concat([opener.update(bytes.subarray(NONCE + TAG)), opener.final()])
        const person = Number(said.toString('utf8'))
        return timingSafeEqual(nonce, nonceOf(suggestion, person)) ? person : undefined
      } catch {
        return undefined
      }
    },
  }
}
