/** What people do on the street; each act resolves when the bot has answered its push, or the push waits for another try. */
import { type Move, move } from './moving.ts'
import type { Outbound } from './outbound.ts'
import { type Hearing, type Manner, type Spoken, sendFile, speak } from './speaking.ts'
import type { Tap } from './tap.ts'
import { type Tapped, tapCard } from './tapping.ts'
import { enter, react, readMessages, recall, tapMenu } from './touching.ts'
import type { World } from './world.ts'

/** How the bot answered a push: its HTTP status (or the code acknowledged), 0 when nothing was pushed or answered. */
export interface Told {
  status: number
}

/** Everything a person can do, each act as one call. */
export interface PeopleActs {
  /** Says something in a group, or to the bot (`chat` is 'bot'). `@[open_id]`, `@[bot]`, `@[all]` mention. */
  say(as: string, chat: string, text: string, manner?: Manner): Promise<Spoken>
  /** Sends a file, or an image by its name. */
  sendFile(
    as: string,
    chat: string,
    name: string,
    bytes: Uint8Array,
    manner?: Manner,
  ): Promise<Spoken>
  /** Taps a component of a card: 3 s, no second try; the answer is checked and a new card applied. */
  tap(as: string, message: string, tap: Tap): Promise<Tapped>
  react(as: string, message: string, emoji: string): Promise<Told>
  unreact(as: string, message: string, emoji: string): Promise<Told>
  /** Takes back a message of one's own. */
  recall(as: string, message: string): Promise<Told>
  /** Taps an entry of the bot's menu. */
  menu(as: string, key: string): Promise<Told>
  /** Opens the private chat with the bot. */
  enter(as: string): Promise<Told>
  /** Reads messages. */
  read(as: string, messages: string[]): Promise<Told>
  /** `operator` is who does it, by default the group's first member. */
  addBotTo(chat: string, operator?: string): Promise<Told>
  removeBotFrom(chat: string, operator?: string): Promise<Told>
  addMember(chat: string, openId: string, operator?: string): Promise<Told>
  removeMember(chat: string, openId: string, operator?: string): Promise<Told>
  dissolve(chat: string, operator?: string): Promise<Told>
}

/** The acts over a world and its way out. */
export function peopleActs(world: World, outbound: Outbound, hearing: Hearing): PeopleActs {
  const told = async (status: Promise<number>) => ({ status: await status })
  const moves = (what: Move, chat: string, who?: string, by?: string) =>
    told(move(world, outbound, what, chat, who, by))
  return {
    say: (as, chat, text, manner) => speak(world, outbound, hearing, as, chat, text, manner),
    sendFile: (as, chat, name, bytes, manner) =>
      sendFile(world, outbound, hearing, as, chat, name, bytes, manner),
    tap: (as, message, tap) => tapCard(world, outbound, as, message, tap),
    react: (as, message, emoji) => told(react(world, outbound, as, message, emoji, false)),
    unreact: (as, message, emoji) => told(react(world, outbound, as, message, emoji, true)),
    recall: (as, message) => told(recall(world, outbound, as, message)),
    menu: (as, key) => told(tapMenu(world, outbound, as, key)),
    enter: (as) => told(enter(world, outbound, as)),
    read: (as, messages) => told(readMessages(world, outbound, as, messages)),
    addBotTo: (chat, by) => moves('bot-added', chat, undefined, by),
    removeBotFrom: (chat, by) => moves('bot-removed', chat, undefined, by),
    addMember: (chat, who, by) => moves('user-added', chat, who, by),
    removeMember: (chat, who, by) => moves('user-removed', chat, who, by),
    dissolve: (chat, by) => moves('dissolved', chat, undefined, by),
  }
}
