/** A candidate's process: pinned to a core of its own, and stopped in its tracks while another's turn lasts. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Settings } from './candidates/listening.ts'

export interface Server {
  port: number
  /** Lets it run; the others stand still. */
  wake(): void
  rest(): void
  /** Microseconds of processor time it has used so far. */
  used(): number
  stop(): Promise<void>
  /** Lets it end by itself, so that what watched it can be written down. */
  leave(): Promise<void>
}

const SERVING = '0'
const ASKING = '1'

/** Gives the load generator (this process) its core; false where cores cannot be given. */
export function pinGenerator(): boolean {
  try {
    execFileSync('taskset', ['-a', '-c', '-p', ASKING, String(process.pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Starts `node <script> …` on the servers' core. */
export function spawnPinned(
  pinned: boolean,
  args: string[],
  env: Record<string, string>,
): ChildProcess {
  const node = [process.execPath, ...args]
  const [command = '', ...rest] = pinned ? ['taskset', '-c', SERVING, ...node] : node
  return spawn(command, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Where a candidate's own program lies. */
export const program = new URL('./candidate.js', import.meta.url).pathname

/** Starts a candidate and waits until it listens; `watched` are arguments for Node itself. */
export async function startServer(
  name: string,
  settings: Settings,
  {
    pinned,
    env,
    watched = [],
  }: { pinned: boolean; env: Record<string, string>; watched?: readonly string[] },
): Promise<Server> {
  const child = spawnPinned(pinned, [...watched, program, name, JSON.stringify(settings)], env)
  const port = await new Promise<number>((ready, failed) => {
    child.once('message', (said: { port: number }) => ready(said.port))
    child.once('exit', (code) => failed(new Error(`candidate ${name} ended with ${code}`)))
  })
  return {
    port,
    wake: () => void child.kill('SIGCONT'),
    rest: () => void child.kill('SIGSTOP'),
    used: () => usedBy(child.pid ?? 0),
    stop: () => stopped(child),
    leave: () => left(child),
  }
}

function left(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    child.once('exit', () => ended())
    child.disconnect()
  })
}

/** Ends a process and waits for its end. */
export async function stopped(child: ChildProcess): Promise<void> {
  const gone = new Promise((ended) => child.once('exit', ended))
  child.kill('SIGCONT')
  child.kill('SIGKILL')
  await gone
}

/** The kernel counts in hundredths of a second. */
const TICK = 10_000

function usedBy(pid: number): number {
  const columns = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(columns[11]) + Number(columns[12])) * TICK
}

/** Resident memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}
