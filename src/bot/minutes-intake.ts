/** 纪要 comes in: pasted, or read from a file; line by line it is guarded, and then drafts are made of it. */
import { Declined } from '../domain/declined.ts'
import { refuseNotKeeper } from '../domain/meeting/resolution.ts'
import type { Series } from '../domain/meeting/series.ts'
import { numberDoubtedSaid, whichMeetingCard, whichNumberCard } from '../views/minutes-draft.ts'
import { guardHere } from './guard.ts'
import { keepMinutes, lastHeld, numberDoubted } from './minutes.ts'
import { listed, pageOf } from './minutes-list.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** More than a meeting settles. */
const MOST_LINES = 300

/** A line that must not be kept: its place, and why. */
interface RefusedLine {
  line: number
  say: string
}

/** The lines that may be kept; those that must not are neither kept nor logged. A mark alone on its line is the whole paper's. */
function guarded(turn: Spoken, text: string): { text: string; refused: RefusedLine[] } {
  const lines = text.split(/\r\n|[\n\r]/u)
  if (lines.length > MOST_LINES)
    throw new Declined(
      'E-MINUTES-2',
      `一次最多${MOST_LINES}行，这里有${lines.length}行，请分几次粘贴。`,
    )
  const refused: RefusedLine[] = []
  const kept = lines.filter((line, i) => {
    try {
      guardHere(turn, line)
      return true
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      if (error.code === 'E-SECRET-1' && [...line.trim()].length <= MARK_ALONE) throw error
      refused.push({ line: i + 1, say: error.say })
      return false
    }
  })
  return { text: kept.join('\n'), refused }
}

/** A mark with its period: 机密★10年. */
const MARK_ALONE = 12

/** What is said about a paper besides itself. */
export interface AboutPaper {
  series: Series | null
  /** Of which meeting it is, by its number. */
  number: number | null
  /** That number was asked about, and it is meant. */
  sure?: boolean
  /** The file's name. */
  title?: string
}

/** The paper becomes drafts; where nobody can tell which meeting's it is, that is asked first. */
export async function takeMinutes(turn: Spoken, words: string, about: AboutPaper): Promise<Reply> {
  const { text, refused } = guarded(turn, words)
  const headed = `${about.title ?? ''}\n${text}`
  const series = about.series ?? (await seriesIn(turn, headed))
  if (!series) return askWhich(turn, text)
  const meeting = about.number ?? numberIn(headed) ?? (await lastHeld(turn, series))
  const doubted = about.sure ? undefined : await numberDoubted(turn, series, meeting)
  if (doubted) return askNumber(turn, series, meeting, doubted.last, text)
  const { fresh, known, left } = await keepMinutes(turn, series, meeting, text)
  const lines = [
    `纪要已收下，草稿${fresh.length}条。`,
    ...(known.length > 0 ? [`另有${known.length}条本次会议已有，没有重复记录。`] : []),
    ...refused.map(({ line, say }) => `第${line}行：${say}`),
  ]
  return listed(turn, { series, meeting }, fresh[0] ? pageOf(fresh) : 1, lines, left)
}

/** A paper that was kept until it was said which meeting's it is. */
export async function takeSaved(turn: Spoken, id: number, about: AboutPaper): Promise<Reply> {
  const text = (await turn.store.drafts.take(id, 'minutes')) as string | undefined
  if (text === undefined) throw new Declined('E-MINUTES-6', '这份草稿已经用过了，请重新粘贴纪要。')
  return takeMinutes(turn, text, about)
}

/** There is no such meeting yet: the paper is kept, and one tap says of which it is. */
async function askNumber(
  turn: Spoken,
  series: Series,
  meeting: number,
  last: number,
  text: string,
): Promise<Reply> {
  refuseNotKeeper(turn.actor, series, turn.directory)
  const kept = { kind: 'minutes', person: turn.actor.id, body: text, at: turn.now }
  const id = await turn.store.drafts.add(kept)
  const card = whichNumberCard(series, meeting, last, id)
  return { line: numberDoubtedSaid(series, meeting, last), card, private: true }
}

/** The meeting's name in the paper's first lines, that of the group, or the only one the speaker keeps. */
async function seriesIn(turn: Spoken, text: string): Promise<Series | undefined> {
  const all = await turn.store.meetings.list()
  const head = text.slice(0, HEAD)
  const [named, other] = all.filter((one) => head.includes(one.name))
  if (named && !other) return named
  const here = all.find((one) => turn.place === `g:${one.chat}`)
  if (here) return here
  const [own, more] = all.filter((one) => one.secretary === turn.actor.id)
  return more ? undefined : own
}

const HEAD = 200

/** 第147次 in the paper's own title. */
function numberIn(text: string): number | undefined {
  const title = text
    .split('\n', 3)
    .find((line) => /第\s*\d{1,5}\s*次/u.test(line) && line.length <= 60)
  return title === undefined ? undefined : Number(/第\s*(\d{1,5})\s*次/u.exec(title)![1])
}

async function askWhich(turn: Spoken, text: string): Promise<Reply> {
  const kept = { kind: 'minutes', person: turn.actor.id, body: text, at: turn.now }
  const id = await turn.store.drafts.add(kept)
  const all = await turn.store.meetings.list()
  return { line: '请选择是哪个例会的纪要。', card: whichMeetingCard(all, id), private: true }
}
