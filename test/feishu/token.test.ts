import { describe, expect, it } from 'vitest'
import { type Grant, keepToken } from '../../src/feishu/token.ts'

const MINUTE = 60_000

function tokens(...grants: (Grant | Error)[]) {
  const clock = { now: 0 }
  let fetched = 0
  const kept = keepToken(
    async () => {
      const grant = grants[Math.min(fetched, grants.length - 1)]
      fetched += 1
      if (grant instanceof Error || !grant) throw grant
      return grant
    },
    () => clock.now,
  )
  return { ...kept, clock, fetched: () => fetched }
}

const life = (token: string, minutes: number): Grant => ({ token, expire: minutes * 60 })

describe('the token', () => {
  it('of a short life is used for half of it', async () => {
    const kept = tokens(life('a', 12), life('b', 12))
    await kept.get()
    kept.clock.now = 5 * MINUTE
    expect(await kept.get()).toBe('a')
    kept.clock.now = 6 * MINUTE
    expect(await kept.get()).toBe('b')
  })

  it('is used to its end when the new one cannot be had', async () => {
    const down = new Error('down')
    const kept = tokens(life('a', 120), down)
    await kept.get()
    kept.clock.now = 119 * MINUTE
    expect(await kept.get()).toBe('a')
    kept.clock.now = 120 * MINUTE
    await expect(kept.get()).rejects.toBe(down)
  })

  it('that could not be fetched is asked for again', async () => {
    const kept = tokens(new Error('down'), life('a', 120))
    await expect(kept.get()).rejects.toThrow('down')
    expect(await kept.get()).toBe('a')
  })

  it('is dropped when it is refused, but not for a refusal of the one before', async () => {
    const kept = tokens(life('a', 120), life('b', 120), life('c', 120))
    await kept.get()
    kept.refuse('a')
    expect(await kept.get()).toBe('b')
    kept.refuse('a')
    expect(await kept.get()).toBe('b')
    expect(kept.fetched()).toBe(2)
  })
})
