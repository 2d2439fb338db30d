/** The database: whether it opens, takes writes, has room to grow, and reads from end to end. */
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Store } from '../../store/open.ts'
import { shownName } from '../database.ts'
import { objectName, verified } from '../history.ts'
import { isServer } from '../scratch.ts'
import { type Finding, look, well, wrong } from './finding.ts'

const MB = 1024 * 1024
const LOW = 1024 * MB
const OUT = 100 * MB

/** What is to be said of an open database. */
export async function databaseFindings(store: Store, database: string): Promise<Finding[]> {
  return [...room(database), await writes(store, database), await history(store)]
}

/** Room on the disk; a server's disk is its keeper's matter. */
function room(database: string): Finding[] {
  if (isServer(database)) return []
  const { bavail, bsize } = statfsSync(dirname(database))
  const free = bavail * bsize
  const say = `剩余空间 ${Math.floor(free / MB)} MB`
  if (free < OUT) return [wrong('磁盘', say, '空间将尽，台账会停止写入，请立即清理')]
  return [free < LOW ? look('磁盘', say, '请尽快清理或扩容') : well('磁盘', say)]
}

class TakenBack extends Error {}

/** Writes and takes it back. */
async function writes(store: Store, database: string): Promise<Finding> {
  const name = `${store.dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL'} ${shownName(database)}`
  try {
    await store.turn(async (bound) => {
      await bound.counters.next('doctor')
      throw new TakenBack()
    })
  } catch (error) {
    if (error instanceof TakenBack) return well('数据库', `${name} 可读可写`)
    const hint = '请检查文件权限、磁盘空间和是否被其他程序占用'
    return wrong('数据库', `${name} 不能写入：${(error as Error).message}`, hint)
  }
  return wrong('数据库', `${name} 没有撤回试写`, '请停用并联系开发者')
}

async function history(store: Store): Promise<Finding> {
  try {
    const { objects, lines, broken } = await verified(store)
    const [first] = broken
    if (!first) return well('历史', `${objects}条历史链、${lines}行完整`)
    const say = `${broken.length}处异常，如${objectName(first.object)}：${first.what}`
    return wrong('历史', say, '用 verify 查看全部，并用最近的备份核对')
  } catch (error) {
    return wrong(
      '历史',
      `读不完：${(error as Error).message}`,
      '数据库可能损坏，请停用并从备份恢复',
    )
  }
}
