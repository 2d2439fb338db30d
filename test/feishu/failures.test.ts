import { describe, expect, it } from 'vitest'
import { Undelivered } from '../../src/bot/message.ts'
import { brokenOff, failureOf, repeatable } from '../../src/feishu/failures.ts'

const reason = (code: number | undefined, status = 400, reset?: string) =>
  failureOf({ status, code, reset })

describe('an answer of the platform', () => {
  it.each([
    ['later', [99991400, 230020, 230049, 11232, 1000040343, 99991663, 99991665, 99991671]],
    [
      'gone',
      [
        230002, 230013, 230018, 230035, 230029, 230034, 230038, 230053, 232009, 230075, 230054,
        99992351, 99992361, 99992364,
      ],
    ],
    ['content', [230001, 230022, 230025, 230028, 230055, 230099]],
    ['setup', [230006, 230027, 99991672, 99991401, 99991403, 99991662, 99991673, 10003, 10014]],
    ['expired', [230031, 230011, 230110, 231003, 230050]],
  ])('means %s', (expected, codes) => {
    for (const code of codes) expect([code, reason(code).reason]).toEqual([code, expected])
  })

  it('is decided by its code even under a server’s status', () => {
    expect(reason(230099, 500)).toMatchObject({ reason: 'content', code: '230099' })
  })

  it('with a code nobody knows is decided by its status', () => {
    expect(reason(7, 400).reason).toBe('content')
    expect(reason(7, 503).reason).toBe('later')
    expect(reason(7, 403).reason).toBe('setup')
    expect(reason(undefined, 404)).toMatchObject({ reason: 'setup', code: 'http-404' })
  })

  it('at the limit waits as long as it asks, with any code', () => {
    expect(reason(99991400, 429, '12')).toMatchObject({ reason: 'later', after: 12_000 })
    expect(reason(99991400, 400, '0.5').after).toBe(500)
    expect(reason(7, 429)).toMatchObject({ reason: 'later', after: undefined })
    expect(reason(99991403, 429).reason).toBe('setup')
    expect(reason(99991400, 429, 'soon').after).toBeUndefined()
    expect(reason(230099, 400, '12').after).toBeUndefined()
  })
})

describe('a call that got no answer', () => {
  it.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['EAI_AGAIN', 'later'],
    ['UNREACHED', 'later'],
    ['EHOSTUNREACH', 'later'],
    ['ECONNRESET', 'unknown'],
    ['EPIPE', 'unknown'],
    ['ECONNABORTED', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['ERR_CANCELED', 'unknown'],
    ['', 'unknown'],
    ['CERT_HAS_EXPIRED', 'setup'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'setup'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'setup'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'setup'],
  ])('for %j is %s', (code, expected) => {
    expect(brokenOff(code).reason).toBe(expected)
  })

  it('but can be repeated is tried later; everything else stays what it is', () => {
    expect(repeatable(new Undelivered('unknown', 'x', 5))).toMatchObject({
      reason: 'later',
      code: 'x',
      after: 5,
    })
    const gone = new Undelivered('gone', 'x')
    const fault = new TypeError('x')
    expect(repeatable(gone)).toBe(gone)
    expect(repeatable(fault)).toBe(fault)
  })
})
