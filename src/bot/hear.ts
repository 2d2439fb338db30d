/** Hear: a sentence, a tap, a reaction or a dropped file becomes one turn, kept before it is acknowledged. */
import { Asked, Declined } from '../domain/declined.ts'
import type { Bound } from '../store/store.ts'
import { Unkept } from '../store/unkept.ts'
import { type Refusal, refuseSaid, refuseTapped } from './answer.ts'
import { fault } from './fault.ts'
import { heardFetched, heardMoved, heardReaction, heardRecalled } from './hear-others.ts'
import { heardSaid } from './hear-said.ts'
import { heardTapped } from './hear-tapped.ts'
import type { Hear, Heard, Incoming } from './message.ts'
import type { Office } from './office.ts'
import type { Spoken } from './turn.ts'

/** The ear of an office: resolves after COMMIT; rejects when nothing could be kept, so that it is sent again. */
export function hearing(office: Office): Hear {
  return async (incoming) => {
    office.step('hear:arrived')
    const done = office.meters.turnSeconds.startTimer()
    const heard = await hearKept(office, incoming)
    done()
    office.step('hear:committed')
    office.meters.heard.inc({ outcome: heard.outcome })
    office.log.info({ key: incoming.key, kind: incoming.kind, outcome: heard.outcome }, 'heard')
    office.nudge()
    return heard
  }
}

/**
 * A connection that broke under the turn is no fault of the sentence: it is heard once more on another. Should the
 * first COMMIT have gone through after all, the key is taken and nothing happens twice.
 */
async function hearKept(office: Office, incoming: Incoming): Promise<Heard> {
  try {
    return await hearOnce(office, incoming)
  } catch (error) {
    if (!(error instanceof Unkept && error.ailment === 'lost')) throw error
    return hearOnce(office, incoming)
  }
}

/** What the speaker's turn looked like when it was declined, so that the no goes back the same way. */
interface Attempt {
  turn?: Spoken
}

async function hearOnce(office: Office, incoming: Incoming): Promise<Heard> {
  const attempt: Attempt = {}
  try {
    return await office.store.turn(async (store) => {
      if (!(await store.inbox.take(incoming.key, office.now()))) return { outcome: 'duplicate' }
      office.step('hear:taken')
      const heard = await dispatch(office, store, incoming, (turn) => {
        attempt.turn = turn
      })
      if (heard.outcome !== 'acted') await store.inbox.note(incoming.key, heard.outcome)
      office.step('hear:answered')
      return heard
    })
  } catch (error) {
    if (error instanceof Unkept) throw error
    if (!(error instanceof Declined)) return fault(office, incoming, attempt.turn, error)
    return decline(office, incoming, attempt.turn, error)
  }
}

function dispatch(
  office: Office,
  store: Bound,
  incoming: Incoming,
  began: (turn: Spoken) => void,
): Promise<Heard> {
  switch (incoming.kind) {
    case 'said':
      return heardSaid(office, store, incoming, began)
    case 'tapped':
      return heardTapped(office, store, incoming, began)
    case 'reacted':
      return heardReaction(office, store, incoming)
    case 'recalled':
      return heardRecalled(store, incoming)
    case 'joined':
    case 'left':
      return heardMoved(office, store, incoming)
    case 'fetched':
      return heardFetched(office, store, incoming, began)
  }
}

/** The turn was rolled back; in its place the key and the polite no are written. */
async function decline(
  office: Office,
  incoming: Incoming,
  turn: Spoken | undefined,
  error: Declined,
): Promise<Heard> {
  const refusal: Refusal = {
    code: error.code,
    say: error.say,
    tries: error.tries,
    choices: error instanceof Asked ? error.choices : [],
    aside: error instanceof Asked && error.aside,
  }
  return office.store.turn(async (store) => {
    if (!(await store.inbox.take(incoming.key, office.now()))) return { outcome: 'duplicate' }
    await store.inbox.note(incoming.key, 'refused')
    if (!turn) return silentNo(incoming, error.say)
    const again = turn.reopened(store)
    if (incoming.kind === 'tapped') return refuseTapped(again, refusal)
    const heard = await refuseSaid(again, refusal)
    if (turn.understood) heard.understood = turn.understood
    return error instanceof Asked ? { ...heard, asks: true } : heard
  })
}

/** To somebody who is not of the house there is no chat to write to by person; a tap still gets its toast. */
function silentNo(incoming: Incoming, say: string): Heard {
  const heard: Heard = { outcome: 'refused', reply: say }
  return incoming.kind === 'tapped' ? { ...heard, toast: { type: 'warning', content: say } } : heard
}
