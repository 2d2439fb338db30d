/** A press beside the process: each paper is made in a thread of its own, so that nobody who speaks meanwhile waits. */
import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Press } from './bot/press.ts'
import type { Answer, Job } from './press-thread.ts'
import { TooHeavy } from './views/long-sheet.ts'

/** Compiled, bundled or as written: the thread's file lies beside this one. */
const thread = new URL(`./press-thread${extname(import.meta.url)}`, import.meta.url)

/** MiB of a thread's heap: the largest table that is printed fits, and what was made is thrown away soon. */
const ROOM = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 }

/** When the short papers before have ended, well or not. */
let before: Promise<unknown> = Promise.resolve()

/** However many are to go out at once: each thread takes room. A long one waits for none of them, nor they for it. */
function inTurn(job: Job): Promise<Uint8Array> {
  const now = before.then(() => made(job))
  before = now.catch(() => {})
  return now
}

/** A thread is there for one paper and gone with it, so that nothing of it is kept while nobody asks for one. */
export const pressBeside: Press = {
  print: (sheets, at) => inTurn({ sheets, at }),
  write: (leaf) => inTurn({ leaf }),
  roll: (sheet, lines, most) => made({ sheet, most }, lines[Symbol.asyncIterator]()),
}

async function made(
  job: Job,
  lines?: AsyncIterator<readonly (readonly unknown[])[]>,
): Promise<Uint8Array> {
  const worker = new Worker(thread, { workerData: job, resourceLimits: ROOM })
  const broken = new Promise<never>((_, fails) => worker.once('error', fails))
  // It may break while its next lines are being read.
  broken.catch(() => {})
  try {
    for (;;) {
      const [answer] = (await Promise.race([once(worker, 'message'), broken])) as [Answer]
      if (answer instanceof Uint8Array) return answer
      if (answer === 'too heavy') throw new TooHeavy('more than the file may weigh')
      const next = await lines?.next()
      worker.postMessage(next?.done === false ? next.value : null)
    }
  } finally {
    await lines?.return?.()
    await worker.terminate()
  }
}
