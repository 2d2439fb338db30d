/** A store of its own on each engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { freshDatabase } from '../world.ts'

export const engines: ('sqlite' | 'postgres')[] = inject('pgUrl')
  ? ['sqlite', 'postgres']
  : ['sqlite']

export interface Scratch {
  store: Store
  url: string
  drop(): Promise<void>
}

/** An empty store; `drop` takes it away with everything in it. */
export async function scratch(engine: 'sqlite' | 'postgres'): Promise<Scratch> {
  if (engine === 'postgres') {
    const made = await freshDatabase(inject('pgUrl'))
    const store = await openStore(made.url)
    return {
      store,
      url: made.url,
      drop: async () => {
        await store.close()
        await made.drop()
      },
    }
  }
  const dir = mkdtempSync(join(tmpdir(), 'duban-store-'))
  const url = join(dir, 'data', 'duban.db')
  const store = await openStore(url)
  return {
    store,
    url,
    drop: async () => {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
