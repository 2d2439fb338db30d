/** Builds `dist`: the compiled rooms, and bundled what is served. Run by `npm start` when `dist` is stale. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServed } from './served.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const fresh = join(root, 'dist.new')
const stamp = join(dist, '.built')
const sources = ['src', 'commands', 'migrations', '.tools', 'package.json', '.tsconfig.build.json']

/** Compiles everything anew; what was built before stays in its place until the new is whole. */
export async function build() {
  rmSync(fresh, { recursive: true, force: true })
  const tsc = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  )
  execFileSync(
    process.execPath,
    [tsc, '-p', join(root, '.tsconfig.build.json'), '--outDir', fresh],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  await buildServed(root, join(fresh, 'served'))
  writeFileSync(join(fresh, '.built'), '')
  rmSync(dist, { recursive: true, force: true })
  renameSync(fresh, dist)
}

/** Compiles when a source is newer than the last build. */
export async function buildWhenStale() {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  if (sources.some((name) => newest(join(root, name)) > built)) await build()
}

function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return 0
  if (!facts.isDirectory()) return facts.mtimeMs
  const within = readdirSync(path).map((name) => newest(join(path, name)))
  return Math.max(facts.mtimeMs, ...within)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
