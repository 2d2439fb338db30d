/** 议程 on paper: the same content as the card, every line of it, on the page of GB/T 9704. */
import { clean } from '../card/plain.ts'
import type { Agenda } from '../domain/meeting/agenda.ts'
import type { Changes } from '../domain/meeting/pack.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { agendaTitle } from './agenda.ts'
import { changesSaid, headLines, partsOf } from './agenda-parts.ts'
import { A4, BODY, BODY_FONT, HEADING_FONT, MARGIN, TITLE, TITLE_FONT } from './office-page.ts'
import { packed } from './packed.ts'
import type { Seen } from './seen.ts'

/** The name its file goes by. */
export const agendaFile = (agenda: Agenda): string =>
  `${agendaTitle(agenda)}_${dayOf(agenda.at)}.docx`

/** The agenda as a .docx that WPS and Word open; `meets` is when the meeting is held now. */
export async function agendaDocument(
  agenda: Agenda,
  changes: Changes,
  seen: Seen,
  meets: Instant = agenda.at,
): Promise<Uint8Array> {
  const { AlignmentType, Document, LineRuleType, Paragraph, TextRun } = await import('docx')
  const paragraph = (text: string, look: object = {}, centred = false) =>
    new Paragraph({
      alignment: centred ? AlignmentType.CENTER : AlignmentType.BOTH,
      // 28 points a line, two characters of indent: the office's page has 22 lines of 28 characters.
      spacing: { line: 560, lineRule: LineRuleType.EXACT },
      ...(centred ? {} : { indent: { firstLine: BODY * 20 } }),
      children: [new TextRun({ text: clean(text), font: BODY_FONT, size: BODY, ...look })],
    })
  const updates = changesSaid(changes, seen)
  const parts = [
    ...partsOf(agenda, seen),
    ...(updates.length > 0 ? [{ title: '发送后的更新', lines: updates }] : []),
  ].flatMap(({ title, lines }, i) => [
    paragraph(`${numerals[i]}、${title}`, { font: HEADING_FONT }),
    ...lines.map((one) => paragraph(one.replace(LIGHTS, ''))),
  ])
  const document = new Document({
    creator: '督办',
    title: agendaTitle(agenda),
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        children: [
          paragraph(agendaTitle(agenda), { size: TITLE, font: TITLE_FONT }, true),
          paragraph(''),
          ...headLines(agenda, meets, seen).map((one) => paragraph(one)),
          ...parts,
        ],
      },
    ],
  })
  return packed(document)
}

/** Lights are colours of a screen; on paper the heading says what is late. */
const LIGHTS = /^[🔴🟡🟢] /u

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
