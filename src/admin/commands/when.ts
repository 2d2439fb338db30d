/** `when`: how the deadline reader takes a phrase, by the built-in calendar and usual office hours. */
import type { Readable } from 'node:stream'
import { calendarOf } from '../../domain/time/calendar.ts'
import { isoOf } from '../../domain/time/day.ts'
import { type Reading, readDeadline } from '../../domain/time/deadline.ts'
import { notices } from '../../domain/time/notices.ts'
import type { Desk, Exit } from '../desk.ts'
import { eachObject } from '../stdin.ts'

/** Reads `{"id","ref","text"}` a line and prints one line for each; exit 1 when a line could not be read. */
export async function when(desk: Desk, input: Readable): Promise<Exit> {
  const calendar = calendarOf(notices)
  let exit: Exit = 0
  const wrong = (say: string) => {
    exit = 1
    desk.note(say)
  }
  await eachObject(
    input,
    ({ id, ref, text }) => {
      const now = typeof ref === 'string' ? Date.parse(ref) : Number.NaN
      if (Number.isNaN(now) || typeof text !== 'string')
        return wrong(`${String(id)}：需要 ref（带时区的 ISO 时间）和 text`)
      desk.out(JSON.stringify({ id, ...answerOf(readDeadline(text, now, { calendar })) }))
    },
    wrong,
  )
  return exit
}

/** A reading as the contract of the command has it: times in office time, `+08:00`. */
function answerOf(reading: Reading): Record<string, unknown> {
  switch (reading.kind) {
    case 'ok': {
      const { due, rest, offDay, provisional } = reading
      return { kind: 'due', due: isoOf(due), rest, offDay, provisional }
    }
    case 'recur': {
      const { next, rest, provisional } = reading
      return { kind: 'recur', next: next.map(isoOf), rest, provisional }
    }
    case 'ask': {
      const { candidates, reason, rest } = reading
      return { kind: 'ask', candidates: candidates.map(({ due }) => isoOf(due)), reason, rest }
    }
    case 'reject':
      return { kind: 'reject', reason: reading.reason, rest: reading.rest }
  }
}
