/**
 * `npm run bench:pacing`: a page for each of many groups through the real post and pace, on a turned clock, to a
 * platform that counts; while somebody asks something twice a second (performance.md 3).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { deliverer } from '../bot/deliver.ts'
import type { Send } from '../bot/message.ts'
import type { Api } from '../feishu/api.ts'
import { failureOf } from '../feishu/failures.ts'
import { fields, word } from '../feishu/loose.ts'
import { openPace } from '../feishu/pace.ts'
import { openSend, rateOf } from '../feishu/send.ts'
import { furnished } from '../furnished.ts'
import { Pace } from '../sandbox/pace.ts'
import { Refusal } from '../sandbox/refusals.ts'
import { openStore } from '../store/open.ts'
import { writeSection } from './delivery-page.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'

const LETTERS = 3500
const ASKED_EVERY = 500
const MINUTE = 60_000
const MINUTES = 3
const BEGIN = Date.parse('2026-11-23T08:20:00+08:00')

interface Measured {
  latency: number
  /** Of what 50/s allow until the first minute's share was used up, and of 1,000/min over all. */
  burst: number
  sustained: number
  refusals: number
  answers: number
  /** Milliseconds beyond the platform's own that answers waited. */
  worst: number
}

/** A platform that takes `latency` milliseconds each way together, and refuses what comes too fast. */
function platform(time: VirtualTime, latency: number) {
  const pace = new Pace(time.now)
  const taken: { at: number; to: string }[] = []
  let refusals = 0
  const call: Api['call'] = async ({ path, body }) => {
    await time.wait(latency / 2)
    const to = word(fields(body).receive_id) || path
    try {
      pace.app()
      pace.target(to)
      taken.push({ at: time.now(), to })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals += 1
      throw failureOf({ status: 429, code: error.code })
    } finally {
      await time.wait(latency / 2)
    }
    return { code: 0, data: { message_id: `om_${taken.length}` } }
  }
  const api: Api = { appId: 'cli_bench', call, bytes: async () => new Uint8Array() }
  return { api, taken, refusals: () => refusals }
}

async function measure(latency: number): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'duban-pacing-'))
  const store = await openStore(join(dir, 'pacing.db'))
  const time = virtualTime()
  const now = () => BEGIN + time.now()
  const log = pino({ level: 'silent' })
  const office = await furnished({ store, now, log, secret: 'bench' })
  const { api, taken, refusals } = platform(time, latency)
  const send: Send = openSend(api, openPace({ ...time, rate: rateOf }))
  const hear = () => Promise.reject(new Error('nothing is fetched here'))
  const post = deliverer(office, send, hear, 'bench', undefined, (ms) => {
    void time.wait(ms).then(() => post.deliver())
  })
  await store.turn(async ({ outbox }) => {
    for (let n = 0; n < LETTERS; n++) await outbox.put(letter(`page-${n}`, n, 'send', now()), now())
  })
  const asked = new Map<string, number>()
  void ask()
  void post.deliver()
  await time.runTo(MINUTES * MINUTE)
  await store.close()
  rmSync(dir, { recursive: true, force: true })

  const [, minute] = rateOf('app')
  const share = (minute?.most ?? 0) - (minute?.spare ?? 0)
  const waits = taken.flatMap(({ at, to }) => {
    const from = asked.get(to)
    return from === undefined ? [] : [at - from - latency / 2]
  })
  return {
    latency,
    burst: share / (50 * (1 + Math.floor(((taken[share - 1]?.at ?? 0) - latency / 2) / 1000))),
    sustained: taken.length / MINUTES / 1000,
    refusals: refusals(),
    answers: waits.length / asked.size,
    worst: Math.max(...waits),
  }

  /** Somebody asks, and the post is told, as a sentence does. */
  async function ask(): Promise<void> {
    for (let n = 0; ; n++) {
      await time.wait(ASKED_EVERY * (n % 40 < 6 ? 1 : 8))
      if (time.now() > MINUTES * MINUTE - 1000) return
      const one = letter(`answer-${n}`, n, 'reply', now())
      asked.set(`im/v1/messages/answer-${n}/reply`, time.now())
      await store.turn(({ outbox }) => outbox.put(one, now()))
      void post.deliver()
    }
  }
}

function letter(key: string, n: number, kind: 'send' | 'reply', nextTry: number) {
  const body = { message: key, content: { lines: ['今日待办 3 件'] } }
  const what = kind === 'send' ? ('scheduled' as const) : ('answer' as const)
  const about = { matter: null, rev: null }
  return { key, turn: key, n, kind, place: `g:oc_${key}`, body, ...about, class: what, nextTry }
}

const measured: Measured[] = []
for (const latency of [0, 40, 120]) measured.push(await measure(latency))

if (process.argv.includes('--json')) console.log(JSON.stringify(measured))
else
  await writeSection('Pace (`npm run bench:pacing`)', [
    `${LETTERS} pages to as many groups, all due at once, for ${MINUTES} minutes of a turned clock; meanwhile somebody asks`,
    'something every half second or every four. The platform allows 50 a second and 1,000 a minute.',
    '',
    '| the platform answers after | burst, of 50/s | sustained, of 1,000/min | refusals | answers sent | an answer waits at most |',
    '|---|---|---|---|---|---|',
    ...measured.map(
      ({ latency, burst, sustained, refusals, answers, worst }) =>
        `| ${latency} ms | ${percent(burst)} | ${percent(sustained)} | ${refusals} | ${percent(answers)} | ${Math.round(worst)} ms |`,
    ),
    '',
    'Bars: ≥ 97 % of both, no refusal, ≤ 200 ms.',
  ])

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
