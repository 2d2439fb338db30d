/** verify: has anybody altered, dropped or cut off a line of history? */
import { brokenLinks } from '../../store/chain.ts'
import { databaseOf, inStore, shownName } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { exportedHistory, objectName, verified } from '../history.ts'
import { readJson } from '../read-json.ts'

export interface VerifyOptions {
  database?: string | undefined
  json?: boolean | undefined
  /** One matter's history as it was exported; no database is needed. */
  file?: string | undefined
}

/** Prints how much was followed, and every finding; 1 when there is one. */
export async function verify(desk: Desk, options: VerifyOptions = {}): Promise<Exit> {
  if (options.file !== undefined) return verifyFile(desk, options.file, options.json ?? false)
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

/** Follows an exported chain by itself; what it ends with can be held against the card or a paper. */
function verifyFile(desk: Desk, file: string, json: boolean): Exit {
  const read = readJson(file)
  const found = 'wrong' in read ? undefined : exportedHistory(read.value)
  if (!found) {
    desk.note(`${file}：${'wrong' in read ? read.wrong : '不是导出的历史'}`)
    return 2
  }
  const { object, formal, lines, rev, head } = found
  const broken = [
    ...lines.flatMap((line) => (line.object === object ? [] : [`第${line.seq}行属于别的事项`])),
    ...brokenLinks(lines, { seq: rev, hash: head }),
  ]
  const ok = broken.length === 0
  if (json) desk.out(JSON.stringify({ ok, object, lines: lines.length, head, broken }))
  else {
    desk.out(`${formal}：历史${lines.length}行，末条指纹 ${head.slice(0, 12)}。`)
    for (const what of broken) desk.out(`[异常] ${what}`)
    desk.out(
      ok
        ? '[正常] 首尾相连，未见改动；请与卡片或纸面上的指纹对照。'
        : `发现${broken.length}处异常。`,
    )
  }
  return ok ? 0 : 1
}
