/** A house with people who are not of it, and all that is kept in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { practiceApp } from '../../src/practice.ts'
import { openWorld, personNamed, type World } from '../world.ts'

export interface House {
  world: World
  /** Every row of the ledger but what came, what went and which message shows what; and what went, by key. */
  kept(): { rows: unknown[]; sent: { key: string; body: string }[] }
  close(): Promise<void>
}

/** The sample office with one matter; 宋婉清 of the 督查室 has left it. */
export async function openHouse(): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'duban-strangers-'))
  const world = await openWorld({ dir })
  await world.says('陈静', '交办 @王强 报送进度 12月4日前')
  await world.says('马晓东', '登记离任 @宋婉清')
  return {
    world,
    kept() {
      const sql = new Database(join(dir, 'practice.db'), { readonly: true })
      try {
        const names = sql
          .prepare("select name from sqlite_master where type = 'table' order by name")
          .pluck()
          .all() as string[]
        const rows = names
          .filter((name) => !['inbox', 'outbox', 'messages'].includes(name))
          .map((name) => [name, sql.prepare(`select * from "${name}"`).all()])
        const sent = sql.prepare('select key, body from outbox').all() as {
          key: string
          body: string
        }[]
        return { rows, sent }
      } finally {
        sql.close()
      }
    },
    async close() {
      await world.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export interface Outsider {
  openId: string
  tenant: string
  /** What the platform says he is. */
  type: 'user' | 'app'
}

const home = { tenant: practiceApp.tenant, type: 'user' } as const

/** Who is not of the house, and whether it tells him so when he speaks to it. */
export const outsiders: [string, (world: World) => Outsider, 'told' | 'silence'][] = [
  ['somebody who is not on the roster', () => ({ ...home, openId: 'ou_nobody' }), 'told'],
  [
    'an account of another tenant, even under an id of the roster',
    () => ({ ...home, openId: personNamed('陈静').openId, tenant: 'tenant_other' }),
    'told',
  ],
  ['a 督查员 who left', () => ({ ...home, openId: personNamed('宋婉清').openId }), 'told'],
  ['the bot itself', (world) => ({ ...home, openId: world.ground.street.bot.openId }), 'silence'],
  [
    'another app under an id of the roster',
    () => ({ ...home, type: 'app', openId: personNamed('陈静').openId }),
    'silence',
  ],
]

/** What each of them is told at most. */
export const REFUSAL = '您还不在本单位名册中，请联系管理员登记。'
