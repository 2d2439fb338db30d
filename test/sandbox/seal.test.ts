import { createDecipheriv, createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { encrypt, sign } from '../../src/sandbox/seal.ts'
import { oddly } from '../../src/sandbox/whitespace.ts'

const KEY = 'test key'
const IV = Uint8Array.from({ length: 16 }, (_, index) => index)
const PLAIN = '{"challenge":"督办-1","token":"vtok","type":"url_verification"}'
const SEALED =
  'AAECAwQFBgcICQoLDA0OD3RxEPf3qlgb4PLwN+eVw6Q95u0E4rpDBFTFrudySNqz1NYBufrJtZooSDW4dh5gBS33BA/SD7NJbh9SgfSt5JJx/nXqIbYGicJ+x0Yq8ZFj'

test('encrypts as the known vectors say', () => {
  expect(encrypt(PLAIN, KEY, IV)).toBe(SEALED)
  const official = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk='
  const iv = Buffer.from(official, 'base64').subarray(0, 16)
  expect(encrypt('hello world', KEY, iv)).toBe(official)
})

test('signs the raw bytes: the same JSON spelled otherwise has another signature', () => {
  expect(sign('1700000000', 'nonce1', KEY, `{ "encrypt": "${SEALED}" }`)).toBe(
    'e406b90e51bc98430d7a430216a639122f6f2fb67db69be4194320e280a5a347',
  )
  expect(sign('1700000000', 'nonce1', KEY, `{"encrypt":"${SEALED}"}`)).toBe(
    'df97f78e1b2c58bc9ab1bbf3c953dcd711bd6cfd7525cd9f40098295563fcca7',
  )
})

test('every length of text survives encryption', () => {
  for (let length = 0; length < 40; length += 1) {
    const text = '督'.repeat(length)
    const sealed = Buffer.from(encrypt(text, KEY, IV), 'base64')
    const key = createHash('sha256').update(KEY).digest()
    const cipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, 16))
    expect(cipher.update(sealed.subarray(16), undefined, 'utf8') + cipher.final('utf8')).toBe(text)
  }
})

test('odd spellings are valid JSON for the same value, and all differ', () => {
  const value = { url: 'https://a/b', 名: ['督/办', 1, null, { deep: [] }], quote: '"\\ \n 😀' }
  const spellings = [0, 0.2, 0.4, 0.6, 0.8, 0.999].map((chance) => oddly(value, chance))
  for (const spelling of spellings) expect(JSON.parse(spelling)).toEqual(value)
  expect(new Set(spellings).size).toBe(5)
})
