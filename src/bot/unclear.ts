/** What names a matter and asks for nothing the house knows, or asks about something: it is told how things stand, and asked. */
import { Asked, Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { carries } from '../domain/matter/report.ts'
import { mayDo } from '../domain/matter/rights.ts'
import { canSee } from '../domain/matter/sight.ts'
import { nextStep } from '../domain/matter/transitions.ts'
import { fillSlots } from './filling.ts'
import { claimsDone, numberedAt } from './number-first.ts'
import type { Hit } from './registry.ts'
import { type Sentence, wordsIn } from './sentence.ts'
import type { Spoken } from './turn.ts'
import type { Wanted } from './understand.ts'

/** `12号 报送材料已备齐` names a matter without a word for what is wanted: one tap tells. */
export async function askAboutNumber(turn: Spoken, sentence: Sentence): Promise<void> {
  const begun = numberedAt(sentence)
  const matter = begun && (await turn.store.matters.get(begun.id))
  if (!begun || !matter || !canSee(turn.actor, matter, turn.directory)) return
  turn.understood = { command: null, slots: { matter } }
  const reports = matter.status === 'in_progress' && carries(turn.actor, matter, turn.directory)
  const words = wordsIn(sentence, begun.from)
  const closes = claimsDone(words) && mayDo(turn.actor, matter, 'requestClose', turn.directory)
  throw new Asked('E-SAY-8', `没有听懂要对${matter.id}号办什么，台账未作变动。请选择：`, [
    ...(closes ? [{ label: '申请办结', say: `办结 ${matter.id} ${words}` }] : []),
    ...(reports ? [{ label: '记为进展', say: `报 ${matter.id} ${words}` }] : []),
    { label: `查看${matter.id}号`, say: `查 ${matter.id}` },
  ])
}

type Question = Extract<Wanted, { kind: 'question' }>

/** `办结了吗` changes nothing: it is told how the matter stands, and asked whether more is wanted. */
export async function answerQuestion(
  turn: Spoken,
  hit: Question,
  sentence: Sentence,
): Promise<never> {
  const say = '听到的是询问，台账未作变动。'
  const raw = sentence.raw.slice(0, hit.until)
  const folded = sentence.folded.slice(0, hit.until)
  const matter = await matterIn(turn, hit, { ...sentence, raw, folded })
  turn.understood = { command: null, slots: matter ? { matter } : {} }
  if (!matter)
    throw new Declined('E-SAY-6', `${say}要看一件事，请说“查”和编号；确要办理，请去掉问号。`)
  throw new Asked('E-SAY-6', `${say}${matter.id}号${nextStep(matter, turn.directory).say}。`, [
    { label: `查看${matter.id}号`, say: `查 ${matter.id}` },
  ])
}

/** The matter a sentence is about, whether or not the rest of it can be read. */
async function matterIn(turn: Spoken, hit: Hit, sentence: Sentence): Promise<Matter | undefined> {
  try {
    await fillSlots(turn, { ...hit, glued: false }, sentence)
  } catch (error) {
    if (!(error instanceof Declined)) throw error
  }
  const named = turn.understood?.slots.matter as Matter | undefined
  if (named || turn.replied === undefined) return named
  const replied = await turn.store.matters.get(turn.replied)
  return replied && canSee(turn.actor, replied, turn.directory) ? replied : undefined
}
