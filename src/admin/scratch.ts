/** The practice office for one command: in a folder that goes away, or in the database that was named. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Declined } from '../domain/declined.ts'
import { type Ground, openGround, practiceApp } from '../practice.ts'
import { openStore } from '../store/open.ts'
import type { Desk } from './desk.ts'

export interface ScratchOptions {
  /** A file or `postgres://…`, kept; without it everything is gone after `work`. */
  database?: string | undefined
  /** A database that is new lives through the sample office's first days. */
  story?: boolean | undefined
}

/** Does some work in the practice office. Throws Declined on a real office's database: nothing is rehearsed there. */
export async function inScratch<T>(
  desk: Desk,
  { database, story = false }: ScratchOptions,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  if (database !== undefined) await refuseReal(database)
  const dir = database === undefined ? mkdtempSync(join(tmpdir(), 'duban-')) : streetOf(database)
  try {
    const ground = await openGround({
      dir,
      ...(database === undefined ? {} : { databaseUrl: database }),
      real: desk.now,
      log: desk.log,
      story,
      keep: database !== undefined,
      alone: true,
    })
    // The street's memory is written once, when the ground closes: a save that is put off would come after that.
    ground.bot.office.step = () => {}
    try {
      return await work(ground)
    } finally {
      await ground.close()
    }
  } finally {
    if (database === undefined) rmSync(dir, { recursive: true, force: true })
  }
}

/** Does some work in a folder that is gone afterwards, on the disk unless said otherwise. */
export async function inFolder<T>(
  work: (dir: string) => Promise<T>,
  place: string = tmpdir(),
): Promise<T> {
  const dir = mkdtempSync(join(place, 'duban-'))
  try {
    return await work(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Whether an address names a PostgreSQL database. */
export const isServer = (database: string): boolean => /^postgres(ql)?:\/\//.test(database)

/** The size of a database file; undefined where there is none. */
export const sizeOf = (file: string): number | undefined =>
  statSync(file, { throwIfNoEntry: false })?.size

async function refuseReal(database: string): Promise<void> {
  if (!isServer(database) && !sizeOf(database)) return
  const store = await openStore(database)
  const { tenant, people } = await store
    .look(async ({ people: table }) => ({
      tenant: await table.tenant(),
      people: (await table.directory()).people.size,
    }))
    .finally(() => store.close())
  const isNew = isServer(database) && tenant === null && people === 0
  if (tenant !== practiceApp.tenant && !isNew)
    throw new Declined(
      'E-USE-1',
      `${isServer(database) ? '该数据库' : database}不是演练库：say 和 replay 不在正式台账上演练，请换一个 --database。`,
    )
}

/** Where the street's memory of a database lies: beside the file. */
function streetOf(database: string): string {
  if (isServer(database)) {
    const name = createHash('sha256').update(database).digest('hex').slice(0, 12)
    return join('data', `street-${name}`)
  }
  return basename(database) === 'practice.db' ? dirname(database) : `${database}.street`
}
