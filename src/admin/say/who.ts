/** Whom and where the keeper means: a person by name, key or open_id; a chat by name or id. */
import { Declined } from '../../domain/declined.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Person } from '../../domain/people/person.ts'
import { chats } from '../../sample/chats.ts'
import { people } from '../../sample/people.ts'

/** The person of that name (`王强`, of two `预算科王强`), pinyin key or open_id. Throws Declined. */
export function personMeant(word: string, directory: Directory): Person {
  const key = people.find((one) => one.key === word)?.openId
  const known = directory.byOpenId(key ?? word)
  if (known) return known
  const found = peopleAt(word, directory)
  if (found?.length === word.length && found.people.length === 1) return found.people[0]!
  if (found && found.people.length > 1)
    throw new Declined(
      'E-USE-2',
      `有${found.people.length}位${word}，请写明科室：${found.people
        .map((one) => `${directory.unitName(one.unit)}${one.name}`)
        .join('、')}。`,
    )
  throw new Declined('E-USE-2', `演练局里没有“${word}”，请写姓名，例如 李娜、预算科王强。`)
}

/** The persons a text begins with: a name, or a unit and a name in it; and how long that is. */
function peopleAt(
  text: string,
  directory: Directory,
): { people: Person[]; length: number } | undefined {
  const house = directory.unitAt(text)
  const inside = house && directory.personAt(text.slice(house.length))
  const there = inside?.people.filter((one) => one.unit === house?.unit.id) ?? []
  if (house && inside && there.length > 0)
    return { people: there, length: house.length + inside.length }
  return directory.personAt(text)
}

/** `bot` for the private chat, else the group's id; by name, by a part of one name only, or by id. Throws Declined. */
export function chatMeant(word: string): string {
  if (['私聊', 'private', 'bot'].includes(word)) return 'bot'
  if (/^oc_/.test(word)) return word
  const exact = chats.filter((chat) => chat.name === word)
  const near = exact.length > 0 ? exact : chats.filter((chat) => chat.name.includes(word))
  if (near.length === 1) return near[0]!.id
  const names = (near.length > 0 ? near : chats).map((chat) => chat.name).join('、')
  throw new Declined(
    'E-USE-3',
    near.length > 0
      ? `“${word}”不止一个群：${names}。`
      : `没有“${word}”这个群。可写：私聊、${names}。`,
  )
}

/** The sentence as the street takes it: `@姓名` becomes a mention where somebody of that name is in the chat. */
export function withMentions(
  text: string,
  directory: Directory,
  bot: string,
  isMember: (openId: string) => boolean,
): string {
  return text
    .split(/(?=@)/)
    .map((part) => {
      if (!part.startsWith('@') || part.startsWith('@[')) return part
      const rest = part.slice(1)
      if (rest.startsWith('所有人')) return `@[all]${rest.slice('所有人'.length)}`
      if (rest.startsWith(bot)) return `@[bot]${rest.slice(bot.length)}`
      const found = peopleAt(rest, directory)
      const reachable = found?.people.filter((one) => one.openId !== null) ?? []
      const here = reachable.filter((one) => isMember(one.openId ?? ''))
      const meant = reachable.length === 1 ? reachable : here
      if (!found || reachable.length === 0) return part
      if (meant.length !== 1) {
        const names = reachable.map((one) => `@${directory.unitName(one.unit)}${one.name}`)
        throw new Declined('E-USE-2', `@ 的人有同名，请写明：${names.join('、')}。`)
      }
      return `@[${meant[0]!.openId}]${rest.slice(found.length)}`
    })
    .join('')
}
