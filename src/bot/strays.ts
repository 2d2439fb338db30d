/** 未送达: a letter that went astray ends by its keeper's word, which is kept. */
import { Declined } from '../domain/declined.ts'
import { judged, type Stray, type Verdict } from '../domain/remind/stray.ts'
import { nextOpen } from '../domain/time/window.ts'
import type { Letter, State } from '../store/outbox.ts'
import type { Standing } from '../store/strays.ts'
import { openStraysCard, strayNamed, verdictSaid } from '../views/undelivered.ts'
import { whenSaid } from '../views/words.ts'
import { Undelivered } from './message.ts'
import { outgoing } from './outgoing.ts'
import { record, type TakeBack } from './record.ts'
import type { Reply } from './reply.ts'
import { numberStray, showStray, tappedAlert } from './stray-alerts.ts'
import type { Spoken, Turn } from './turn.ts'

/** How many of the list one card shows. */
const SHOWN = 10

const verbs: Readonly<Record<Verdict, string>> = {
  resent: '重发',
  arrived: '已送达',
  dropped: '不再发送',
}

/** What became of a letter that nobody need decide on any more. */
const ends: Readonly<Record<Exclude<State, Stray['state']>, string>> = {
  ready: '正在发送',
  leased: '正在发送',
  sent: '已自行送达',
  cancelled: '已不必发送',
  folded: '已并入简报',
}

/** The keeper's word about one; said again, or where nothing is left to decide, it changes nothing. */
export async function judgeStray(turn: Spoken, id: number, verdict: Verdict): Promise<Reply> {
  const { store, actor, at } = turn
  const stray = await store.strays.get(id)
  if (!stray) throw new Declined('E-POST-2', `没有第${id}条未送达的消息。`, ['未送达'])
  const letter = await store.outbox.get(stray.letter)
  const was = await store.strays.standing(stray.letter)
  if (stray.verdict) return shown(turn, stray, `第${id}条已由${verdictSaid(stray, turn)}。`)
  if (!letter || !was)
    throw new Declined('E-POST-2', `第${id}条已过保存期，不能再处理。`, ['未送达'])
  if (was.state !== 'unknown' && was.state !== 'dead')
    return shown(turn, stray, `第${id}条${ends[was.state]}，不用处理。`)
  const after = judged(stray, verdict, { by: actor, at })
  const is = verdict === 'resent' ? sentAgain(turn, letter, was) : settled(turn, after, was)
  if (!(await store.strays.restand(stray.letter, was, is)))
    return shown(turn, stray, `第${id}条刚刚有了变化，请再看一看。`)
  await store.strays.save(after)
  const back = { what: 'stray', stray, was, is } as const
  await record(turn, { verb: verbs[verdict], text: `${strayNamed(stray)}${stray.what}`, back })
  await showStray(turn, after)
  return shown(
    turn,
    after,
    `${strayNamed(stray)}${doneSaid(turn, verdict, is)}10分钟内可说“撤销”。`,
  )
}

/** All that waits for a word; what has no number yet gets one. */
export async function openStrays(turn: Turn): Promise<Reply> {
  const { store, now } = turn
  for (const { state, reason, firstTry, done, ...letter } of await store.strays.unnumbered(SHOWN)) {
    const isUnknown = state === 'unknown'
    const why = reason ?? '原因不明'
    await numberStray(turn, letter, {
      state: isUnknown ? 'unknown' : 'dead',
      what: isUnknown ? `不能确定是否送达（${why}）` : why,
      first: firstTry ?? letter.nextTry,
      at: done ?? now,
    })
  }
  const { strays, count } = await store.strays.open(SHOWN)
  const card = openStraysCard(strays, count, turn)
  const line = count === 0 ? '没有未送达的消息。' : `未送达的消息${count}条待处理。`
  return { line, card, private: true, page: true }
}

/** Takes a keeper's word back; what has gone out once more cannot be. */
export async function unjudge(turn: Turn, back: Extract<TakeBack, { what: 'stray' }>) {
  const { stray, was, is } = back
  if (!(await turn.store.strays.restand(stray.letter, is, was)))
    throw new Declined('E-UNDO-3', `第${stray.id}条已经重发，不能撤销。`)
  await turn.store.strays.save(stray)
  await showStray(turn, stray)
}

/** As it was written, but known to the platform as another message: what it holds of the first must not swallow it. */
function sentAgain({ directory, calendar, now }: Turn, letter: Letter, was: Standing): Standing {
  if (outgoing(letter, directory) instanceof Undelivered)
    throw new Declined('E-POST-3', '收件人仍不在册，或没有匹配飞书账号，现在重发也送不到。', [
      '登记',
    ])
  const nextTry = letter.class === 'answer' ? now : nextOpen(now, calendar)
  const spent = was.spent + Math.max(was.attempts, 1)
  return { state: 'ready', reason: null, attempts: 0, spent, firstTry: null, nextTry, done: null }
}

const settled = (turn: Turn, stray: Stray, was: Standing): Standing => ({
  ...was,
  state: stray.verdict === 'arrived' ? 'sent' : 'cancelled',
  reason: verdictSaid(stray, turn),
  done: turn.now,
})

function doneSaid({ now, calendar }: Turn, verdict: Verdict, { nextTry }: Standing): string {
  if (verdict === 'arrived') return '记为已送达。'
  if (verdict === 'dropped') return '不再发送。'
  return nextTry > now ? `将于${whenSaid(nextTry, now, calendar)}重发。` : '即将重发。'
}

/** A tap shows its own card anew: the one about that place and day, else the list. */
async function shown(turn: Spoken, stray: Stray, line: string): Promise<Reply> {
  if (turn.tapped === undefined) return { line }
  const alert = await tappedAlert(turn, stray, turn.actor.id)
  return alert ? { line, card: alert, page: true } : { ...(await openStrays(turn)), line }
}
