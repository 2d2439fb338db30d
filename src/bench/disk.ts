/** A disk whose fsync always takes the same time: a memory file system, and a library that waits in fsync's place. */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the memory file system is, on Linux. */
export const MEMORY = '/dev/shm'

const WAITING = `
#include <cstdlib>
#include <time.h>
#include <sys/prctl.h>
static int wait_for_disk() {
  static const char *text = std::getenv("BENCH_SYNC_US");
  static const long us = text ? std::atol(text) : 0;
  prctl(PR_SET_TIMERSLACK, 1);
  struct timespec left = { us / 1000000, (us % 1000000) * 1000 };
  while (nanosleep(&left, &left)) {}
  return 0;
}
extern "C" int fsync(int) { return wait_for_disk(); }
extern "C" int fdatasync(int) { return wait_for_disk(); }
`

/** What a process has to be started with so that its every fsync takes `us` microseconds. */
export type Slowly = (us: number) => Record<string, string>

/** Compiles the library into a folder; undefined where there is no compiler or no memory file system. */
export function compileSlowly(dir: string): Slowly | undefined {
  if (!existsSync(MEMORY)) return undefined
  const source = join(dir, 'wait.cc')
  const library = join(dir, 'wait.so')
  writeFileSync(source, WAITING)
  try {
    execFileSync('g++', ['-shared', '-fPIC', '-O2', '-o', library, source], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return (us) => ({ LD_PRELOAD: library, BENCH_SYNC_US: String(us) })
}
