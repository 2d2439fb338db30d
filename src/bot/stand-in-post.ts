/** 代办: what would go to somebody who is away goes to the one who acts for him (R7, capability F24). */
import type { Card } from '../card/types.ts'
import type { Directory } from '../domain/people/directory.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Leased, Letter } from '../store/outbox.ts'
import type { Kept } from '../views/gathered.ts'
import { isGathered } from './gathered.ts'
import type { Content } from './message.ts'
import type { Office } from './office.ts'
import { turnOn } from './open-turn.ts'
import { personOf, privatePlace } from './place.ts'
import { postTo } from './restraint.ts'
import type { Post } from './turn.ts'

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

/**
 * Ends the letter with the reason and writes it anew to the stand-in, unless he gets the same news anyway. It
 * goes by his own day: what he gets for others counts among his messages (ADR 0019).
 */
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
    const moved = `${name}请假，转${directory.name(acting)}`
    const reason = known ? `${name}请假，代办人已另收到` : moved
    const kept = await store.outbox.finish(letter, { state: 'cancelled', reason, done: now })
    if (!kept || known) return
    const turn = turnOn(office, store, directory, { key: letter.turn, way: 'rule' })
    const write = (one: Letter, post: Pick<Post, 'weight' | 'say'>) =>
      postTo(turn, { ...one, key: `${one.key}~${acting}`, place, nextTry: now }, post)
    if (isGathered(letter.key)) {
      // The card of an absent person's work: each line of it joins the stand-in's day.
      for (const { reason: _, ...one } of await store.allowance.folded(letter.place)) {
        const { line, weight, gathered, say } = one.body as Kept
        if (!gathered) continue
        const body = forStandIn({ content: { lines: [line] } }, name)
        await write({ ...one, body }, { weight, ...(say ? { say } : {}) })
        await store.allowance.told(one.key, moved, now)
      }
      return
    }
    const { epoch: _, attempts: __, firstTry: ___, created: ____, ...same } = letter
    const body = forStandIn(letter.body as { content?: Content }, name)
    // A page or a file has no weight of its own, and goes whole.
    const { weight = 'page', say } = letter.body as Partial<Kept>
    await write({ ...same, body }, { weight, ...(say ? { say } : {}) })
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
