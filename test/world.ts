/** The test office: the sample office on a pretend Feishu, spoken to in the users' own words. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { checkCard } from '../src/card/check.ts'
import type { Table } from '../src/card/displays.ts'
import type { Card } from '../src/card/types.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import { type Instant, isoOf } from '../src/domain/time/day.ts'
import { type Ground, type GroundOptions, openGround } from '../src/practice.ts'
import { chats } from '../src/sample/chats.ts'
import { people } from '../src/sample/people.ts'
import type { Message } from '../src/sandbox/protocol.ts'
import { freshDatabase as databaseBeside } from '../src/simulate/cluster.ts'

/** Monday 23 November 2026, 9:00: an ordinary working morning. */
export const MONDAY = Date.parse('2026-11-23T09:00:00+08:00')

export interface World {
  ground: Ground
  /** Says a sentence in private, or in a group by its name; `@姓名` mentions, the bot is mentioned in groups. */
  says(who: string, sentence: string, where?: string, more?: { replyTo?: string }): Promise<string>
  /** Taps a button of the newest card in a place that has one of that label; fields fill the form. */
  taps(
    who: string,
    label: string,
    where?: string,
    fields?: Record<string, string | string[]>,
  ): Promise<string>
  /** Turns the clock on: `2026-11-24 09:10`. */
  turnsTo(moment: string): Promise<void>
  /** Texts of the bot's messages in a place since the last time one asked, cards as their plain words. */
  received(who: string): string[]
  inGroup(name: string): string[]
  matter(id: number): Promise<Matter>
  verbs(id: number): Promise<string[]>
  /** Rules of what is seen: every message of the bot is a card that passes the checker, or plain words. */
  close(): Promise<void>
}

export type Engine = 'sqlite' | 'postgres'

