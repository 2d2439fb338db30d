/** Where a simulated year's file lies: in memory where the machine has such a folder, so that the year is not a measure of its disk. */
import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'

/** A year's file and its log stay far below it. */
const ROOM = 512 * 1024 * 1024

/**
 * The folder for files that end with the run. A killed process loses nothing that it wrote, on a disk or in memory: what
 * only a disk can show (a full one, a damaged one, fsync) is shown by test/survival and `npm run bench`.
 */
export function memoryFolder(): string {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
