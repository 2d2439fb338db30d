import { defineConfig } from 'vitest/config'
import { LongestFirst } from './setup/longest-first.ts'
import { mutants } from './setup/mutants.ts'

const root = new URL('..', import.meta.url).pathname
const setup = (file: string): string => new URL(`./setup/${file}`, import.meta.url).pathname

/** These put something else in a module's place: each has the rooms for itself. */
const taken = ['test/survival/**/*.test.ts', 'test/proof/**/*.test.ts']

const each = {
  env: { TZ: 'UTC' },
  pool: 'forks',
  setupFiles: setup('seed.ts'),
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const

export default defineConfig({
  root,
  test: {
    globalSetup: ['postgres.ts', 'page.ts'].map(setup),
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        // The rooms are read once for each worker, not for each file: no test leaves anything in a module behind.
        test: {
          ...each,
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: taken,
          isolate: false,
        },
      },
      { root, plugins: [mutants], test: { ...each, name: 'apart', include: taken } },
    ],
  },
})
