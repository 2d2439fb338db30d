/** How a delivery ended: sent, tried again, held as unknown, or dead with a reason; and what follows from it. */
import type { Stray } from '../domain/remind/stray.ts'
import type { Leased, Letter } from '../store/outbox.ts'
import type { Bound } from '../store/store.ts'
import { plainer } from '../views/plain.ts'
import { refusalLines } from '../views/refusal.ts'
import { ailingPostCard } from '../views/undelivered.ts'
import { isVain, MOST_TRIES } from './errand.ts'
import type { LedgerOrder } from './ledger-file.ts'
import { tooLong } from './ledger-paper.ts'
import type { Content, Sent } from './message.ts'
import { HELD_BACK, Undelivered } from './message.ts'
import type { Office } from './office.ts'
import { openTurn } from './open-turn.ts'
import { packArrived } from './pack-cards.ts'
import { chatOf, personOf, privatePlace } from './place.ts'
import { TOO_HEAVY } from './printed.ts'
import { patch, showAgain, stepBack } from './show.ts'
import { alertArrived, isAlert, numberStray, showStray, toldOf, whomOf } from './stray-alerts.ts'
import { sendingCard } from './turn.ts'

/** The platform remembers a uuid for an hour; after 50 minutes a second try could be a second message. */
const SAME_UUID = 50 * 60_000
/** What may be done twice without anybody seeing it twice. */
const HARMLESS = new Set(['patch', 'react', 'recall', 'download', 'lookup', 'read', 'leave'])

/** An edit that is not sent after all, because its message shows a newer state. */
export async function dropped(office: Office, letter: Leased, reason: string): Promise<void> {
  const end = { state: 'cancelled' as const, reason, done: office.now() }
  await office.store.turn(async (store) => {
    // An earlier try may have reached the platform, and after the newer state.
    if ((await store.outbox.finish(letter, end)) && letter.attempts > 1)
      await edited(office, store, letter)
  })
}

/** Writes the end of a delivery and gives when it is tried again, if it is; when the lease was lost meanwhile, nothing. */
export async function ended(
  office: Office,
  letter: Leased,
  outcome: Sent | Undelivered,
): Promise<number | undefined> {
  const result = outcome instanceof Undelivered ? outcome.reason : 'sent'
  office.meters.delivered.inc({ result })
  return office.store.turn(async (store) => {
    if (outcome instanceof Undelivered) return failed(office, store, letter, outcome)
    return void (await sent(office, store, letter, outcome))
  })
}

/** A letter to one who wished to stay unnamed: when it has ended, well or not, nobody can read whose it was. */
const isUnkept = (letter: Leased): boolean => (letter.body as { unkept?: boolean }).unkept === true

/** The group is none of ours any more: nothing is sent there, however long ago its goodbye was forgotten. */
async function hasLeft(store: Bound, place: string): Promise<void> {
  const group = await store.chats.get(chatOf(place) ?? '')
  if (group) await store.chats.save({ ...group, gone: true })
}

async function sent(office: Office, store: Bound, letter: Leased, outcome: Sent): Promise<void> {
  const now = office.now()
  const end = { state: 'sent' as const, message: outcome.message ?? null, done: now }
  if (!(await store.outbox.finish(letter, end))) return
  if (isUnkept(letter)) return store.outbox.erase(letter.key)
  if (letter.kind === 'patch' && letter.rev !== null) return edited(office, store, letter)
  if (letter.kind === 'leave') return hasLeft(store, letter.place)
  if (letter.kind === 'send' && outcome.message) await bubbled(store, letter, outcome.message, now)
  const arrival = { key: `sent:${letter.key}`, way: '投递' }
  if (letter.key.startsWith('agenda:'))
    await packArrived(await openTurn(office, store, arrival), letter.key)
  if (isAlert(letter.key)) await alertArrived(await openTurn(office, store, arrival), letter)
  if (letter.matter === null || !outcome.message) return
  await store.messages.add({
    message: outcome.message,
    place: letter.place,
    matter: letter.matter,
    rev: letter.rev ?? 0,
    at: now,
    state: letter.rev === null ? 'told' : 'living',
  })
  if (letter.rev === null) return
  const matter = await store.matters.get(letter.matter)
  if (!matter) return
  const turn = await openTurn(office, store, arrival)
  await stepBack(turn, matter, letter.place, outcome.message)
  // The matter moved on while its card was on the way: the card is brought up to date.
  if (matter.rev !== letter.rev) await showAgain(turn, matter)
}

