/** A piece of the year lived in the sample office; `npm run prove` lives more of it, with more seeds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { memoryFolder } from '../../src/simulate/memory.ts'
import { simulate } from '../../src/simulate/simulate.ts'
import { freshDatabase } from '../world.ts'

type Engine = 'sqlite' | 'postgres'

const whole = process.env.DUBAN_PROVE !== undefined
const seeds = whole ? Array.from({ length: 20 }, (_, i) => i + 1) : [1]

async function lived(engine: Engine, dir: string, seed: number, days: number, faults: boolean) {
  const made = engine === 'postgres' ? await freshDatabase(inject('pgUrl')) : undefined
  const databaseUrl = made?.url ?? join(dir, `${seed}-${days}-${faults}.db`)
  // A short stretch is a busy one: as many matters as the year has in three or four times as many days.
  const matters = !faults && (whole || engine === 'sqlite') ? 1200 : 800
  return simulate({ seed, days, faults, databaseUrl, matters }).finally(() => made?.drop())
}

/** The tests of one engine: each has a file of its own, so that the two live their years side by side. */
export function livedOn(engine: Engine): void {
  const isThere = engine === 'sqlite' || inject('pgUrl') !== ''
  describe.runIf(isThere)(`a stretch of the year on ${engine}`, () => {
    const dir = mkdtempSync(join(memoryFolder(), 'duban-year-'))
    afterAll(() => rmSync(dir, { recursive: true, force: true }))

    test('without troubles, every promise holds and the ledger equals the recount', async () => {
      const { violations, recount, events } = await lived(
        engine,
        dir,
        7,
        whole ? 120 : engine === 'sqlite' ? 12 : 5,
        false,
      )
      expect(violations).toEqual([])
      expect(recount.pendingLines).toBeGreaterThan(20)
      expect(recount.packs.counted + recount.packs.idle).toBeGreaterThanOrEqual(5)
      expect(recount.pages.digests.counted).toBeGreaterThan(5)
      expect(recount.pages.mornings.counted).toBeGreaterThan(0)
      expect(recount.pages.mornings.silent).toBeGreaterThan(100)
      expect(recount.perDay.median).toBeLessThanOrEqual(2)
      expect(recount.matters).toBeGreaterThan(5)
      // Two task forces end where there is time for it.
      if (whole || engine === 'sqlite') expect(recount.ofForces).toBe(6)
      if (whole || engine === 'sqlite') expect(recount.closed).toBeGreaterThan(0)
      expect(events).toBeGreaterThan(10)
    }, 600_000)

    // Elsewhere than under `npm run prove` the engines share the work: the troubles are SQLite's.
    test.skipIf(!whole && engine !== 'sqlite').each(seeds)(
      'with faults, restarts and power cuts (seed %i), every promise holds',
      async (seed) => {
        const { violations, recount, troubles } = await lived(
          engine,
          dir,
          seed,
          whole ? 30 : 6,
          true,
        )
        expect(violations).toEqual([])
        expect(recount.matters).toBeGreaterThan(5)
        expect(troubles.faults + troubles.restarts + troubles.cuts).toBeGreaterThan(1)
      },
      600_000,
    )
  })
}
