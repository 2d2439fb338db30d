/** A typed sentence: whose it is, what it wants, and the answer. */
import { Asked, Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { carries } from '../domain/matter/report.ts'
import { mayDo } from '../domain/matter/rights.ts'
import { canSee } from '../domain/matter/sight.ts'
import { nextStep } from '../domain/matter/transitions.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Person } from '../domain/people/person.ts'
import type { Bound } from '../store/store.ts'
import { unknownCard } from '../views/unknown.ts'
import { answerSaid, write } from './answer.ts'
import { withPicture } from './attach.ts'
import { withoutThanks } from './courtesy.ts'
import { readSlots } from './grammar.ts'
import { guardHere } from './guard.ts'
import { askWhenLate } from './late.ts'
import { linesOf, obeyLines } from './lines.ts'
import type { Heard, Quoted, Said, Understood } from './message.ts'
import { claimsDone, numberedAt } from './number-first.ts'
import type { Office } from './office.ts'
import { spokenOn } from './open-turn.ts'
import { isTooLong, takesPasted } from './pasted.ts'
import { groupPlace, privatePlace } from './place.ts'
import { readQuoted, wantsQuoted } from './quoted.ts'
import type { Hit } from './registry.ts'
import { mentionsBehindNumber, type Sentence, sentenceOf, wordsIn } from './sentence.ts'
import { type Reading, Unfinished } from './slot.ts'
import type { Spoken } from './turn.ts'
import { understand, type Wanted } from './understand.ts'

/** The platform gives up pushing an event after some seven hours. */
const DAY = 86_400_000

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
    return stranger(office, store, directory, said)
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
  const whole = withoutThanks(sentenceOf(text, said.mentions))
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

/** `12号 报送材料已备齐` names a matter without a word for what is wanted: one tap tells. */
async function askAboutNumber(turn: Spoken, sentence: Sentence): Promise<void> {
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
async function answerQuestion(turn: Spoken, hit: Question, sentence: Sentence): Promise<never> {
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

/** Reads the holes of a sentence after checking who may say it; nothing when the word was part of another one. */
export async function fillSlots(
  turn: Spoken,
  { command, file, rest, glued }: Hit & { glued: boolean },
  sentence: Sentence,
): Promise<Record<string, unknown> | undefined> {
  const understood: Understood = { command: { file, name: command.name }, slots: {} }
  turn.understood = understood
  turn.wording = wordsIn(sentence)
  // Before anything of it is kept or looked up: what must not be here never comes in.
  if (!command.guardsLines) guardHere(turn, wordsIn(sentence))
  const reading: Reading = {
    sentence: command.slots.matter ? mentionsBehindNumber(sentence, rest) : sentence,
    // 明天 is the day after he said it, not after it got here; what is older than a day is read as of now.
    now: turn.now - turn.at < DAY ? turn.at : turn.now,
    calendar: turn.calendar,
    directory: turn.directory,
    store: turn.store,
    replied: turn.replied,
    profiles: turn.profiles,
    filled: {},
    took: (slots) => {
      understood.slots = slots
    },
    see(matter) {
      if (canSee(turn.actor, matter, turn.directory)) return
      throw new Declined('E-RIGHT-5', `${matter.id}号由其他单位承办，不在您的知悉范围。`, ['待办'])
    },
  }
  if (command.who.may(turn.actor, turn.directory)) return readSlots(command, reading, rest, glued)
  // Read all the same, so that it is known what was refused; what it lacks is not the reason.
  try {
    if (!(await readSlots(command, reading, rest, glued))) return undefined
  } catch (error) {
    if (!(error instanceof Declined)) throw error
  }
  throw new Declined('E-RIGHT-1', `“${command.name}”由${command.who.label}使用。`, ['帮助'])
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

/** Another tenant's people can do nothing; the first known person tells which tenant is ours. */
export async function isForeign(office: Office, store: Bound, tenant: string): Promise<boolean> {
  office.tenant ??= (await store.people.tenant()) ?? undefined
  if (office.tenant !== undefined) return office.tenant !== tenant
  await store.people.serve(tenant)
  return false
}

async function stranger(
  office: Office,
  store: Bound,
  directory: Directory,
  said: Said,
): Promise<Heard> {
  const say = '您还不在本单位名册中，请联系管理员登记。'
  if (!said.addressed) return { outcome: 'ignored' }
  if (said.message) {
    const nobody: Person = {
      id: 0,
      name: '',
      unit: 0,
      title: '',
      post: 'staff',
      roles: [],
      openId: null,
      unionId: null,
      mobile: null,
      left: false,
    }
    const by = {
      actor: nobody,
      at: said.at,
      message: said.message,
      replied: undefined,
      file: undefined,
    }
    const place = groupPlace(said.chat.id ?? '')
    const cause = { key: said.key, way: '消息' }
    await write(spokenOn(office, store, directory, cause, { ...by, place }), { lines: [say] })
  }
  return { outcome: 'refused', reply: say }
}
