/** Four rows of a turn in six trips to PostgreSQL, each statement prepared once. */
import { matterIn, serveRows } from './four-rows.ts'
import type { Start } from './listening.ts'

export const start: Start = (settings) =>
  serveRows(settings, async (pool, row) => {
    const { key, text } = row
    const client = await pool.connect()
    const ask = (name: string, sql: string, values: unknown[]) =>
      client.query({ name, text: sql, values })
    await client.query('begin')
    await ask('inbox', "insert into inbox values ($1, 'acted')", [key])
    const matter = matterIn(row)
    await ask('matter', 'update matters set rev = rev + 1, report = $2 where id = $1', [
      matter,
      text,
    ])
    await ask('journal', 'insert into journal values ($1, $2, $3)', [matter, key, text])
    await ask('outbox', "insert into outbox values ($1, $2, 'ready')", [key, text])
    await client.query('commit')
    client.release()
  })
