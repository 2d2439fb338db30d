/** Bundles what a start reads into few files, so that it listens sooner: the key, its press, commands and jobs, the page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildPage } from './page.mjs'

/** Packages of many small files that every start reads; all others are read from where they are installed, most of them late. */
const MANY_FILES = ['@hono/node-server', 'hono', 'kysely', 'pinyin-pro', 'zod']

/** Writes the bundle into `outdir`: `src/main.js`, `src/press-thread.js`, `commands/` and `src/jobs/` share what they need. */
export async function buildServed(root, outdir) {
  const folders = ['commands', 'src/jobs'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  )
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  await build({
    entryPoints: [join(root, 'src/main.ts'), join(root, 'src/press-thread.ts'), ...folders],
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    charset: 'utf8',
    // Beside the key: what looks for its neighbours by its own address finds them there.
    chunkNames: 'src/[name]-[hash]',
    external: [
      ...Object.keys(dependencies).filter((name) => !MANY_FILES.includes(name)),
      'better-sqlite3-napi',
      'pg-native',
    ],
    logLevel: 'warning',
  })
  await buildPage(join(outdir, 'page'))
}
