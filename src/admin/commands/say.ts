/** say: somebody of the practice office says a sentence over the whole wire; the replies are printed. */
import { Declined } from '../../domain/declined.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { type Instant, instantAt, isDay, isoOf } from '../../domain/time/day.ts'
import type { Ground } from '../../practice.ts'
import { chats } from '../../sample/chats.ts'
import { personOf } from '../../sample/people.ts'
import type { Desk, Exit } from '../desk.ts'
import { shownSince } from '../say/replies.ts'
import { chatMeant, personMeant, withMentions } from '../say/who.ts'
import { inScratch, type ScratchOptions } from '../scratch.ts'

export interface SayOptions extends ScratchOptions {
  /** Who says it: name, 科室+姓名, pinyin key or open_id. */
  as: string
  /** Where: 私聊, a group's name or its id. */
  in: string
  /** The clock is turned forward to this moment first: `2026-11-23T09:00` (Beijing) or with an offset. */
  at?: string | undefined
  json?: boolean | undefined
  /** Mention the bot in a group even if the sentence does not; by default so. */
  mention?: boolean | undefined
}

/** Says it and prints what became visible: a block each, or a JSON line each. 1 when the bot did not take it. */
export async function say(desk: Desk, sentence: string, options: SayOptions): Promise<Exit> {
  const at = options.at === undefined ? undefined : momentMeant(options.at)
  const chat = chatMeant(options.in)
  return inScratch(desk, options, async (ground) => {
    const { street, bot, clock } = ground
    if (at !== undefined && at < clock.now())
      throw new Declined('E-USE-4', `演练时间已到 ${isoOf(clock.now())}，不能往回拨。`)
    await ground.turnTo(at ?? clock.now())
    const directory = await bot.office.store.look((store) => store.people.directory())
    const person = personMeant(options.as, directory)
    if (!person.openId) throw new Declined('E-USE-2', `${person.name}没有飞书账号。`)
    const typed = withMentions(sentence, directory, street.bot.name, memberOf(chat))
    const addressed = chat === 'bot' || options.mention === false || typed.includes('@[bot]')
    const from = street.effects().length
    const { status } = await street
      .say(person.openId, chat, addressed ? typed : `@[bot] ${typed}`)
      .catch((error: Error) => {
        throw new Declined('E-USE-5', error.message)
      })
    await bot.settled()
    const shown = shownSince(ground, from, placeNames(ground, directory))
    for (const one of shown)
      desk.out(
        options.json
          ? JSON.stringify(one)
          : `【${one.to}】${one.edited ? '（卡片更新）' : ''}\n${one.text}\n`,
      )
    if (status !== 200) desk.note(`机器人没有收下这句话（HTTP ${status}）。`)
    else if (shown.length === 0) desk.note('机器人没有回应。')
    return status === 200 ? 0 : 1
  })
}

/** Who is in a group of the sample office; in a private chat everybody can be mentioned. */
function memberOf(chat: string): (openId: string) => boolean {
  const group = chats.find((one) => one.id === chat)
  const members = new Set(group?.members.map((key) => personOf(key).openId))
  return (openId) => group === undefined || members.has(openId)
}

/** Names of the places people read in: a group's, or the person's whose private chat it is. */
function placeNames({ street }: Ground, directory: Directory): (chat: string) => string {
  const names = new Map(chats.map(({ id, name }) => [id, name]))
  for (const { openId, name } of directory.people.values())
    if (openId !== null) names.set(street.privateChat(openId), name)
  return (chat) => names.get(chat) ?? chat
}

/** A moment of the keeper's; without an offset it is Beijing time. Throws Declined. */
function momentMeant(text: string): Instant {
  const [, day = '', clock = '00:00'] = /^(\S{10})(?:[T ](\d{1,2}:\d{2}))?$/.exec(text) ?? []
  if (isDay(day)) return instantAt(day, clock)
  const at = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at))
    throw new Declined('E-USE-4', `看不懂时间“${text}”，请写成 2026-11-23T09:00。`)
  return at
}
