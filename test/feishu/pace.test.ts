import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPace, type Rate } from '../../src/feishu/pace.ts'
import { rateOf } from '../../src/feishu/send.ts'

/** A pace on a clock that moves only when everybody waits. */
function paced(rate: (name: string) => Rate[]) {
  let now = 0
  const alarms: { at: number; ring: () => void }[] = []
  const wait = (ms: number) =>
    new Promise<void>((ring) => {
      alarms.push({ at: now + ms, ring })
    })
  const pace = openPace({ now: () => now, wait, rate })
  const done: { who: string; at: number }[] = []
  const turn = (who: string, names: string[], first = false) =>
    pace.turn(names, first).then(
      (answered) => {
        done.push({ who, at: now })
        return answered
      },
      (error) =>
        void done.push({ who: `${who} ${error.reason} ${error.code} ${error.after}`, at: now }),
    )
  /** Lets everything that is ready happen, then moves the clock from alarm to alarm. */
  const run = async (until = Number.POSITIVE_INFINITY) => {
    for (;;) {
      for (let tick = 0; tick < 10; tick += 1) await Promise.resolve()
      alarms.sort((a, b) => a.at - b.at)
      if (!alarms[0] || alarms[0].at > until) break
      now = alarms[0].at
      alarms.shift()?.ring()
    }
    if (until !== Number.POSITIVE_INFINITY) now = until
  }
  return {
    turn,
    run,
    done,
    at: () => done.map((one) => one.at),
    who: () => done.map((one) => one.who),
  }
}

const two = () => [{ most: 2, within: 1000 }]

