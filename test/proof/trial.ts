/** An office whose modules are loaded anew, with a mechanism taken out or not, tried by a scenario and judged by the promises' checks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Ledger } from '../../src/simulate/ledger.ts'
import type { Town } from '../../src/simulate/town.ts'
import type { Witness } from '../../src/simulate/witness.ts'
import { mutantOf } from '../setup/mutants.ts'
import type { World } from '../world.ts'

/** Everything an office is tried by: what it is told, and what is known of it afterwards. */
export interface Trial extends World {
  /** Somebody says a sentence in private; what came of it is for the witness to find. */
  tells(who: string, sentence: string): Promise<void>
  ledger: Ledger
  witness: Witness
}

export type Findings = (trial: Trial) => Promise<string[]> | string[]

const dirs: string[] = []
afterEach(() => {
  vi.resetModules()
  for (const path of mocked.splice(0)) vi.doUnmock(path)
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

const mocked: string[] = []

/** Puts something else in the place of some of a module's exports. */
export function without<Module extends object>(
  path: string,
  change: (real: Module) => Partial<Record<keyof Module, unknown>>,
): void {
  mocked.push(path)
  vi.doMock(path, async (load) => {
    const real = (await load()) as Module
    return { ...real, ...change(real) }
  })
}

/** One line of a file under src/ written otherwise. */
export function mutated(file: string, line: string, other: string): void {
  const path = new URL(`../../src/${file}`, import.meta.url).pathname
  mocked.push(path)
  vi.doMock(path, () => import(mutantOf(path, line, other)))
}

/** Tries an office whose modules are loaded anew; gives every broken invariant, and what the promise's own check adds. */
async function triedBy(
  scenario: (trial: Trial) => Promise<void>,
  findings: Findings = () => [],
): Promise<string[]> {
  vi.resetModules()
  const { openWorld, personNamed } = await import('../world.ts')
  const { openLedger } = await import('../../src/simulate/ledger.ts')
  const { witnessOf } = await import('../../src/simulate/witness.ts')
  const { broken } = await import('../../src/simulate/invariants.ts')
  const dir = mkdtempSync(join(tmpdir(), 'duban-promise-'))
  dirs.push(dir)
  const world = await openWorld({ dir })
  const { street, bot, clock } = world.ground
  const ledger = openLedger(join(dir, 'practice.db'))
  const witness = witnessOf({ street } as Town, ledger)
  const tells = async (who: string, sentence: string): Promise<void> => {
    const { message } = await street.say(personNamed(who).openId, 'bot', sentence)
    witness.heard(message, clock.now())
    await bot.settled().catch(() => {})
  }
  const trial: Trial = { ...world, tells, ledger, witness }
  try {
    await scenario(trial)
    await witness.look()
    return [...(await broken(witness, ledger, clock.now())), ...(await findings(trial))]
  } finally {
    await ledger.close()
    await world.close()
  }
}

/** The office keeps the promise; without the mechanism the checks say that it does not. */
export function promise(
  what: string,
  scenario: (trial: Trial) => Promise<void>,
  without: () => void,
  finds: RegExp,
  findings?: Findings,
  given: () => void = () => {},
): void {
  describe(what, () => {
    test('is kept', async () => {
      given()
      expect(await triedBy(scenario, findings)).toEqual([])
    })
    test('is found broken when its mechanism is taken out', async () => {
      given()
      without()
      expect((await triedBy(scenario, findings)).join('\n')).toMatch(finds)
    })
  })
}
