/**
 * The golden table of the deadline reader: what was said, when, and what it means.
 * A line is `sentence => meaning` or `sentence => meaning => rest`. A meaning is a moment
 * (`12-05 18:00`, with the year where it is not the year of speaking), followed by 休 on a rest
 * day and 暂 where it rests on an unannounced year; three moments parted by `/` come round;
 * 问 is a question, 过 past, 误 no such time, 泛 vague, 无 no deadline.
 */
import { audit } from './golden/audit.ts'
import { contradictions } from './golden/contradictions.ts'
import { dates } from './golden/dates.ts'
import { festivals } from './golden/festivals.ts'
import { hours } from './golden/hours.ts'
import { mentions } from './golden/mentions.ts'
import { periods } from './golden/periods.ts'
import { recurrences } from './golden/recurrences.ts'
import { sentences } from './golden/sentences.ts'
import { stretches } from './golden/stretches.ts'
import { weeks } from './golden/weeks.ts'
import { writing } from './golden/writing.ts'

/** Lines of the table by the office time of speaking, `2026-11-24 10:00`. */
export type Golden = Readonly<Record<string, string>>

/** One row of the table. */
export interface Row {
  ref: string
  text: string
  meaning: string
  rest: string | undefined
}

const tables: Readonly<Record<string, Golden>> = {
  hours,
  dates,
  periods,
  weeks,
  stretches,
  festivals,
  contradictions,
  recurrences,
  mentions,
  writing,
  sentences,
  audit,
}

/** The rows of every table, by the table's name. */
export const rows: Readonly<Record<string, readonly Row[]>> = Object.fromEntries(
  Object.entries(tables).map(([name, table]) => [name, Object.entries(table).flatMap(rowsOf)]),
)

function rowsOf([ref, lines]: [string, string]): Row[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [text = '', meaning = '', rest] = line.split('=>').map((part) => part.trim())
      return { ref, text, meaning, rest }
    })
}
