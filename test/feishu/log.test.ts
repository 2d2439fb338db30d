import { describe, expect, it } from 'vitest'
import { redacting } from '../../src/feishu/log.ts'

function logger(secret = 's3cret-of-the-app') {
  const lines: [string, unknown][] = []
  const heard: string[] = []
  const log = redacting(
    (level, _, facts) => lines.push([level, facts?.text]),
    secret,
    (text) => heard.push(text),
  )
  return { log, lines, heard }
}

describe('what the SDK logs', () => {
  it('passes as short text with its level', () => {
    const { log, lines } = logger()
    log.error(['[ws]', 'connect failed'])
    log.warn('no pong\n  in time')
    log.info([['client ready']])
    expect(lines).toEqual([
      ['error', '[ws] connect failed'],
      ['warn', 'no pong in time'],
      ['info', 'client ready'],
    ])
  })

  it('loses every object: they hold requests, secrets and messages', () => {
    const { log, lines } = logger()
    log.error([{ config: { data: '{"app_secret":"x"}' } }], new Error('boom'))
    log.error('failed', { headers: { Authorization: 'Bearer t-1' } })
    expect(lines).toEqual([['error', 'failed']])
  })

  it('loses the secret, tokens and addresses inside texts', () => {
    const { log, lines } = logger()
    log.info(
      'secret s3cret-of-the-app token t-g1041l9DGV7 Bearer abc.def at wss://a.cn/x?ticket=1 end',
    )
    expect(lines).toEqual([['info', 'secret … token … … at … end']])
  })

  it('is cut, and nothing below info is written, though it is heard', () => {
    const { log, lines, heard } = logger('')
    log.debug('[ws]', 'receive message, data: 不可外传')
    log.trace(['[ws]', 'receive pong'])
    log.info('长'.repeat(500))
    expect(lines.map(([, text]) => String(text).length)).toEqual([160])
    expect(heard.slice(0, 2)).toEqual(['[ws] receive message, data: 不可外传', '[ws] receive pong'])
  })
})
