/** verify: has anybody altered, dropped or cut off a line of history? */
import { databaseOf, inStore, shownName } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { objectName, verified } from '../history.ts'

export interface VerifyOptions {
  database?: string | undefined
  json?: boolean | undefined
}

/** Prints how much was followed, and every finding; 1 when there is one. */
export async function verify(desk: Desk, options: VerifyOptions = {}): Promise<Exit> {
  const database = databaseOf(desk, options.database)
  const state = await inStore(database, verified)
  const { objects, lines, broken } = state
  if (options.json) desk.out(JSON.stringify({ ok: broken.length === 0, ...state }))
  else {
    desk.out(`${shownName(database)}：历史链${objects}条，共${lines}行。`)
    for (const { object, what } of broken) desk.out(`[异常] ${objectName(object)}：${what}`)
    desk.out(
      broken.length === 0
        ? '[正常] 历史完整，未见改动。'
        : `发现${broken.length}处异常。请停用该库、保留现场，用最近的备份核对。`,
    )
  }
  return broken.length === 0 ? 0 : 1
}
