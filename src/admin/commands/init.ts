/** init: from nothing to a database, the roster's template, and a first admin. */
import { writeFileSync } from 'node:fs'
import { Declined } from '../../domain/declined.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Bound } from '../../store/store.ts'
import { rosterTemplate } from '../../views/roster.ts'
import { writeSheets } from '../../views/sheet.ts'
import { shownName, within } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { matchAccounts } from '../office/accounts.ts'
import { keeperLine } from '../office/keeper-line.ts'
import { sizeOf } from '../scratch.ts'

const UNIT = '办公室'

export interface InitOptions {
  /** Mobile number of the first admin. */
  keeper?: string | undefined
  /** His name; 管理员 until the roster says better. */
  name?: string | undefined
  database?: string | undefined
  /** Where the template is written. */
  out?: string | undefined
  force?: boolean | undefined
}

/** Makes what is missing, changes nothing that is there, and says what comes next. */
export async function init(desk: Desk, options: InitOptions = {}): Promise<Exit> {
  const { name = '管理员', out = '花名册模板.xlsx', force } = options
  const keeper = options.keeper ?? keeperSet(desk)
  if (keeper !== undefined && !/^1[3-9]\d{9}$/.test(keeper))
    throw new Declined('E-USE-8', `--keeper 应为11位手机号，收到“${keeper}”。`)
  if (sizeOf(out) !== undefined && !force)
    throw new Declined(
      'E-USE-8',
      `${out} 已存在，未作任何变动。覆盖请加 --force，或用 --out 另存。`,
    )
  const database = options.database ?? desk.settings().databaseUrl
  const api = desk.api()
  await within(database, async (store) => {
    desk.out(`数据库已就绪：${shownName(database)}`)
    if (keeper === undefined) return
    const admin = await store.turn((bound) => firstAdmin(bound, desk, keeper, name))
    desk.out(`管理员：${admin.name}（手机尾号${keeper.slice(-4)}）`)
    if (!api || admin.openId !== null) return
    const { matched } = await matchAccounts(store, api)
    desk.out(matched > 0 ? '已匹配到飞书账号。' : '按手机号未找到飞书账号，请核对手机号。')
  })
  writeFileSync(out, await writeSheets(rosterTemplate(), desk.now()))
  desk.out(`花名册模板：${out}`)
  for (const [index, step] of nextSteps(out).entries()) desk.out(`${index + 1}. ${step}`)
  return 0
}

/** The keeper of the settings, where he is given by his mobile number. */
function keeperSet(desk: Desk): string | undefined {
  const { keeper } = desk.settings()
  return keeper !== undefined && /^1\d{10}$/.test(keeper) ? keeper : undefined
}

async function firstAdmin(store: Bound, desk: Desk, mobile: string, name: string): Promise<Person> {
  const directory = await store.people.directory()
  const known = [...directory.people.values()].find((one) => one.mobile === mobile && !one.left)
  if (known?.roles.includes('admin')) return known
  await keeperLine(store, desk.now(), '指定管理员', known?.name ?? name)
  if (known) {
    const admin: Person = { ...known, roles: [...known.roles, 'admin'] }
    await store.people.savePerson(admin)
    return admin
  }
  const bare = { aliases: [], parent: null, head: null, charge: null, members: [], ends: null }
  const unit =
    directory.unitNamed(UNIT)?.id ??
    (await store.people.addUnit({ name: UNIT, kind: 'department', ...bare }))
  const born: Omit<Person, 'id'> = {
    name,
    unit,
    title: '',
    post: 'staff',
    roles: ['admin'],
    openId: null,
    unionId: null,
    mobile,
    left: false,
  }
  return { id: await store.people.addPerson(born), ...born }
}

const nextSteps = (template: string): string[] => [
  `填写 ${template}（管理员一行的“职责”列填“管理员”），然后导入：npm run -s duban -- roster 花名册.xlsx`,
  '按 docs/feishu.md 建好飞书应用，把凭证写进 .env，然后检查：npm run -s duban -- doctor',
  '启动：npm start；再把机器人拉进各科室的群，由管理员在群里说“绑定 科室名”。',
]
