/** A keeper at his desk: runs a command line and keeps what it wrote. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pino from 'pino'
import { afterAll, onTestFinished } from 'vitest'
import type { Desk } from '../../src/admin/desk.ts'
import { runDuban } from '../../src/admin/program.ts'
import { readSettings } from '../../src/config.ts'
import { type Instant, instantAt } from '../../src/domain/time/day.ts'
import type { Api } from '../../src/feishu/api.ts'

/** A Monday morning; the clock stands still. */
export const MONDAY: Instant = instantAt('2026-11-23', '9:00')

export interface Ran {
  exit: number
  /** Lines on stdout and on stderr. */
  out: string[]
  notes: string[]
}

/** A desk that keeps what is written to it. */
export function desk(env: NodeJS.ProcessEnv = {}, api?: Api, input = '') {
  const out: string[] = []
  const notes: string[] = []
  const it: Desk = {
    now: () => MONDAY,
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
    input: Readable.from([input]),
    settings: () => readSettings(env),
    api: () => api,
    log: pino({ level: 'silent' }),
  }
  return { desk: it, out, notes }
}

/** Runs `duban …`. */
export async function duban(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  api?: Api,
  input = '',
): Promise<Ran> {
  const { desk: it, out, notes } = desk(env, api, input)
  return { exit: await runDuban(args, it), out, notes }
}

/** A folder that goes away with the test. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'duban-admin-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A folder that goes away with the file's tests. */
export function lasting(): string {
  const dir = mkdtempSync(join(tmpdir(), 'duban-admin-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
