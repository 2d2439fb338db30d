import { describe, expect, it } from 'vitest'
import { isSecret, seal } from '../../src/feishu/seal.ts'
import { encrypted } from './platform.ts'

const lock = seal('test key')

describe('the seal', () => {
  it('opens what the documents publish', () => {
    expect(lock.open('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world')
  })

  it.each([0, 1, 15, 16, 17, 1000, 100_000])('opens a text of %d bytes whole', (size) => {
    const plain = Buffer.alloc(size, '督办').toString('latin1')
    expect(lock.open(encrypted(plain))).toBe(plain)
  })

  it.each([
    ['nothing', ''],
    ['less than a block', 'AAAA'],
    ['an IV and nothing else', Buffer.alloc(16).toString('base64')],
    ['a block and a half', Buffer.alloc(40).toString('base64')],
    ['blocks with no padding at their end', Buffer.alloc(48).toString('base64')],
    ['what is no base64', '!!!!!!!!'],
  ])('does not open %s', (_, sealed) => {
    expect(lock.open(sealed)).toBeUndefined()
  })
})

describe('a secret', () => {
  it.each([
    ['vtok', true],
    ['vtoK', false],
    ['vto', false],
    ['vtokk', false],
    ['', false],
    ['督办', false],
  ])('is %j: %s', (given, expected) => {
    expect(isSecret(given, Buffer.from('vtok'))).toBe(expected)
  })
})
