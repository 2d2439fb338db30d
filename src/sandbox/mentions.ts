/** Mentions on the wire: `@_user_N` in the text, and a list that says who N is. */
import type { People } from './people.ts'

/** Somebody mentioned in a message; `openId` is the bot's own for a mention of the bot. */
export interface Mention {
  key: string
  openId: string
  unionId: string
  name: string
  tenant: string
  bot: boolean
}

/** Who can be mentioned: the people, and the bot of which tenant. */
export interface Mentionable {
  people: People
  bot: { openId: string; name: string }
  tenant: string
}

type Piece = { text: string } | { mention: Mention }

/**
 * Reads what somebody typed: `@[open_id]`, `@[bot]`, `@[all]` become mentions, the rest stays text.
 * Everybody mentioned gets a key of his own, `@_user_1` onwards; `@[all]` becomes `@_all` and has none.
 */
export function readTyped(typed: string, around: Mentionable): Piece[] {
  const pieces: Piece[] = []
  let count = 0
  for (const part of typed.split(/(@\[[^\]\s]+\])/)) {
    const name = /^@\[([^\]\s]+)\]$/.exec(part)?.[1]
    if (name === undefined) pieces.push({ text: part })
    else if (name === 'all') pieces.push({ text: '@_all' })
    else {
      count += 1
      pieces.push({ mention: mentionOf(name, `@_user_${count}`, around) })
    }
  }
  return pieces.filter((piece) => 'mention' in piece || piece.text !== '')
}

/** The bot's `<at user_id="ou_x">name</at>` in a text becomes `@_user_N`; unknown ids stay as they are. */
export function readSent(
  text: string,
  around: Mentionable,
): { text: string; mentions: Mention[]; all: boolean } {
  const mentions: Mention[] = []
  let all = false
  const read = text.replace(
    /<at user_id=["']?([^"'>\s]+)["']?\s*(?:\/>|>([^<]*)<\/at>)/g,
    (whole, id: string) => {
      if (id === 'all') {
        all = true
        return '@_all'
      }
      if (!around.people.get(id)) return whole
      const mention = mentionOf(id, `@_user_${mentions.length + 1}`, around)
      mentions.push(mention)
      return mention.key
    },
  )
  return { text: read, mentions, all }
}

/** The text as people see it: keys become @名字. A key nobody stands behind stays typed text. */
export function named(text: string, mentions: readonly Mention[]): string {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention.name]))
  return text.replace(/@_user_\d+|@_all/g, (key) => {
    if (key === '@_all') return '@所有人'
    const name = byKey.get(key)
    return name === undefined ? key : `@${name}`
  })
}

function mentionOf(id: string, key: string, { people, bot, tenant }: Mentionable): Mention {
  if (id === 'bot' || id === bot.openId)
    return {
      key,
      openId: bot.openId,
      unionId: bot.openId.replace(/^ou_/, 'on_'),
      name: bot.name,
      tenant,
      bot: true,
    }
  const person = people.get(id)
  if (!person) throw new Error(`街上没有这个人：${id}`)
  const { openId, unionId, name } = person
  return { key, openId, unionId, name, tenant: person.tenant, bot: false }
}
