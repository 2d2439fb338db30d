/** A letter of the outbox in the platform's terms. */
import { createHash } from 'node:crypto'
import type { Directory } from '../domain/people/directory.ts'
import type { Letter } from '../store/outbox.ts'
import { type Outgoing, Undelivered } from './message.ts'
import { chatOf, personOf } from './place.ts'

interface Body {
  content?: Extract<Outgoing, { kind: 'send' }>['content']
  message?: string
  card?: Extract<Outgoing, { kind: 'patch' }>['card']
  emoji?: string
  file?: string
  type?: 'file' | 'image'
  name?: string
  base64?: string
  mobiles?: string[]
  bubbles?: string[]
}

/** What the platform knows a letter by, however often it is tried; once more by its keeper's word, by another. */
const knownBy = ({ key, spent = 0 }: Letter): string => uuidOf(spent > 0 ? `${key}#${spent}` : key)

/** A key in the length that the platform takes. */
export const uuidOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 40)

/** The letter in the platform's terms, its file empty where it is made later; an unreachable recipient is known before anything is sent. */
export function outgoing(letter: Letter, directory: Directory): Outgoing | Undelivered {
  const body = letter.body as Body
  const uuid = knownBy(letter)
  const message = body.message ?? ''
  switch (letter.kind) {
    case 'reply': {
      const chat = chatOf(letter.place)
      return { kind: 'reply', message, content: body.content!, uuid, ...(chat ? { chat } : {}) }
    }
    case 'follow-up':
      return { kind: 'follow-up', message, bubbles: body.bubbles ?? [] }
    case 'patch':
      return { kind: 'patch', message, card: body.card! }
    case 'react':
      return { kind: 'react', message, emoji: body.emoji ?? 'OK' }
    case 'recall':
      return { kind: 'recall', message }
    case 'download':
      return { kind: 'download', message, file: body.file ?? '', type: body.type ?? 'file' }
    case 'leave':
      return { kind: 'leave', chat: chatOf(letter.place) ?? '' }
    case 'lookup':
      return { kind: 'lookup', mobiles: body.mobiles ?? [] }
    case 'read':
      return { kind: 'read', message }
    case 'send':
    case 'file':
    case 'paper': {
      const to = addressee(letter.place, directory)
      if (!to) return new Undelivered('gone', 'not-on-the-roster')
      const first = letter.class === 'answer' ? { first: true as const } : {}
      if (letter.kind === 'send')
        return { kind: 'send', to, content: body.content!, uuid, ...first }
      const bytes = Buffer.from(body.base64 ?? '', 'base64')
      return { kind: 'file', to, name: body.name ?? '', bytes, uuid }
    }
  }
}

function addressee(place: string, directory: Directory) {
  const chat = chatOf(place)
  if (chat !== undefined) return { chat }
  const person = directory.people.get(personOf(place) ?? 0)
  return person?.openId && !person.left ? { person: person.openId } : undefined
}
