/** A real browser for the tests of the page. */

import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** Whether this machine has a browser; in CI its absence has already failed the run. */
export const hasBrowser = inject('browser') !== ''

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Opens one browser; close it after use. On a machine without its libraries they are unpacked first. */
export async function openBrowser(): Promise<Browser> {
  const options = { executablePath: inject('browser'), args: FLAGS, chromiumSandbox: false }
  try {
    return await chromium.launch(options)
  } catch (error) {
    if (!/shared libraries/.test(String(error))) throw error
    const env = { ...process.env, LD_LIBRARY_PATH: join(await unpackLibraries(), 'lib') }
    return chromium.launch({ ...options, env: env as Record<string, string> })
  }
}

/** The few libraries a bare machine lacks come with the browser's package. */
async function unpackLibraries(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = main.slice(0, main.indexOf('/build/'))
  const folder = mkdtempSync(join(tmpdir(), 'duban-libraries-'))
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  const unpacked = new Promise<void>((done, failed) => {
    tar.once('close', (code) => (code === 0 ? done() : failed(new Error(`tar exited ${code}`))))
  })
  await pipeline(
    createReadStream(join(root, 'bin/al2023.tar.br')),
    createBrotliDecompress(),
    tar.stdin,
  )
  await unpacked
  return folder
}
