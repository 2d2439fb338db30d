/** A typed sentence: whose it is, what it wants, and the answer. */
import { Declined } from '../domain/declined.ts'
import type { Bound } from '../store/store.ts'
import { unknownCard } from '../views/unknown.ts'
import { answerSaid, write } from './answer.ts'
import { withPicture } from './attach.ts'
import { withoutThanks } from './courtesy.ts'
import { withoutFaces } from './faces.ts'
import { fillSlots } from './filling.ts'
import { guardHere } from './guard.ts'
import { askWhenLate } from './late.ts'
import { linesOf, obeyLines } from './lines.ts'
import type { Heard, Quoted, Said } from './message.ts'
import type { Office } from './office.ts'
import { spokenOn } from './open-turn.ts'
import { isTooLong, takesPasted } from './pasted.ts'
import { groupPlace, privatePlace } from './place.ts'
import { readQuoted, wantsQuoted } from './quoted.ts'
import type { Hit } from './registry.ts'
import { type Sentence, sentenceOf, wordsIn } from './sentence.ts'
import { Unfinished } from './slot.ts'
import { answerStranger, isForeign } from './stranger.ts'
import type { Spoken } from './turn.ts'
import { answerQuestion, askAboutNumber } from './unclear.ts'
import { understand } from './understand.ts'

/** Hears what somebody typed (or chose from the menu, or dropped). */
export async function heardSaid(
  office: Office,
  store: Bound,
  said: Said,
  began: (turn: Spoken) => void,
  quoted?: Quoted,
): Promise<Heard> {
  const shown = await store.messages.about(said.parents)
  const replied = shown?.matter ?? undefined
  if (!said.addressed && replied === undefined) return { outcome: 'ignored' }
  const directory = await office.directory(store)
  const actor = directory.byOpenId(said.sender.openId)
  if (!actor || (await isForeign(office, store, said.sender.tenant)))
    return answerStranger(office, store, directory, said)
  const turn = spokenOn(
    office,
    store,
    directory,
    { key: said.key, way: said.message ? '消息' : '菜单' },
    {
      actor,
      at: said.at,
      place: said.chat.kind === 'group' ? groupPlace(said.chat.id ?? '') : privatePlace(actor.id),
      message: said.message,
      replied,
      file: said.file,
      ...(said.others ? { others: said.others } : {}),
      ...(said.parents.length > 0 && replied === undefined ? { replies: said } : {}),
      ...(quoted ? { quoted } : {}),
    },
  )
  began(turn)
  if (said.file && said.text.trim() === '') return heardFile(office, turn)
  const text = said.text.trim() === '' ? emptyMeans(said) : said.text
  if (text === undefined) return { outcome: 'ignored' }
  const whole = withoutThanks(withoutFaces(sentenceOf(text, said.mentions)))
  const { registry } = office
  const house = { registry, directory }
  const one = isTooLong(whole, registry) || takesPasted(whole, registry)
  const lines = one ? [] : linesOf(whole, house)
  const begun = lines.length > 1 ? understand(lines[0]!, registry) : undefined
  // In a thread of people 请签收 11、12 asks people.
  if (begun?.kind === 'command' && begun.pleads && !said.addressed) return { outcome: 'ignored' }
  if (begun) return obeyLines(turn, lines, (line) => obeyLine(office, turn, line))
  return obey(office, turn, lines[0] ?? whole, said.addressed)
}

/** Only the bot's name asks for help; a message taken back before it came is empty too, and mentions nobody. */
const emptyMeans = (said: Said): string | undefined =>
  said.chat.kind === 'group' && said.addressed ? '帮助' : undefined

/** One line of several, which began with a command's word. */
async function obeyLine(office: Office, turn: Spoken, line: Sentence) {
  const wanted = understand(line, office.registry)
  const filled = wanted.kind === 'command' && (await fillSlots(turn, wanted, line))
  if (!filled) throw new Declined('E-SAY-1', '没有看懂这句话。')
  await askWhenLate(turn, wanted.command, filled, line)
  const reply = await wanted.command.run(turn, filled)
  return { reply, changes: wanted.command.changes }
}

async function obey(
  office: Office,
  turn: Spoken,
  sentence: Sentence,
  addressed: boolean,
): Promise<Heard> {
  if (isTooLong(sentence, office.registry))
    throw new Declined('E-TEXT-3', `这段话有${sentence.raw.length}字，太长了，请拆成几句。`)
  const wanted = understand(sentence, office.registry)
  if (wanted.kind === 'command' && (addressed || !wanted.pleads)) {
    const filled = await fillSlots(turn, wanted, sentence).catch((error) => {
      // In a thread of people who speak to each other a word alone is small talk.
      if (!addressed && error instanceof Unfinished && error.came === 0) return undefined
      throw error
    })
    if (filled) return carryOut(office, turn, wanted, sentence, filled)
  }
  turn.understood = undefined
  if (!addressed) return { outcome: 'ignored' }
  if (wanted.kind === 'question') return answerQuestion(turn, wanted, sentence)
  if (wanted.kind === 'denied')
    throw new Declined('E-SAY-3', `听到的是“没有${wanted.word}”，台账未作变动。`)
  guardHere(turn, wordsIn(sentence))
  await askAboutNumber(turn, sentence)
  const near = wanted.kind === 'none' ? wanted.near : longer(wanted.word)
  await write(turn, { card: unknownCard(near, exampleOf(office, near)) })
  return {
    outcome: 'refused',
    reply: near ? `您是不是想说“${near}”？` : '没有听懂。',
  }
}

/** A word of one character begins too many others to be suggested. */
const longer = (word: string): string | undefined => (word.length > 1 ? word : undefined)

async function carryOut(
  office: Office,
  turn: Spoken,
  { command }: Hit,
  sentence: Sentence,
  filled: Record<string, unknown>,
): Promise<Heard> {
  await askWhenLate(turn, command, filled, sentence)
  const asked = wantsQuoted(turn, command, filled)
  if (asked) return readQuoted(turn, asked)
  const reply = await withPicture(turn, await command.run(turn, filled))
  office.step('hear:settled')
  const heard = await answerSaid(turn, reply)
  return turn.understood ? { ...heard, understood: turn.understood } : heard
}

function exampleOf(office: Office, word: string | undefined): string | undefined {
  const found = word === undefined ? undefined : office.registry.find(word)
  return found?.command.examples[0]
}

async function heardFile(office: Office, turn: Spoken): Promise<Heard> {
  guardHere(turn, turn.file?.name ?? '')
  const takes = office.registry.all.find((command) => command.takesFile?.(turn))
  if (!takes) {
    if (turn.replied !== undefined || turn.place.startsWith('g:')) return { outcome: 'ignored' }
    throw new Declined(
      'E-FILE-1',
      '没有看出这个文件属于哪件事。请回复那件事的卡片再发，就留作附件；花名册由管理员发来。',
      ['待办'],
    )
  }
  return answerSaid(turn, await takes.run(turn, {}))
}
