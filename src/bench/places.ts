/** Where the databases of a bench lie: files in a folder for a while, or a PostgreSQL of one's own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, openCluster } from '../simulate/cluster.ts'

export interface Places {
  /** A new, empty database of that name. */
  open(name: string): Promise<string>
  /** Takes all of it away. */
  close(): Promise<void>
}

/** Files, or a cluster that keeps nothing for long. */
export async function openPlaces(engine: string): Promise<Places> {
  if (engine !== 'postgres') {
    const dir = mkdtempSync(join(tmpdir(), 'duban-bench-'))
    return {
      open: async (name) => join(dir, `${name}.db`),
      close: async () => rmSync(dir, { recursive: true, force: true }),
    }
  }
  const cluster = await openCluster()
  if (!cluster) throw new Error('no PostgreSQL is installed')
  return {
    open: async (name) => (await freshDatabase(cluster.url, name)).url,
    close: () => cluster.stop(),
  }
}
