/** 议程 on paper: the same content as the card, every line of it, on the page of GB/T 9704. */
import type { Agenda } from '../domain/meeting/agenda.ts'
import type { Changes } from '../domain/meeting/pack.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { agendaTitle } from './agenda.ts'
import { changesSaid, headLines, partsOf } from './agenda-parts.ts'
import type { Leaf, Line } from './document.ts'
import { CHARACTER, HEADING_FONT, TITLE, TITLE_FONT } from './office-page.ts'
import type { Seen } from './seen.ts'

/** The name its file goes by. */
export const agendaFile = (agenda: Agenda): string =>
  `${agendaTitle(agenda)}_${dayOf(agenda.at)}.docx`

/** The agenda as a document; `meets` is when the meeting is held now. */
export function agendaDocument(
  agenda: Agenda,
  changes: Changes,
  seen: Seen,
  meets: Instant = agenda.at,
): Leaf {
  const title = agendaTitle(agenda)
  const line = (text: string): Line => ({ text, align: 'both', indent: 2 * CHARACTER })
  const updates = changesSaid(changes, seen)
  const parts = [
    ...partsOf(agenda, seen),
    ...(updates.length > 0 ? [{ title: '发送后的更新', lines: updates }] : []),
  ].flatMap(({ title, lines }, i) => [
    { ...line(`${numerals[i]}、${title}`), font: HEADING_FONT },
    ...lines.map((one) => line(one.replace(LIGHTS, ''))),
  ])
  return {
    title,
    // 28 points a line, two characters of indent: the office's page has 22 lines of 28 characters.
    spacing: { exactly: 560 },
    blocks: [
      { text: title, size: TITLE, font: TITLE_FONT, align: 'center' },
      line(''),
      ...headLines(agenda, meets, seen).map(line),
      ...parts,
    ],
  }
}

/** Lights are colours of a screen; on paper the heading says what is late. */
const LIGHTS = /^[🔴🟡🟢] /u

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
