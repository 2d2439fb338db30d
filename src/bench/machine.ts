/** The machine of a run: what it is, and whether others used it. */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

export interface Machine {
  processor: string
  cores: number
  node: string
  /** Share of all cores that others used just before the run, 0 to 1. */
  busy: number
}

/** Looks at the machine for a second while nothing of ours runs. */
export async function lookAtMachine(): Promise<Machine> {
  const before = ticks()
  await new Promise((done) => setTimeout(done, 1000))
  const after = ticks()
  const busy = 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all)
  const processor = cpus()[0]?.model.trim() || process.arch
  return { processor, cores: cpus().length, node: process.version, busy }
}

/** The line that a page carries when others used the machine. */
export const busyLine = ({ busy }: Machine): string[] =>
  busy > BUSY
    ? [
        '',
        `**The machine was busy: others used ${Math.round(busy * 100)} % of it before the run.**`,
      ]
    : []

/** Above this the absolute figures are not to be trusted, and the ratios are wide. */
const BUSY = 0.1

function ticks(): { idle: number; all: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const columns = line.trim().split(/\s+/).slice(1).map(Number)
  const [, , , idle = 0, waiting = 0] = columns
  return { idle: idle + waiting, all: columns.reduce((sum, one) => sum + one, 0) }
}