/** The sentences to tap hang under the message that just arrived; as a letter of their own they hold up nothing. */
async function bubbled(store: Bound, letter: Leased, message: string, now: number): Promise<void> {
  const { bubbles = [] } = letter.body as { bubbles?: string[] }
  if (bubbles.length === 0) return
  const key = `${letter.key}~bubbles`
  const body = { message, bubbles }
  const place = `m:${message}`
  const own = { kind: 'follow-up' as const, matter: null, rev: null, nextTry: now }
  await store.outbox.put({ ...sameOf(letter), ...own, key, place, body }, now)
}

/** An edit got through; where a tap was answered with a newer card meanwhile, that one may lie under it and is put there again. */
async function edited(office: Office, store: Bound, letter: Leased): Promise<void> {
  const { message } = letter.body as { message: string }
  const shown = await store.messages.about([message])
  if (!shown || shown.rev <= (letter.rev ?? 0))
    return store.messages.shows(message, letter.rev ?? 0)
  const matter =
    shown.state === 'living' && letter.matter !== null
      ? await store.matters.get(letter.matter)
      : undefined
  if (!matter) return
  const turn = await openTurn(office, store, { key: `sent:${letter.key}`, way: '投递' })
  await patch(turn, message, shown.place, matter)
}

async function failed(
  office: Office,
  store: Bound,
  letter: Leased,
  why: Undelivered,
): Promise<number | undefined> {
  const now = office.now()
  const { code } = why
  // The answer stands without its bubbles, and soon they would hang under an older message: no second try, no word.
  if (letter.kind === 'follow-up') {
    const reason = `气泡未能显示：${code}`
    await store.outbox.finish(letter, { state: 'cancelled', reason, done: now })
    return undefined
  }
  // Who asked has been told what cannot be had; only what lies with the app's settings is the keeper's.
  if (isVain(letter, why)) {
    const reason = `没有取到：${code}`
    await store.outbox.finish(letter, { state: 'cancelled', reason, done: now })
    return why.reason === 'setup' ? warnOfSetup(office, store, letter, code) : undefined
  }
  switch (why.reason) {
    case 'later':
      if (HELD_BACK.has(code)) return again(store, letter, now + (why.after ?? 0), code, true)
      if (letter.attempts >= MOST_TRIES) return dead(office, store, letter, `多次重试未成：${code}`)
      return again(store, letter, now + (why.after ?? backoff(letter.attempts)), code)
    case 'unknown':
      if (HARMLESS.has(letter.kind) || now - letter.firstTry < SAME_UUID) {
        if (letter.attempts >= MOST_TRIES) return dead(office, store, letter, `多次超时：${code}`)
        return again(store, letter, now + backoff(letter.attempts), code)
      }
      if (!(await store.outbox.finish(letter, { state: 'unknown', reason: code, done: now })))
        return undefined
      return astray(office, store, letter, 'unknown', `不能确定是否送达（${code}）`)
    case 'setup':
      if (letter.attempts >= MOST_TRIES) return dead(office, store, letter, `应用设置有误：${code}`)
      if (letter.attempts === 1) await warnOfSetup(office, store, letter, code)
      return again(store, letter, now + Math.max(60_000, backoff(letter.attempts)), code)
    case 'expired':
      await store.outbox.finish(letter, {
        state: 'cancelled',
        reason: `原消息已不可改：${code}`,
        done: now,
      })
      await store.messages.retire((letter.body as { message?: string }).message ?? '')
      return undefined
    case 'content':
      if (code === TOO_HEAVY) return tellTooLong(store, letter, now)
      return refused(office, store, letter, code)
    case 'gone':
      return dead(office, store, letter, `收件人不可达：${code}`)
  }
}

