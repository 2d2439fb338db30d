/**
 * The message a sentence replies to. The event names it and does not say what it says: its words are read by the door,
 * and then the sentence is heard with them (adr 0009).
 */
import { Declined } from '../domain/declined.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Command } from './command.ts'
import type { Heard, Quoted, Said } from './message.ts'
import { sentenceOf } from './sentence.ts'
import { withNames } from './slots/minutes.ts'
import type { Spoken } from './turn.ts'

/** What a letter of kind `read` keeps: which message, and the sentence that waits for its words. */
export interface ReadBody {
  message: string
  said: Said
  /** What the command says to do where it cannot be read. */
  instead: string
}

/** Whether the sentence's words stand in a message that was not read yet. Declines one that says nothing readable. */
export function wantsQuoted(
  turn: Spoken,
  { quotes }: Command,
  filled: Record<string, unknown>,
): ReadBody | undefined {
  const said = turn.replies
  if (!said || !quotes?.when(filled)) return undefined
  if (!turn.quoted) return { message: said.parents[0] ?? '', said, instead: quotes.instead }
  if (turn.quoted.text.trim() === '' && !turn.quoted.file) throw wordless(quotes.instead)
  return undefined
}

/** Has it read; the sentence itself is answered when it has come. */
export async function readQuoted(turn: Spoken, body: ReadBody): Promise<Heard> {
  await turn.post({ kind: 'read', place: `m:${body.message}`, body, class: 'answer' })
  const heard: Heard = { outcome: 'acted', reply: '正在读取所回复的消息。' }
  return turn.understood ? { ...heard, understood: turn.understood } : heard
}

/** Says why the message cannot be read, by the platform's code. */
export function unread(code: string, instead: string): Declined {
  return new Declined('E-QUOTE-1', `所回复的消息没有读到：${reasonOf(code)}。${instead}`)
}

const wordless = (instead: string): Declined =>
  new Declined('E-QUOTE-2', `所回复的消息不是文字（卡片、图片、语音读不出内容）。${instead}`)

/** What the message says, with its people's names; empty where it is a file. */
export function quotedWords({ text, mentions }: Quoted, directory: Directory): string {
  const sentence = sentenceOf(text, mentions)
  return withNames(sentence, 0, sentence.raw.length, directory).trim()
}

const GONE = new Set(['recalled', '230011', '230110', '231003', '230050'])
const OUTSIDE = new Set(['230002', '232009'])
const FORBIDDEN = new Set(['230027', '99991672', '230006'])

function reasonOf(code: string): string {
  if (GONE.has(code)) return '已撤回或删除'
  if (OUTSIDE.has(code)) return '机器人已不在那个群里'
  if (FORBIDDEN.has(code)) return '应用还没有读取消息的权限，已告知管理员'
  return `飞书没有给出（${code}）`
}
