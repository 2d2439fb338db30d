/** The thread of a press: makes one paper, asking for the lines of a long one as it goes. */
import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { handPress } from './bot/press.ts'
import type { Instant } from './domain/time/day.ts'
import type { Leaf } from './views/document.ts'
import { type Lines, type LongSheet, TooHeavy } from './views/long-sheet.ts'
import type { Sheet } from './views/sheet.ts'

/** What it is told at its birth. */
export type Job =
  | { sheets: readonly Sheet[]; at: Instant }
  | { leaf: Leaf }
  | { sheet: LongSheet; most: number }

/** What it says: the file, or that it wants more lines, or that it gives up. */
export type Answer = Uint8Array | 'more' | 'too heavy'

const job = workerData as Job
const port = parentPort as MessagePort

const say = (answer: Answer, given: ArrayBufferLike[] = []) =>
  port.postMessage(answer, given as ArrayBuffer[])

async function* lines(): Lines {
  for (;;) {
    say('more')
    const [some] = await once(port, 'message')
    if (some === null) return
    yield some
  }
}

const made = () => {
  if ('sheets' in job) return handPress.print(job.sheets, job.at)
  if ('leaf' in job) return handPress.write(job.leaf)
  return handPress.roll(job.sheet, lines(), job.most)
}

try {
  const file = await made()
  say(file, [file.buffer])
} catch (error) {
  if (!(error instanceof TooHeavy)) throw error
  say('too heavy')
}