/** Who asked for a paper that the platform would not take reads how to ask for less. */
async function tellTooLong(store: Bound, letter: Leased, now: number): Promise<undefined> {
  const { code, say, tries } = tooLong(letter.body as LedgerOrder)
  const end = { state: 'cancelled' as const, reason: `未能制作：${say}`, done: now }
  if (!(await store.outbox.finish(letter, end))) return undefined
  const body = { content: { lines: refusalLines(say, code, tries) } }
  const key = `${letter.key}~told`
  await store.outbox.put({ ...sameOf(letter), kind: 'send', key, body, nextTry: now }, now)
  return undefined
}

/** The letter as it was written, without its lease. */
function sameOf({ epoch: _, attempts: __, firstTry: ___, created: ____, ...same }: Leased): Letter {
  return same
}

/** A content that the platform refuses goes out once more as plain lines, under a key of its own. */
async function refused(office: Office, store: Bound, letter: Leased, code: string) {
  const content = (letter.body as { content?: Content }).content
  const lines = content && 'card' in content ? plainer(content.card) : undefined
  if (!lines) return dead(office, store, letter, `内容被平台拒绝：${code}`)
  const done = office.now()
  const end = { state: 'dead' as const, reason: `卡片被平台拒绝：${code}，已改发文字`, done }
  if (!(await store.outbox.finish(letter, end))) return undefined
  await store.outbox.put(
    {
      ...sameOf(letter),
      key: `${letter.key}~plain`,
      body: { ...(letter.body as object), content: { lines } },
      rev: null,
      nextTry: office.now(),
    },
    office.now(),
  )
  return undefined
}

async function again(
  store: Bound,
  letter: Leased,
  nextTry: number,
  reason: string,
  untried = false,
) {
  const kept = await store.outbox.finish(letter, { state: 'ready', nextTry, reason, untried })
  return kept ? nextTry : undefined
}

async function dead(office: Office, store: Bound, letter: Leased, reason: string) {
  const end = { state: 'dead' as const, reason, done: office.now() }
  return (await store.outbox.finish(letter, end))
    ? astray(office, store, letter, 'dead', reason)
    : undefined
}

/** Given up: who can do something about it is shown it, and may say what becomes of it. */
async function astray(
  office: Office,
  store: Bound,
  letter: Leased,
  state: Stray['state'],
  what: string,
): Promise<undefined> {
  if (isUnkept(letter)) {
    await store.outbox.erase(letter.key)
    return undefined
  }
  office.log.warn({ key: letter.key, kind: letter.kind, what }, 'undelivered')
  if (letter.key.startsWith('alert:')) return undefined
  const turn = await openTurn(office, store, { key: `alert:${letter.key}`, way: '投递' })
  const stray = { state, what, first: letter.firstTry, at: turn.now }
  await showStray(turn, await numberStray(turn, letter, stray))
  return undefined
}

/** It is tried again, but somebody has to look after the app's settings. */
async function warnOfSetup(office: Office, store: Bound, letter: Leased, code: string) {
  const what = `应用设置有误（${code}）`
  office.log.warn({ key: letter.key, kind: letter.kind, what }, 'undelivered')
  if (letter.key.startsWith('alert:') || isUnkept(letter)) return undefined
  const turn = await openTurn(office, store, { key: `alert:${letter.key}`, way: '投递' })
  const person = personOf(letter.place) ?? null
  const card = ailingPostCard(await whomOf(turn, letter.place), letter.matter, what)
  for (const one of toldOf(turn, person, false))
    await turn.post({
      kind: 'send',
      place: privatePlace(one.id),
      body: sendingCard(card),
      class: 'notice',
      key: `alert:${letter.place}:${turn.today}:${one.id}`,
    })
  return undefined
}

/** 2 s, 4 s, 8 s … up to ten minutes. */
const backoff = (attempts: number): number => Math.min(600_000, 1000 * 2 ** Math.min(attempts, 12))
