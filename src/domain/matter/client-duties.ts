/** What is owed to a client: a call the same day, an answer with the result, and a call-back once it is struck off. */
import type { Directory } from '../people/directory.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { nextWorkday } from '../time/workdays.ts'
import type { Matter } from './matter.ts'
import type { Client } from './sides.ts'

/** 联系、答复、回访. */
export type ClientDutyKind = 'contact' | 'answer' | 'callback'

interface ClientDuty {
  person: number
  kind: ClientDutyKind
  at: Instant
}

/** The client has not been told the result: who has to tell him; null where nobody waits for an answer. */
export const answersClient = ({ client, follower }: Pick<Matter, 'client' | 'follower'>) =>
  client && !client.answered ? (follower ?? client.firstAsked) : null

/** Back to work: what the client was told holds no longer, and the first-asked person follows anew. */
export const followedAnew = ({
  client,
  follower,
}: Pick<Matter, 'client' | 'follower'>): Pick<Matter, 'client' | 'follower'> =>
  client
    ? { client: { ...client, answered: null, satisfied: null }, follower: client.firstAsked }
    : { client, follower }

/** When a client is called back: the working day after, off the full and half hour. */
const CALLBACK_AT = '9:12'

/** What a matter's client is owed now, and by whom. */
export function clientDuties(matter: Matter, directory: Directory): ClientDuty[] {
  const { client } = matter
  if (!client) return []
  switch (matter.status) {
    case 'assigned':
    case 'signed':
    case 'in_progress': {
      if (client.contacted) return []
      const carrier = matter.handler ?? matter.proposed ?? directory.units.get(matter.lead)?.head
      const day = matter.steps.find((step) => step.ends === 'contact')
      return typeof carrier === 'number'
        ? [{ person: carrier, kind: 'contact', at: day?.due ?? matter.due }]
        : []
    }
    case 'completed': {
      const person = answersClient(matter)
      return person === null ? [] : [{ person, kind: 'answer', at: matter.due }]
    }
    case 'closed_out':
      return awaitsCallback(matter)
        ? [
            {
              person: callerOf(matter, client, directory),
              kind: 'callback',
              at: matter.closed ?? 0,
            },
          ]
        : []
    default:
      return []
  }
}

/** Struck off, the client answered, and not yet asked whether he is content; of a final no nobody asks. */
export const awaitsCallback = (matter: Matter): boolean =>
  matter.status === 'closed_out' &&
  matter.client?.answered != null &&
  matter.client.satisfied === null &&
  matter.refusal?.outcome !== 'final'

/** The moment at which the caller is reminded. */
export function callbackMoments(matter: Matter, now: Instant, calendar: Calendar): Instant[] {
  if (!awaitsCallback(matter) || matter.closed === null) return []
  const at = instantAt(nextWorkday(dayOf(matter.closed), calendar), CALLBACK_AT)
  return at > now ? [at] : []
}

/** Who calls back: the first-asked person, unless he did the work himself; then the counter, or the 督查室. */
export function callerOf(matter: Matter, client: Client, directory: Directory): number {
  const did = [matter.handler, matter.closing?.by]
  const others = [...directory.withRole('counter'), ...directory.withRole('supervisor')]
  const candidates = [client.firstAsked, ...others.map((one) => one.id)]
  return (
    candidates.find((id) => !did.includes(id) && directory.people.get(id)?.left === false) ??
    client.firstAsked
  )
}