describe('the pace', () => {
  it('lets so many through at once and the next when the first is old enough', async () => {
    const { turn, run, at } = paced(two)
    for (const who of 'abcde') turn(who, ['x'])
    await run()
    expect(at()).toEqual([0, 0, 1000, 1000, 2000])
  })

  it('counts a call from its answer: when it arrived before that, nobody knows', async () => {
    const { turn, run, at } = paced(two)
    const slow = turn('a', ['x'])
    turn('b', ['x'])
    await run(400)
    ;(await slow)?.()
    turn('c', ['x'])
    turn('d', ['x'])
    await run()
    expect(at()).toEqual([0, 0, 1000, 1400])
  })

  it('does not wait twice for what every call takes, once that is known', async () => {
    const { turn, run, at } = paced(() => [{ most: 60, within: 1000 }])
    const slow = Array.from({ length: 60 }, () => turn('a', ['x']))
    await run(40)
    for (const one of slow) (await one)?.()
    turn('b', ['x'])
    for (let n = 0; n < 59; n += 1) turn('c', ['x'])
    await run()
    // The first forty-nine are counted from their answers: too few are known by then.
    expect([60, 70, 71, 119].map((n) => at()[n])).toEqual([1000, 1000, 1040, 1040])
  })

  it('counts any stretch of time, not only whole seconds', async () => {
    const { turn, run, at } = paced(two)
    turn('a', ['x'])
    await run(900)
    turn('b', ['x'])
    turn('c', ['x'])
    turn('d', ['x'])
    await run()
    expect(at()).toEqual([0, 900, 1000, 1900])
  })

  it('of one chat does not hold up another', async () => {
    const { turn, run, who } = paced(two)
    for (const name of ['a', 'b', 'c']) turn(name, ['x'])
    turn('other', ['y'])
    await run(0)
    expect(who()).toEqual(['a', 'b', 'other'])
  })

  it('lets answers go before everything that waits', async () => {
    const { turn, run, who } = paced(two)
    for (const name of ['a', 'b', 'c', 'd']) turn(name, ['x'])
    turn('answer', ['x'], true)
    turn('second answer', ['x'], true)
    await run()
    expect(who()).toEqual(['a', 'b', 'answer', 'second answer', 'c', 'd'])
  })

  it('keeps every limit a call counts against', async () => {
    const limits: Record<string, Rate[]> = {
      app: [
        { most: 3, within: 1000 },
        { most: 4, within: 60_000 },
      ],
      x: [{ most: 2, within: 1000 }],
    }
    const { turn, run, at } = paced((name) => limits[name] ?? [])
    for (const who of 'abcd') turn(who, ['app', 'x'])
    await run()
    expect(at()).toEqual([0, 0, 1000, 1000])
  })

  it('refuses at once what would wait more than ten seconds, and says how long', async () => {
    const { turn, run, done } = paced(two)
    for (let n = 0; n < 22; n += 1) turn(String(n), ['x'])
    turn('too late', ['x'])
    await run(0)
    expect(done.filter((one) => one.who.includes('late'))).toEqual([
      { who: 'too late later pace 11000', at: 0 },
    ])
    await run()
    expect(done.at(-1)).toEqual({ who: '21', at: 10_000 })
  })

  it('does not count those who wait against an answer', async () => {
    const { turn, run, done } = paced(two)
    for (let n = 0; n < 22; n += 1) turn(String(n), ['x'])
    turn('answer', ['x'], true)
    await run()
    expect(done.find((one) => one.who === 'answer')).toEqual({ who: 'answer', at: 1000 })
  })

  it('keeps some calls for answers, within the limit of all', async () => {
    const { turn, run, done } = paced(() => [{ most: 3, within: 1000, spare: 1 }])
    for (const who of 'abc') turn(who, ['x'])
    await run(500)
    turn('answer', ['x'], true)
    turn('second answer', ['x'], true)
    await run()
    expect(done.map(({ who, at }) => `${who} ${at}`)).toEqual([
      'a 0',
      'b 0',
      'answer 500',
      'second answer 1000',
      'c 1500',
    ])
  })

  it('gives up on one that answers kept waiting too long', async () => {
    const { turn, run, done } = paced(() => [{ most: 1, within: 1000 }])
    turn('a', ['x'])
    turn('patient', ['x'])
    for (let second = 0; second <= 11; second += 1) {
      turn(`answer ${second}`, ['x'], true)
      await run(second * 1000 + 500)
    }
    await run()
    expect(done.filter((one) => one.who.startsWith('patient'))).toEqual([
      { who: expect.stringMatching(/^patient later pace \d+$/), at: expect.any(Number) },
    ])
  })

  it('forgets chats that are quiet, and only those', async () => {
    const { turn, run, at } = paced(two)
    for (let n = 0; n < 1500; n += 1) turn('quiet', [`chat ${n}`])
    await run(500)
    for (const who of 'abc') turn(who, ['busy'])
    await run(1200)
    for (let n = 0; n < 5; n += 1) turn('late', ['busy'])
    await run()
    expect(at().slice(1500)).toEqual([500, 500, 1500, 1500, 2500, 2500, 3500, 3500])
  })

  it('does not forget a chat that somebody still waits for', async () => {
    const limits: Record<string, Rate[]> = {
      app: [{ most: 1, within: 5000 }],
      x: [{ most: 1, within: 1000 }],
    }
    const { turn, run, done } = paced((name) => limits[name] ?? [{ most: 9, within: 10 }])
    turn('a', ['app', 'x'])
    turn('b', ['app', 'x'])
    await run(2000)
    for (let n = 0; n < 1500; n += 1) turn('quiet', [`chat ${n}`])
    await run(5000)
    turn('c', ['x'])
    await run()
    const spoken = done.filter((one) => one.who !== 'quiet')
    expect(spoken.map((one) => `${one.who} ${one.at}`)).toEqual(['a 0', 'b 5000', 'c 6000'])
  })

  it('never lets more through than the platform allows, whoever comes when', async () => {
    const comer = fc.record({ gap: fc.nat(300), to: fc.nat(2), first: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(comer, { maxLength: 120 }), async (comers) => {
        const { turn, run, done } = paced(rateOf)
        let now = 0
        for (const { gap, to, first } of comers) {
          turn(String(to), ['app', `to ${to}`], first)
          now += gap
          await run(now)
        }
        await run()
        expect(done).toHaveLength(comers.length)
        for (const to of ['0', '1', '2']) {
          const times = done.filter((one) => one.who === to).map((one) => one.at)
          for (const [n, at] of times.entries())
            expect(at - (times[n - 5] ?? -2000)).toBeGreaterThan(1000)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('uses the platform’s limits to at least 97 percent, whatever is kept for answers', () => {
    const [second, minute] = rateOf('app')
    const used = ({ most, within, spare = 0 }: Rate) => (most - spare) / within
    expect(used(second!)).toBeGreaterThan(0.97 * 0.05)
    expect(used(minute!)).toBeGreaterThan(0.97 / 60)
  })
})
