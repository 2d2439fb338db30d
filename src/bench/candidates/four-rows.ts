/** On PostgreSQL our door in front of the four rows that any turn writes, without a rule: what performance.md 2 compares. */
import { getRequestListener } from '@hono/node-server'
import pg from 'pg'
import { webhook } from '../../feishu/webhook.ts'
import { appAt, botOpenId } from '../app.ts'
import { listen, type Settings } from './listening.ts'

/** What was heard: the key of its message, and its words. */
export interface Row {
  key: string
  text: string
}

/** Keeps what was heard; resolves after its COMMIT. */
type Keep = (pool: pg.Pool, row: Row) => Promise<void>

const TABLES = `
  create table if not exists inbox (key text primary key, outcome text not null);
  create table if not exists matters (id int primary key, rev int not null, report text not null);
  create table if not exists journal (id int, key text primary key, change text not null);
  create table if not exists outbox (key text primary key, body text not null, state text not null);
  create index if not exists outbox_state on outbox (state, key);
  insert into matters select n, 0, '' from generate_series(0, 39999) n on conflict do nothing`

/** Serves what it hears to `keep`. */
export async function serveRows({ file, platform, port }: Settings, keep: Keep): Promise<number> {
  const pool = new pg.Pool({ connectionString: file, max: 10 })
  await pool.query(TABLES)
  const door = webhook({
    ...appAt(platform),
    wire: () => ({ bot: botOpenId }),
    now: () => Date.now(),
    async hear(incoming) {
      if (incoming.kind === 'said') await keep(pool, { key: incoming.key, text: incoming.text })
      return { outcome: 'acted' }
    },
  })
  return listen(getRequestListener(door.fetch), port)
}

/** The matter that is spoken of. */
export const matterIn = ({ text }: Row): number => Number(/\d+/.exec(text)?.[0] ?? 0) % 40_000
