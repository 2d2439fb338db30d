/** 代办: what would go to somebody who is away goes to the one who acts for him (R7, capability F24). */
import type { Card } from '../card/types.ts'
import type { Directory } from '../domain/people/directory.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Leased } from '../store/outbox.ts'
import type { Content } from './message.ts'
import type { Office } from './office.ts'
import { personOf, privatePlace } from './place.ts'

/** Who gets a letter in the place of its addressee today; nobody where it stays with him, as answers to himself do. */
export function standInFor(
  letter: Leased,
  directory: Directory,
  now: number,
): { absent: number; acting: number } | undefined {
  const absent = personOf(letter.place)
  if (absent === undefined || letter.class === 'answer') return undefined
  if (letter.kind !== 'send' && letter.kind !== 'file') return undefined
  // The answer to an anonymous word is for nobody else's eyes.
  if ((letter.body as { unkept?: boolean }).unkept) return undefined
  // A letter that was tried may have arrived: it goes on where it began.
  if (letter.attempts > 1) return undefined
  const acting = directory.actsFor(absent, dayOf(now))
  return acting === absent ? undefined : { absent, acting }
}

/** Ends the letter with the reason and writes it anew to the stand-in, unless he gets the same news anyway. */
export async function redirected(
  office: Office,
  letter: Leased,
  { absent, acting }: { absent: number; acting: number },
): Promise<void> {
  await office.store.turn(async (store) => {
    const directory = await office.directory(store)
    const now = office.now()
    const place = privatePlace(acting)
    const siblings = await store.outbox.ofTurn(letter.turn)
    const known = siblings.some(
      (one) => one.place === place && one.matter !== null && one.matter === letter.matter,
    )
    const name = directory.name(absent)
    const reason = known
      ? `${name}请假，代办人已另收到`
      : `${name}请假，转${directory.name(acting)}`
    const kept = await store.outbox.finish(letter, { state: 'cancelled', reason, done: now })
    if (!kept || known) return
    const { epoch: _, attempts: __, firstTry: ___, created: ____, ...same } = letter
    const body = forStandIn(letter.body as { content?: Content }, name)
    const key = `${letter.key}~${acting}`
    await store.outbox.put({ ...same, key, place, body, nextTry: now }, now)
  })
}

/** The same words under 代@李娜, so that nobody takes them for his own. */
function forStandIn(body: { content?: Content; line?: string }, name: string): object {
  const { content } = body
  if (!content) return body
  const sign = `代@${name}`
  if (!('card' in content)) return { ...body, content: { lines: [sign, ...content.lines] } }
  const line = body.line === undefined ? {} : { line: `${sign} ${body.line}` }
  return { ...body, ...line, content: { card: titled(content.card, sign) } }
}

function titled(card: Card, sign: string): Card {
  if (!card.header) return card
  const { title } = card.header
  return {
    ...card,
    header: { ...card.header, title: { ...title, content: `${sign} ${title.content}` } },
  }
}
