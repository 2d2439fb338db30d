/** What a practice ground remembers over a restart: its clock, and what the street has seen. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Instant } from '../domain/time/day.ts'

export interface Remembered {
  now: Instant
  /** The street's own snapshot. */
  street: unknown
}

export interface Memory {
  /** Writes down how things stand. */
  save(): void
  /** The same within a moment: a few times a second at most. */
  saveSoon(): void
  /** Writes down the last of it. */
  close(): void
}

/** What was remembered in a file; nothing where there is none that can be read. */
export function rememberedIn(file: string): Remembered | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Remembers in a file, which is whole at any moment and readable by its owner only. */
export function memoryIn(file: string, standing: () => Remembered): Memory {
  let waiting: NodeJS.Timeout | undefined
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(standing()), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return {
    save,
    saveSoon() {
      waiting ??= setTimeout(() => {
        waiting = undefined
        save()
      }, 300).unref()
    },
    close() {
      clearTimeout(waiting)
      save()
    },
  }
}

/** For a ground that is gone with its process. */
export const noMemory: Memory = { save() {}, saveSoon() {}, close() {} }
