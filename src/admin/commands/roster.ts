/** roster: the filled-in 花名册 compared, taken over, and everybody's account looked up. */
import { readFileSync } from 'node:fs'
import { applyRoster, comparedWith } from '../../bot/enrolment.ts'
import { Declined } from '../../domain/declined.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { isMassLeaving, keepsAnAdmin, type RosterComparison } from '../../domain/people/roster.ts'
import type { RosterRow } from '../../domain/people/roster-row.ts'
import { comparisonSaid } from '../../views/roster.ts'
import { readRoster } from '../../views/roster-reading.ts'
import { readSheets } from '../../views/sheet.ts'
import { databaseOf, inStore } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { matchAccounts, matchingSaid } from '../office/accounts.ts'
import { keeperLine } from '../office/keeper-line.ts'

export interface RosterOptions {
  database?: string | undefined
  /** Take it over; otherwise only the differences are shown. */
  confirm?: boolean | undefined
}

/** Shows the differences, and with `confirm` makes them so. 1 when the roster has mistakes: nothing is changed then. */
export async function roster(desk: Desk, file: string, options: RosterOptions = {}): Promise<Exit> {
  const bytes = bytesOf(file)
  const database = databaseOf(desk, options.database)
  const sheets = await readSheets(bytes).catch((error: unknown) => {
    if (error instanceof Declined) return error
    throw error
  })
  if (sheets instanceof Declined) {
    desk.out(`[异常] ${sheets.say}`)
    return 1
  }
  const { rows, findings } = readRoster(sheets[0]?.rows ?? [])
  for (const { level, say } of findings)
    desk.out(`${level === 'error' ? '[异常]' : '[注意]'} ${say}`)
  if (findings.some(({ level }) => level === 'error')) {
    desk.out('花名册有误，未作任何变动。')
    return 1
  }
  return inStore(database, async (store) => {
    const before = await store.look((bound) => bound.people.directory())
    const comparison = comparedWith(before, rows)
    for (const line of differences(comparison, before)) desk.out(line)
    if (!keepsAnAdmin(comparison)) {
      const hint = '请在花名册“职责”列给管理员填上“管理员”'
      desk.out(`[异常] 导入后将没有管理员，未作任何变动：${hint}。`)
      return 1
    }
    if (isMassLeaving(comparison)) {
      const hint = '请核对花名册是否完整；确要减员，请在飞书里把花名册发给机器人，核对后确认'
      desk.out(
        `[异常] 导入后将有${comparison.left.length}人离任，超过半数，未作任何变动：${hint}。`,
      )
      return 1
    }
    if (!options.confirm) {
      desk.out('以上是核对结果，尚未导入。核对无误后加 --confirm 导入。')
      return 0
    }
    await store.turn(async (bound) => {
      await applyRoster(bound, await bound.people.directory(), rows)
      await keeperLine(bound, desk.now(), '登记', comparisonSaid(comparison))
    })
    desk.out('花名册已登记。')
    const api = desk.api()
    if (!api) {
      desk.out('尚未设置 FEISHU_APP_ID，飞书账号待设置后再次运行本命令匹配。')
      return 0
    }
    const matching = await matchAccounts(store, api)
    const after = await store.look((bound) => bound.people.directory())
    for (const line of matchingSaid(matching, (unit) => after.unitName(unit))) desk.out(line)
    return 0
  })
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new Declined('E-USE-9', `打不开 ${file}。`)
  }
}

/** The counts, and whom they count. */
function differences(comparison: RosterComparison, before: Directory): string[] {
  const row = ({ unit, name }: RosterRow) => `${unit}${name}`
  const lists: [string, string[]][] = [
    ['新增', comparison.new.map(row)],
    [
      '调动',
      comparison.moved.map(
        (one) => `${one.person.name}：${before.unitName(one.person.unit)}→${one.row.unit}`,
      ),
    ],
    ['变更', comparison.changed.map((one) => row(one.row))],
    ['离任', comparison.left.map((one) => `${before.unitName(one.unit)}${one.name}`)],
  ]
  const named = lists.flatMap(([word, names]) =>
    names.length > 0 ? [`${word}${names.length}人：${names.join('、')}`] : [],
  )
  return [`${comparisonSaid(comparison)}。`, ...named]
}
