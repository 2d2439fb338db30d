import type { Chat } from '../protocol.ts'
import { nameOf } from './chats.ts'
import type { World } from './world.ts'

/** Somebody who can be mentioned: what stands behind the @, and the id that is sent instead. */
export interface Mention {
  label: string
  id: string
  title: string
}

/** Whom a sentence can mention: the bot, all, the chat's members, then everybody else; namesakes get their title. */
export function mentionable(world: World, chat: Chat): Mention[] {
  const everybody = [...world.people.values()]
  const names = everybody.map((person) => person.name)
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i))
  const inside = new Set(chat.members)
  const people = everybody.map((person) => ({
    label: twice.has(person.name) ? `${person.name}（${person.title}）` : person.name,
    id: person.openId,
    title: person.title,
  }))
  return [
    { label: world.bot.name, id: 'bot', title: '机器人' },
    ...(chat.kind === 'group' ? [{ label: '所有人', id: 'all', title: '' }] : []),
    ...people.filter(({ id }) => inside.has(id)),
    ...people.filter(({ id }) => !inside.has(id)),
  ]
}

/** A sentence as it is sent: `@name` becomes `@[id]`, the longest name first; other words stay as typed. */
export function spoken(text: string, known: Mention[]): string {
  const ids = new Map(known.map(({ label, id }) => [label, id]))
  return text.replace(new RegExp(`@(${anyOf([...ids.keys()])})`, 'g'), (_, label: string) => {
    return `@[${ids.get(label)}]`
  })
}

/** The reverse, for a suggested sentence: `@[id]` becomes a readable mention. */
export function written(world: World, chat: Chat, say: string): string {
  const known = new Map(mentionable(world, chat).map(({ label, id }) => [id, label]))
  return say.replace(/@\[([^\]]+)\]/g, (_, id: string) => `@${known.get(id) ?? nameOf(world, id)}`)
}

/** The word behind the last @ before the cursor, while a mention is being typed; else undefined. */
export function mentionWord(text: string, cursor: number): string | undefined {
  return /@([^\s@]{0,12})$/.exec(text.slice(0, cursor))?.[1]
}

/** A pattern for any of these words, longest first. */
export function anyOf(words: string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}
