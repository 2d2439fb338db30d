/** What a leader's 批示 is about when it replies to an ordinary message: its first line, its words, its file. */
import { Asked, Declined } from '../domain/declined.ts'
import type { Attachment } from '../domain/matter/sides.ts'
import { refusalCard } from '../views/refusal.ts'
import { shortened } from '../views/words.ts'
import { guardHere } from './guard.ts'
import { quotedWords } from './quoted.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** The message as a new matter takes it over. */
export interface InstructedOn {
  title: string
  /** All of it, where the title is not all. */
  basis: string | null
  file: Pick<Attachment, 'key' | 'name' | 'type' | 'message'> | null
}

/** What a title and a basis hold of a message, however long. */
const TITLE = 60
const BASIS = 200

/** The message replied to, or the one kept when a question was asked about it; declines what must not be kept. */
export async function subjectMeant(
  turn: Spoken,
  saved: number | null,
): Promise<InstructedOn | null> {
  const { quoted, replies, directory } = turn
  if (saved !== null) {
    const kept = (await turn.store.drafts.take(saved, kindOf(turn))) as InstructedOn | undefined
    if (kept) return kept
    throw new Declined('E-INSTRUCT-3', '这条批示已经办过了，请回复原消息再说一次。')
  }
  if (!quoted) return null
  const { file } = quoted
  const words = file ? file.name : quotedWords(quoted, directory)
  guardHere(turn, words)
  if (file) {
    const message = replies?.parents[0] ?? ''
    const title = shortened(file.name.replace(/\.[a-z0-9]{1,5}$/iu, ''), TITLE)
    return { title, basis: null, file: { ...file, message } }
  }
  const said = words.replace(/^(?:@\S+\s+)+/u, '')
  const title = shortened(titleIn(said), TITLE)
  const whole = said.replace(/\s+/gu, ' ')
  return { title, basis: title === whole ? null : shortened(whole, BASIS), file: null }
}

/** 郑局：, 各位领导: whom it is addressed to is not what it is about. */
const ADDRESS =
  /^(?:尊敬的|各位|@)?\p{Script=Han}{0,6}(?:局长?|书记|主任|科长|处长|领导|同志|同事|老师|好)[，,：:]?$/u

/** The first line that says something, without the colon that leads on from it. */
function titleIn(said: string): string {
  const lines = said.split(/\n+/u).map((line) => line.trim())
  const first = lines.find((line) => line !== '' && !ADDRESS.test(line)) ?? lines[0] ?? said
  return first.replace(/[：:，,。；;]+$/u, '')
}

/** A draft is its author's: another leader's tap on a forwarded card is not his word. */
const kindOf = ({ actor }: Spoken): string => `instruct:${actor.id}`

/** Does it; a question back keeps the message, so that the tap which answers needs not reply to it again. */
export async function askedOn(
  turn: Spoken,
  about: InstructedOn | null,
  act: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await act()
  } catch (error) {
    if (!about || !(error instanceof Asked)) throw error
    const kept = { kind: kindOf(turn), person: turn.actor.id, body: about, at: turn.now }
    const id = await turn.store.drafts.add(kept)
    const choices = error.choices.map((one) => ({
      ...one,
      say: one.say.replace(/^批示(?:\s*草稿\s*\d+)?\s*/u, `批示 草稿 ${id} `),
    }))
    const card = refusalCard(error.say, error.code, error.tries, choices)
    return { line: error.say, ...(card ? { card } : {}) }
  }
}
