/** doctor: everything a keeper would look at when the bot is not well, each with a way to mend it. */
import type { Feishu } from '../../config.ts'
import { checkApp } from '../../feishu/doctor.ts'
import { practiceApp } from '../../practice.ts'
import type { Store } from '../../store/open.ts'
import { databaseOf, shownName, stands, within } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { ledgerFinding, platformFinding, zoneFinding } from '../doctor/clock.ts'
import { databaseFindings } from '../doctor/database.ts'
import { type Finding, look, said, well, wrong } from '../doctor/finding.ts'
import { officeFindings } from '../doctor/office.ts'
import { pushFinding } from '../doctor/pushes.ts'
import { settingsFindings } from '../doctor/settings.ts'

export interface DoctorOptions {
  database?: string | undefined
  json?: boolean | undefined
}

/** Prints a line (or a JSON object) for everything looked at; 1 when something is 异常. */
export async function doctor(desk: Desk, options: DoctorOptions = {}): Promise<Exit> {
  const { settings, found } = settingsFindings(desk)
  if (settings || options.database !== undefined)
    found.push(
      ...(await ledgerFindings(desk, databaseOf(desk, options.database), settings?.feishu)),
    )
  found.push(zoneFinding())
  const api = settings && desk.api()
  if (api && settings.feishu) {
    found.push(await platformFinding(settings.feishu.domain, desk.now))
    for (const { what, ok, hint } of await checkApp(api))
      found.push(ok ? well('平台', what) : wrong('平台', `${what}不可用`, hint))
  }
  for (const finding of found) desk.out(options.json ? JSON.stringify(finding) : said(finding))
  return found.some(({ level }) => level === '异常') ? 1 : 0
}

async function ledgerFindings(
  desk: Desk,
  database: string,
  feishu: Feishu | undefined,
): Promise<Finding[]> {
  if (!stands(database)) {
    const hint = '正式使用请先运行 init；练习请先运行 npm start'
    return [look('数据库', `还没有 ${shownName(database)}`, hint)]
  }
  const examine = async (store: Store): Promise<Finding[]> => {
    const tenant = await store.look((bound) => bound.people.tenant())
    // Practice time is turned ahead of this clock on purpose.
    const clock = tenant === practiceApp.tenant ? [] : [await ledgerFinding(store, desk.now())]
    return [
      ...(await databaseFindings(store, database)),
      ...(await officeFindings(store, desk.now())),
      ...(feishu ? [await pushFinding(store, desk.now())] : []),
      ...clock,
    ]
  }
  try {
    return await within(database, examine)
  } catch (error) {
    return [wrong('数据库', (error as Error).message, '请检查路径、权限，或从备份恢复')]
  }
}
