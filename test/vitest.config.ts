import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./setup/postgres.ts', './setup/page.ts'].map(
      (file) => new URL(file, import.meta.url).pathname,
    ),
    env: { TZ: 'UTC' },
    pool: 'forks',
    // The rooms are read once for each worker, not for each file: no test leaves anything in a module behind.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
