/** restore: a backup takes the place of the ledger; what stood there is kept beside it. */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Declined } from '../../domain/declined.ts'
import { isoOf } from '../../domain/time/day.ts'
import { heldAlone } from '../../store/open.ts'
import { databaseOf, inStore, shownName } from '../database.ts'
import type { Desk, Exit } from '../desk.ts'
import { objectName, soundness } from '../history.ts'
import { isServer, sizeOf } from '../scratch.ts'

export interface RestoreOptions {
  database?: string | undefined
  /** Take the place of a ledger that stands. */
  force?: boolean | undefined
}

const PARTS = ['', '-wal', '-shm']

/** Puts the backup in place once its file and its history were found whole; ends in 1 when they are not. */
export async function restore(
  desk: Desk,
  from: string,
  options: RestoreOptions = {},
): Promise<Exit> {
  const database = databaseOf(desk, options.database)
  if (isServer(database))
    throw new Declined('E-USE-11', 'PostgreSQL 请用 pg_restore 还原，再用 verify 核对。')
  if (!sizeOf(from)) throw new Declined('E-USE-11', `没有备份 ${from}。`)
  if (resolve(from) === resolve(database))
    throw new Declined('E-USE-11', '备份和台账是同一个文件。')
  if (sizeOf(database) !== undefined && !options.force)
    throw new Declined(
      'E-USE-11',
      `${database} 已有台账，未作任何变动。确要用备份替换请加 --force，原来的会另存。`,
    )
  return heldAlone(database, () => putInPlace(desk, from, database))
}

async function putInPlace(desk: Desk, from: string, database: string): Promise<Exit> {
  const copy = `${database}.new`
  clear(copy)
  copyFileSync(from, copy)
  chmodSync(copy, 0o600)
  const { lines, last, broken } = await inStore(copy, soundness).catch(
    ({ message }: Error): Awaited<ReturnType<typeof soundness>> => ({
      objects: 0,
      lines: 0,
      broken: [{ object: 'file', what: message }],
    }),
  )
  if (broken.length > 0) {
    for (const { object, what } of broken) desk.out(`[异常] ${objectName(object)}：${what}`)
    desk.out(`备份 ${from} 有异常，未还原，台账未作变动。请换一份备份。`)
    clear(copy)
    return 1
  }
  const reason = `还原自 ${isoOf(last ?? 0)} 的备份，不能确定此前是否已送达`
  const held = await inStore(copy, (store) =>
    store.turn((bound) => bound.outbox.hold(reason, desk.now())),
  )
  const aside = `${database}.还原前-${isoOf(desk.now()).replace(/\D/g, '').slice(0, 14)}`
  for (const part of PARTS)
    if (existsSync(database + part)) renameSync(database + part, aside + part)
  renameSync(copy, database)
  clear(copy)
  desk.out(`已用 ${from} 还原 ${shownName(database)}，历史${lines}行核对无误。`)
  if (last !== undefined) desk.out(`台账回到 ${isoOf(last)}；此后的变动不在备份里，请逐件补报。`)
  if (held > 0) desk.out(`备份时待发的${held}条消息不再自动发出，doctor 可以看到。`)
  if (existsSync(aside)) desk.out(`原来的台账另存为 ${aside}。`)
  return 0
}

const clear = (file: string): void => {
  for (const part of PARTS) rmSync(file + part, { force: true })
}
