/** The sample office's roster as its keeper drops it into the chat. */
import { people } from '../../src/sample/people.ts'
import { writeSheets } from '../../src/views/sheet.ts'
import { personNamed, type World } from '../world.ts'

const POSTS = {
  principal: '主要领导',
  leader: '分管领导',
  division: '其他处级',
  head: '科长',
  deputy: '副科长',
  staff: '科员',
}
const ROLES = {
  supervisor: '督查员',
  secretary: '会议秘书',
  admin: '管理员',
  liaison: '联络员',
  counter: '窗口',
  party: '党务',
}

/** A line: 姓名、部门、职务、岗位、手机号、职责. */
type Change = (row: string[]) => string[] | undefined

/** The roster with lines changed or left out. */
export function rosterFile(world: World, change: Change = (row) => row) {
  const rows = people.flatMap((one) => {
    const roles = one.roles.map((role) => ROLES[role]).join('、')
    const row = change([one.name, one.unit, one.title, POSTS[one.post], one.mobile, roles])
    return row ? [row] : []
  })
  const columns = ['姓名', '部门', '职务', '岗位', '手机号', '职责'].map((title) => ({ title }))
  return writeSheets([{ name: '花名册', columns, rows }], world.ground.clock.now())
}

/** The keeper drops a file; gives what he is told. */
export async function dropRoster(world: World, bytes: Uint8Array): Promise<string> {
  world.received('马晓东')
  await world.ground.street.sendFile(personNamed('马晓东').openId, 'bot', '花名册.xlsx', bytes)
  await world.ground.bot.settled()
  await world.ground.bot.settled()
  return world.received('马晓东').join('\n')
}

/** Somebody is in another unit from now on. */
export async function moves(world: World, who: string, unit: string): Promise<string> {
  const change: Change = (row) => (row[0] === who ? [row[0], unit, ...row.slice(2)] : row)
  await dropRoster(world, await rosterFile(world, change))
  return world.taps('马晓东', '确认登记')
}
