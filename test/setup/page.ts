/** Bundles the chat page once for all tests and finds a browser for those that open it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPage } from '../../.tools/page.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the built page. */
    pageDir: string
    /** Path of a Chromium, or '' where there is none. */
    browser: string
  }
}

export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'duban-page-'))
  await buildPage(dir)
  project.provide('pageDir', dir)
  const browser = await findBrowser()
  if (!browser) {
    if (process.env.CI) throw new Error('no browser for the tests: @sparticuz/chromium is missing')
    console.warn('!! no Chromium found: the tests of the page are skipped')
  }
  project.provide('browser', browser ?? '')
  return () => rmSync(dir, { recursive: true, force: true })
}

/** CHROMIUM from the environment, else the npm package's own (unpacked here, before any test needs it), else Debian's. */
async function findBrowser(): Promise<string | undefined> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    if (process.platform === 'linux' && process.arch === 'x64')
      return await chromium.executablePath()
  } catch {}
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined
}
