/** A stretch of wire to PostgreSQL that can fall silent: connections stand, and nothing comes through. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Wire {
  /** The same database by way of this wire. */
  url: string
  /** From now on nothing passes on the connections that stand; new ones pass. */
  freeze(): void
  close(): Promise<void>
}

const PORT = 5432

/** Lays a wire beside a database's own address (a socket's folder, or a host and port). */
export async function layWire(databaseUrl: string): Promise<Wire> {
  const dir = mkdtempSync(join(tmpdir(), 'duban-wire-'))
  const far = endOf(databaseUrl)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const there = connect(far)
    for (const [from, to] of [
      [near, there],
      [there, near],
    ] as const) {
      ends.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        ends.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((ready) => server.listen(join(dir, `.s.PGSQL.${PORT}`), ready))
  return {
    url: throughFolder(databaseUrl, dir),
    freeze() {
      for (const end of ends) {
        end.unpipe()
        end.pause()
      }
    },
    close: () =>
      new Promise((done) => {
        for (const end of ends) end.destroy()
        server.close(() => {
          rmSync(dir, { recursive: true, force: true })
          done()
        })
      }),
  }
}

const parsed = (url: string) => new URL(url.replace('@/', '@localhost/'))

function endOf(databaseUrl: string): { path: string } | { host: string; port: number } {
  const url = parsed(databaseUrl)
  const folder = url.searchParams.get('host')
  if (folder) return { path: join(folder, `.s.PGSQL.${PORT}`) }
  return { host: url.hostname, port: Number(url.port || PORT) }
}

function throughFolder(databaseUrl: string, folder: string): string {
  const { username, password, pathname } = parsed(databaseUrl)
  const who = password ? `${username}:${password}` : username
  return `postgres://${who}@${pathname}?host=${encodeURIComponent(folder)}`
}
