/**
 * The SQLite driver that fits this Node. Version 12 aborts the process on Node 24.19 and later when a statement is
 * collected (nodejs/node#65446); version 13 is built on Node-API and needs Node 22.14 (docs/adr/0013).
 */
import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const hasNodeApi10 = major > 22 || (major === 22 && minor >= 14)

/** The constructor of databases. */
export const Database: typeof BetterSqlite3 = load()

function load(): typeof BetterSqlite3 {
  const require = createRequire(import.meta.url)
  if (!hasNodeApi10) return require('better-sqlite3')
  try {
    return require('better-sqlite3-napi')
  } catch {
    // It is an optional dependency: where it has no binary, version 12 was compiled.
    return require('better-sqlite3')
  }
}
