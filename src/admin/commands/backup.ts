/** backup: a consistent copy while the office works, opened and followed before it is called a backup. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Declined } from '../../domain/declined.ts'
import { databaseOf, inStore, shownName } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { objectName, soundness } from '../history.ts'
import { sizeOf } from '../scratch.ts'

export interface BackupOptions {
  database?: string | undefined
  /** Write over a file that is there. */
  force?: boolean | undefined
}

/** Copies to `to`; a copy whose history is broken is kept beside it under `.异常`, and ends in 1. */
export async function backup(desk: Desk, to: string, options: BackupOptions = {}): Promise<Exit> {
  const database = databaseOf(desk, options.database)
  if (resolve(to) === resolve(database))
    throw new Declined('E-USE-7', '备份不能写在数据库自己身上。')
  if (sizeOf(to) !== undefined && !options.force)
    throw new Declined('E-USE-7', `${to} 已存在，覆盖请加 --force。`)
  const copy = `${to}.new`
  await inStore(database, async (store) => {
    if (!store.backup)
      throw new Declined('E-USE-7', 'PostgreSQL 请用 pg_dump 备份，还原后再用 verify 核对。')
    mkdirSync(dirname(resolve(to)), { recursive: true, mode: 0o700 })
    rmSync(copy, { force: true })
    await store.backup(copy)
  })
  const { lines, broken } = await inStore(copy, soundness)
  if (broken.length > 0) {
    renameSync(copy, `${to}.异常`)
    for (const { object, what } of broken) desk.out(`[异常] ${objectName(object)}：${what}`)
    desk.out(`副本有异常，未作为备份，已另存为 ${to}.异常。`)
    return 1
  }
  renameSync(copy, to)
  desk.out(`已备份 ${shownName(database)} 到 ${to}（${sizeOf(to)} 字节），历史${lines}行核对无误。`)
  return 0
}
