/** Bundles the practice ground's chat page into a folder: index.html, page.js, page.css. Run: node .tools/page.mjs dist/page */
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/sandbox/page/', import.meta.url))

/** Writes the page into `outdir` (created when missing); everything it needs is inside, nothing is fetched from elsewhere. */
export async function buildPage(outdir) {
  await mkdir(outdir, { recursive: true })
  await build({
    entryPoints: { page: join(source, 'main.tsx') },
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome92', 'firefox98', 'safari15.4'],
    charset: 'utf8',
    legalComments: 'none',
    tsconfig: join(source, 'tsconfig.json'),
    logLevel: 'warning',
  })
  await build({
    entryPoints: { page: join(source, 'style/page.css') },
    outdir,
    bundle: true,
    minify: true,
    target: ['chrome92', 'firefox98', 'safari15.4'],
    charset: 'utf8',
    logLevel: 'warning',
  })
  await cp(join(source, 'index.html'), join(outdir, 'index.html'))
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildPage(resolve(process.argv[2] ?? 'dist/page'))
}
