/** The four rows of all turns that wait in one statement to PostgreSQL, while the one before is under way. */
import type pg from 'pg'
import { matterIn, type Row, serveRows } from './four-rows.ts'
import type { Start } from './listening.ts'

const KEEP = `
  with said as (select * from unnest($1::text[], $2::int[], $3::text[]) u (key, matter, text)),
    heard as (insert into inbox select key, 'acted' from said),
    moved as (update matters m set rev = rev + 1, report = said.text from said where m.id = said.matter),
    told as (insert into journal select matter, key, text from said)
  insert into outbox select key, text, 'ready' from said`

const MOST = 64

interface Waiting {
  row: Row
  done: () => void
  failed: (error: unknown) => void
}

export const start: Start = (settings) => {
  const waiting: Waiting[] = []
  let underway = 0
  async function drain(pool: pg.Pool): Promise<void> {
    underway += 1
    while (waiting.length > 0) {
      const group = waiting.splice(0, MOST)
      const rows = group.map(({ row }) => row)
      const values = [rows.map(({ key }) => key), rows.map(matterIn), rows.map(({ text }) => text)]
      await pool.query({ name: 'keep', text: KEEP, values }).then(
        () =>
          group.forEach(({ done }) => {
            done()
          }),
        (error) =>
          group.forEach(({ failed }) => {
            failed(error)
          }),
      )
    }
    underway -= 1
  }
  return serveRows(
    settings,
    (pool, row) =>
      new Promise((done, failed) => {
        waiting.push({ row, done, failed })
        if (underway === 0) setImmediate(drain, pool)
      }),
  )
}
