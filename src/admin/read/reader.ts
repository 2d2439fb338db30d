/** Reads sentences in an office without changing it: each is heard in a turn of its own that is rolled back. */
import { hearing } from '../../bot/hear.ts'
import type { Heard, Outcome } from '../../bot/message.ts'
import type { Office } from '../../bot/office.ts'
import { groupPlace } from '../../bot/place.ts'
import { rehearsal } from '../../bot/rehearse.ts'
import { fold } from '../../bot/sentence.ts'
import { formalAt } from '../../bot/slots/formal.ts'
import { isOpen, type Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Instant } from '../../domain/time/day.ts'
import { numberOf } from '../../domain/time/numerals.ts'
import { groups } from '../../sample/chats.ts'
import type { Bound } from '../../store/store.ts'
import { saidBy, withMentions } from './said.ts'
import { type Slots, slotsOf } from './slots.ts'
import { speakerMeant } from './speaker.ts'

/** A sentence, who says it and where; in a reply the matter whose card is answered. */
export interface Said {
  as: string
  in: 'group' | 'private' | 'reply'
  text: string
  addressed: boolean
  replyTo?: number | undefined
}

export interface Read {
  /** The command's file; null when nothing was commanded. */
  command: string | null
  slots: Slots
  outcome: 'act' | 'ask' | 'decline' | 'ignore' | 'fault'
  /** What the bot said; empty when it kept silent. */
  says: string
}

const outcomes: Record<Outcome, Read['outcome']> = {
  acted: 'act',
  refused: 'decline',
  ignored: 'ignore',
  duplicate: 'ignore',
  fault: 'fault',
}

/** A number before the words, and not one of a date or an amount: whose turn it is follows from it. */
const NUMBER = /^(?:\(?\d{1,2}[.、)](?!\d))?\D{0,12}?(\d{1,7})(?!\d|[月日年点%家]|[:.]\d|号[楼文])/
/** 十二号, and a formal number, whose last digits are no serial. */
const SPELT = /^[^\d]{0,8}?([一二三四五六七八九十廿]{1,4})号(?![楼文])/
const FORMAL = /\d{4}-\p{Script=Han}{1,4}\d{0,2}-\d{1,4}|\p{Script=Han}{1,4}-\d{1,4}(?!\d)/u

/** The card a reply answers; it exists only inside the turn. */
const CARD = 'om_read_card'

/** A reader of this office; `read` throws Declined where nobody is meant by `as`. */
export async function reading(office: Office): Promise<(said: Said) => Promise<Read>> {
  const { store } = office
  const { directory, tenant } = await store.look(async ({ people }) => ({
    directory: await people.directory(),
    tenant: (await people.tenant()) ?? '',
  }))
  let count = 0
  return async (said) => {
    const { named, answered } = await store.look((bound) =>
      mattersOf(bound, said, directory, office.now()),
    )
    const speaker = speakerMeant(said.as, directory, named ?? answered)
    const words = withMentions(said.text, tenant, (after) => {
      const found = directory.personAt(after)
      const [only, ...others] = found?.people ?? []
      if (!found || !only?.openId || others.length > 0) return undefined
      return { openId: only.openId, name: only.name, length: found.length }
    })
    count += 1
    const heard = await hearing(rehearsal(answering(office, answered)))(
      saidBy(
        {
          key: `om_read_${count}`,
          at: office.now(),
          openId: speaker.openId,
          tenant,
          chat: said.in === 'private' ? undefined : groups.supervision,
          addressed: said.in === 'private' || said.addressed,
          parent: answered && CARD,
        },
        words,
      ),
    )
    return readOf(heard, office)
  }
}

function readOf(heard: Heard, office: Office): Read {
  const { understood, reply = '' } = heard
  return {
    command: understood?.command?.file ?? null,
    slots: understood ? slotsOf(understood, office.registry) : {},
    outcome: heard.asks ? 'ask' : outcomes[heard.outcome],
    says: heard.outcome === 'ignored' ? '' : reply,
  }
}

/** The same office, in whose every turn the group has a card of the matter. */
function answering(office: Office, matter: Matter | undefined): Office {
  if (!matter) return office
  const { store } = office
  const shown = {
    message: CARD,
    place: groupPlace(groups.supervision),
    matter: matter.id,
    rev: matter.rev,
    at: matter.changed,
    state: 'told' as const,
  }
  return {
    ...office,
    store: {
      ...store,
      turn: (work) =>
        store.turn(async (bound) => {
          await bound.messages.add(shown)
          return work(bound)
        }),
    },
  }
}

/** The matter that the sentence names by number, and the one whose card is answered. */
async function mattersOf(bound: Bound, said: Said, directory: Directory, now: Instant) {
  const named = await numberedIn(bound, fold(said.text), now)
  if (said.in !== 'reply') return { named, answered: undefined }
  const answered =
    said.replyTo === undefined
      ? (named ?? (await fitting(bound, said.as, directory)))
      : await bound.matters.get(said.replyTo)
  return { named, answered }
}

async function numberedIn(bound: Bound, text: string, now: Instant): Promise<Matter | undefined> {
  const formal = FORMAL.exec(text)
  const names = formal ? (formalAt(formal[0], now)?.names ?? []) : []
  for (const name of names) {
    const found = await bound.matters.byFormal(name)
    if (found) return found
  }
  const spelt = SPELT.exec(text)?.[1]
  const number = NUMBER.exec(text)?.[1] ?? (spelt === undefined ? undefined : numberOf(spelt))
  return number === undefined ? undefined : bound.matters.get(Number(number))
}

/** An open matter that waits for the speaker, else one of his, else the first open one. */
async function fitting(bound: Bound, as: string, directory: Directory) {
  const { id } = speakerMeant(as, directory, undefined)
  const duty = (await bound.pending.of(id, 1))[0]
  const open = (await bound.matters.find({ limit: 500 })).filter(isOpen)
  const mine = (one: Matter) =>
    one.handler === id || directory.units.get(one.lead)?.head === id || one.assigner === id
  return open.find((one) => one.id === duty?.matter) ?? open.find(mine) ?? open[0]
}
