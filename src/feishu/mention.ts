/** Who is meant: the platform's `@_user_N` become single private characters that no typed text can imitate. */
import { FIELD, MENTION, type Mention } from '../bot/message.ts'
import { fields, list, withoutPrivate, word } from './loose.ts'

const KEY = /@_user_\d+|@_all(?![0-9A-Za-z_])/g
const EVERYBODY = '@所有人'
const MOST = FIELD - MENTION

/** Collects the people a message mentions and notes whether the bot was one of them. */
export interface Mentions {
  people: Mention[]
  addressed: boolean
  /** A typed text with every known `@_user_N` replaced; what has no entry was typed and stays. */
  inText(text: string): string
  /** A rich text's at: the key of an entry, an open_id, or everybody. */
  inPost(id: string, name: string): string
}

/**
 * Reads the entries of a message. The bot is known by its open_id only (names can be faked); its own mention is
 * taken out. Other bots stay text. `@_all` never speaks to the bot (feishu-platform.md 2.1).
 */
export function readMentions(entries: unknown, bot: string, tenant: string): Mentions {
  const signs = new Map<string, string>()
  const mentions: Mentions = { people: [], addressed: false, inText, inPost }
  for (const entry of list(entries)) {
    const { key, id, name, tenant_key, mentioned_type } = fields(entry)
    const openId = word(id, fields(id).open_id)
    const sign = signOf(openId, word(name), word(tenant_key) || tenant, mentioned_type === 'bot')
    if (word(key)) signs.set(word(key), sign)
    if (openId) signs.set(openId, sign)
  }
  return mentions

  function inText(text: string): string {
    return withoutPrivate(text).replace(KEY, (key) =>
      key === '@_all' ? EVERYBODY : (signs.get(key) ?? key),
    )
  }

  function inPost(id: string, name: string): string {
    if (id === 'all' || id === '@_all') return EVERYBODY
    const known = signs.get(id)
    if (known !== undefined) return known
    if (id.startsWith('@_') || id === '') return at(name)
    const sign = signOf(id, name, tenant, false)
    signs.set(id, sign)
    return sign
  }

  function signOf(openId: string, name: string, home: string, isBot: boolean): string {
    if (openId !== '' && openId === bot) {
      mentions.addressed = true
      return ''
    }
    const known = mentions.people.findIndex((person) => person.openId === openId)
    if (known >= 0) return String.fromCodePoint(MENTION + known)
    if (openId === '' || isBot || mentions.people.length >= MOST) return at(name)
    mentions.people.push({ openId, name, tenant: home })
    return String.fromCodePoint(MENTION + mentions.people.length - 1)
  }
}

function at(name: string): string {
  return `@${withoutPrivate(name)}`
}
