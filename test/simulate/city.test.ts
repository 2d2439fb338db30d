/** Several instances on one PostgreSQL, struck again and again; `npm run prove` strikes longer, on a server that is restarted. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Cluster, openCluster } from '../../src/simulate/cluster.ts'
import { simulate } from '../../src/simulate/simulate.ts'
import { repeated } from '../repeats.ts'
import { freshDatabase } from '../world.ts'

const whole = process.env.DUBAN_PROVE !== undefined
const seeds = whole ? Array.from({ length: 10 }, (_, i) => i + 1) : [1]

describe.runIf(inject('pgUrl'))('three instances on one database', () => {
  let own: Cluster | undefined
  beforeAll(async () => {
    if (whole) own = await openCluster(process.env.PG_BIN)
  })
  afterAll(() => own?.stop())

  test.each(seeds)(
    'killed, stalled beyond their leases, two minutes apart, cut off from a database that goes away (seed %i): every promise holds',
    { ...repeated, timeout: 1_800_000 },
    async (seed) => {
      const made = await freshDatabase(own?.url ?? inject('pgUrl'))
      try {
        const { violations, troubles, recount } = await simulate({
          seed,
          days: whole ? 8 : 5,
          faults: true,
          databaseUrl: made.url,
          matters: whole ? 450 : 300,
          city: { instances: 3, outage: own ? own.restart : () => cutOff(made.url) },
        })
        expect(violations).toEqual([])
        expect(recount.matters).toBeGreaterThan(3)
        for (const times of Object.values(troubles.ordeals)) expect(times).toBeGreaterThan(0)
      } finally {
        await made.drop()
      }
    },
  )
})

/** What a restart of the server is to those who are connected: every connection to the database ends. */
async function cutOff(databaseUrl: string): Promise<void> {
  const name = /\/(w\w+)\?/.exec(databaseUrl)?.[1] ?? ''
  const client = new pg.Client({ connectionString: inject('pgUrl') })
  await client.connect()
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  await client.end()
}
