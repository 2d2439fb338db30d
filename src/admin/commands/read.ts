/** `read`: how the bot takes a sentence: who says what where, and what it would do; nothing is changed. */
import { Declined } from '../../domain/declined.ts'
import { openStore } from '../../store/open.ts'
import { inStore } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { officeOn, practiceOn } from '../read/office.ts'
import { reading, type Said } from '../read/reader.ts'
import { inFolder } from '../scratch.ts'
import { eachObject } from '../stdin.ts'

export interface ReadOptions {
  /** An office's database; without it the practice office after its first days. */
  database?: string | undefined
}

/** Reads `{"id","as","in","text","addressed","replyTo"?}` a line and prints one line for each; 1 when one was not that. */
export async function read(desk: Desk, options: ReadOptions): Promise<Exit> {
  if (options.database !== undefined)
    return inStore(options.database, async (store) =>
      readAll(desk, await reading(await officeOn(store, desk, desk.now))),
    )
  return inFolder(async (dir) => {
    const store = await openStore(`${dir}/read.db`)
    try {
      return await readAll(desk, await reading(await practiceOn(store, desk)))
    } finally {
      await store.close()
    }
  })
}

async function readAll(desk: Desk, one: (said: Said) => Promise<object>): Promise<Exit> {
  let exit: Exit = 0
  const wrong = (say: string) => {
    exit = 1
    desk.note(say)
  }
  await eachObject(
    desk.input,
    async ({ id, ...rest }) => {
      const said = saidIn(rest)
      if (!said) return wrong(`${String(id)}：需要 as、in（group、private 或 reply）和 text`)
      try {
        desk.out(JSON.stringify({ id, ...(await one(said)) }))
      } catch (error) {
        if (!(error instanceof Declined)) throw error
        wrong(`${String(id)}：${error.say}`)
      }
    },
    wrong,
  )
  return exit
}

/** A line as a sentence; undefined where something needed is not there. */
function saidIn(line: Record<string, unknown>): Said | undefined {
  const { as, in: place, text, addressed, replyTo } = line
  if (typeof as !== 'string' || typeof text !== 'string') return undefined
  if (place !== 'group' && place !== 'private' && place !== 'reply') return undefined
  const number = Number(replyTo ?? Number.NaN)
  return {
    as,
    in: place,
    text,
    addressed: addressed === true,
    replyTo: Number.isInteger(number) ? number : undefined,
  }
}
