/** The office's database, as a keeper's command opens it. */

import { Declined } from '../domain/declined.ts'
import type { Store } from '../store/open.ts'
import { openStore } from '../store/open.ts'
import type { Desk } from './desk.ts'
import { isServer, sizeOf } from './scratch.ts'

const PRACTICE = 'data/practice.db'

/** The database meant: the one given, else the settings', else the practice ground's where no office is set up. */
export function databaseOf(desk: Desk, given: string | undefined): string {
  if (given !== undefined) return given
  const { databaseUrl, feishu } = desk.settings()
  const isOffice =
    feishu !== undefined || isServer(databaseUrl) || sizeOf(databaseUrl) !== undefined
  return isOffice ? databaseUrl : PRACTICE
}

/** Whether there is a database to look into. */
export const stands = (database: string): boolean =>
  isServer(database) || (sizeOf(database) ?? 0) > 0

/** A database without the password it may carry. */
export const shownName = (database: string): string =>
  isServer(database) ? database.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@') : database

/** Does some work on a database that stands. Throws Declined where there is none, an Error where it cannot be opened. */
export async function inStore<T>(database: string, work: (store: Store) => Promise<T>): Promise<T> {
  if (!stands(database))
    throw new Declined(
      'E-USE-6',
      `没有数据库 ${database}，请先用 init 建库，或用 --database 指明。`,
    )
  return within(database, work)
}

/** The same, making the database when there is none. */
export async function within<T>(database: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(database).catch((cause: Error) => {
    throw new Error(`数据库 ${shownName(database)} 打不开：${cause.message}`, { cause })
  })
  return work(store).finally(() => store.close())
}
