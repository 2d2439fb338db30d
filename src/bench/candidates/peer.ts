/** What the peers' candidates share: where a peer lies, and one durable row a message. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** A package of the folder in which peers were installed beside this project. */
export function peer<Package>(folder: string | undefined, name: string): Package {
  if (folder === undefined) throw new Error(`${name}: say with --peers where it is installed`)
  return createRequire(join(folder, 'package.json'))(name)
}

/** Keeps one row a message, durably, before it returns. */
export function keeping(file: string): (key: string, text: string) => void {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table if not exists heard (key text primary key, at integer, body text)')
  const keep = database.prepare('insert into heard values (?, ?, ?)')
  return (key, text) => void keep.run(key, Date.now(), text)
}
