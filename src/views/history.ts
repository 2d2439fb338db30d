/** 历史: a matter's life as a timeline, one line a change, in the words of those who made it. */
import { card, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Instant } from '../domain/time/day.ts'
import { shortened, stamp } from './words.ts'

export interface HistoryLine {
  at: Instant
  actor: number | null
  verb: string
  text: string
  way: string
  change: { after: Record<string, unknown> }
}

const MOST = 40

/** The timeline, newest last; a long one keeps its beginning and its end. */
export function historyCard(matter: Matter, lines: HistoryLine[], directory: Directory): Card {
  const said = lines.map((line) => {
    const { inStead } = line.change.after
    const stead = typeof inStead === 'number' ? `（代${directory.name(inStead)}）` : ''
    const who = line.actor === null ? '系统' : directory.name(line.actor) + stead
    return `${stamp(line.at)} ${who} ${line.verb}${line.text ? `：${line.text}` : ''}`
  })
  const shown =
    said.length <= MOST
      ? said
      : [...said.slice(0, 5), `（中间${said.length - MOST}条从略）`, ...said.slice(5 - MOST)]
  return card({
    title: `${matter.id}号 历史（${lines.length}条）`,
    subtitle: shortened(matter.title, 60),
    color: 'grey',
    elements: [...shown.map((line) => text(line)), note('历史只增不改，逐条校验。')],
  })
}