/** Opens an office of its own on a database of its own. */
export async function openWorld(
  options: Partial<GroundOptions> & { engine?: Engine; pgUrl?: string; at?: Instant } = {},
): Promise<World> {
  const { engine = 'sqlite', pgUrl, at = MONDAY, ...rest } = options
  const dir = rest.dir ?? mkdtempSync(join(tmpdir(), 'duban-world-'))
  const made = engine === 'postgres' ? await freshDatabase(pgUrl ?? '') : undefined
  const ground = await openGround({
    dir,
    real: () => at,
    log: pino({ level: 'silent' }),
    ...(made ? { databaseUrl: made.url } : {}),
    ...rest,
  })
  const { street, bot } = ground
  const seen = new Map<string, number>()
  const openId = (who: string) => personNamed(who).openId
  const place = (where: string | undefined, who: string) =>
    where === undefined ? openId(who) : chatNamed(where)

  const news = (chat: string): string[] => {
    const all = street.messages(chat).filter((one) => one.from === 'bot')
    const from = seen.get(chat) ?? 0
    seen.set(chat, all.length)
    return all.slice(from).map(wordsOf)
  }
  return {
    ground,
    async says(who, sentence, where, more = {}) {
      const text = sentence.replace(/@([\p{Script=Han}]{2,4})/gu, (whole, name: string) =>
        people.some((one) => one.name === name) ? `@[${openId(name)}]` : whole,
      )
      const said = where === undefined ? text : `@[bot] ${text}`
      const chat = where === undefined ? 'bot' : chatNamed(where)
      const before = street.messages(place(where, who)).length
      const { message } = await street.say(openId(who), chat, said, more)
      await bot.settled()
      void message
      return street
        .messages(place(where, who))
        .slice(before)
        .filter((one) => one.from === 'bot')
        .map(wordsOf)
        .join('\n')
    },
    async taps(who, label, where, fields) {
      const chat = place(where, who)
      for (const { message, card } of street.cards(chat).reverse()) {
        const button = buttonIn(card, label)
        if (!button) continue
        const tapped = await street.tap(openId(who), message, {
          tag: button.tag,
          value: button.value,
          ...(button.name === undefined ? {} : { name: button.name }),
          ...(fields ? { form: { ...emptyFields(card), ...fields } } : {}),
        })
        await bot.settled()
        const answer = tapped.answer as { toast?: { content: string } } | undefined
        if (tapped.error) throw new Error(`tap failed: ${tapped.error}`)
        return answer?.toast?.content ?? ''
      }
      throw new Error(`no card in ${where ?? who} has a button “${label}”`)
    },
    async turnsTo(moment) {
      await ground.turnTo(Date.parse(`${moment.replace(' ', 'T')}:00+08:00`))
    },
    received: (who) => news(openId(who)),
    inGroup: (name) => news(chatNamed(name)),
    async matter(id) {
      const found = await bot.office.store.look((store) => store.matters.get(id))
      if (!found) throw new Error(`no matter ${id}`)
      return found
    },
    verbs: (id) =>
      bot.office.store.look(async (store) =>
        (await store.journal.of(`matter:${id}`)).map((line) => line.verb),
      ),
    async close() {
      await ground.close()
      await made?.drop()
      if (!rest.dir) rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Takes away all that the clock asks but packs: weeks of meetings pass without everybody's mornings. */
export async function onlyMeetings({ ground }: World): Promise<void> {
  await ground.bot.office.store.turn(async ({ occurrences }) => {
    for (const one of await occurrences.due(Number.MAX_SAFE_INTEGER, 10_000))
      if (!one.rule.startsWith('agenda')) await occurrences.cancel(one, '不在此试')
  })
}

/** The person of that name in the sample office. */
export function personNamed(who: string) {
  const found = people.find((one) => one.name === who || one.key === who)
  if (!found) throw new Error(`nobody is called ${who}`)
  return found
}

/** The group of that name in the sample office. */
export function chatNamed(where: string): string {
  const found = chats.find((one) => one.name === where || one.id === where)
  if (!found) throw new Error(`no group is called ${where}`)
  return found.id
}

/** A message as words: lines of a post, or what a card shows, buttons in brackets. The card must pass the checker. */
export function wordsOf(message: Message): string {
  if (message.type === 'post') return postWords(message.content)
  if (message.type !== 'interactive') return String(message.content)
  const checked = checkCard(message.content)
  if (!checked.ok)
    throw new Error(`a card the platform refuses: ${JSON.stringify(checked.findings)}`)
  return cardWords(message.content as Card)
}

function postWords(content: unknown): string {
  if (typeof content === 'string') return content
  const post = content as { content?: { text?: string }[][] }
  return (post.content ?? []).map((line) => line.map((one) => one.text ?? '').join('')).join('\n')
}

/** The words of a card, top to bottom. */
export function cardWords(card: Card): string {
  const lines: string[] = [card.header?.title.content ?? '']
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    else if (node && typeof node === 'object') {
      const { tag, text, elements, columns, header } = node as Record<string, unknown>
      const content = (text as { content?: string } | undefined)?.content
      if (content !== undefined) lines.push(tag === 'button' ? `[${content}]` : content)
      const title = (header as { title?: { content?: string } } | undefined)?.title?.content
      if (tag === 'collapsible_panel' && title) lines.push(title)
      if (tag === 'table') return void lines.push(...tableLines(node as Table))
      visit(elements)
      visit(columns)
    }
  }
  visit(card.body?.elements)
  return lines.join('\n')
}

/** A table as lines: the labels, then a line a row. */
function tableLines({ columns, rows }: Table): string[] {
  const labels = columns.map((column) => column.display_name).join(' ')
  return [labels, ...rows.map((row) => columns.map(({ name }) => row[name]).join(' '))]
}

/** A button of that label, or a line that is tapped as a whole and begins with it behind its light. */
function buttonIn(
  card: unknown,
  label: string,
): { tag: string; value: unknown; name?: string } | undefined {
  let found: { tag: string; value: unknown; name?: string } | undefined
  const valueIn = (node: Record<string, unknown>) =>
    (node.behaviors as { value: unknown }[] | undefined)?.[0]?.value
  walk(card, (node) => {
    if (node.tag === 'interactive_container' && !found) {
      const [first] = node.elements as { text?: { content: string } }[]
      const words = first?.text?.content.replace(/^\p{Emoji_Presentation} /u, '') ?? ''
      if (words.startsWith(label)) found = { tag: node.tag, value: valueIn(node) }
    }
    const text = (node.text as { content?: string } | undefined)?.content
    if (found || node.tag !== 'button' || text !== label) return
    const { name } = node as { name?: string }
    found = { tag: 'button', value: valueIn(node), ...(name === undefined ? {} : { name }) }
  })
  return found
}

function emptyFields(card: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  walk(card, (node) => {
    const fits = ['input', 'date_picker', 'select_person', 'select_static'].includes(
      String(node.tag),
    )
    if (fits && typeof node.name === 'string') fields[node.name] = ''
  })
  return fields
}

function walk(node: unknown, see: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, see)
  else if (node && typeof node === 'object') {
    see(node as Record<string, unknown>)
    for (const value of Object.values(node)) walk(value, see)
  }
}

let databases = 0

/** A database of its own on the test server. */
export const freshDatabase = (pgUrl: string) =>
  databaseBeside(pgUrl, `w${process.pid}_${++databases}`)

export { isoOf }
